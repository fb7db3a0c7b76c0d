import { expect, it } from 'vitest'
import { readDay, shiftDay } from '../../../renderer/components/dayInput.ts'

// 02:40 in Beijing on 14 July is still the 13th in UTC.
const now = Date.UTC(2026, 6, 13, 18, 40)

it.each([
  ['2026-07-14', '2026-07-14'],
  ['20260714', '2026-07-14'],
  ['2026年7月14日', '2026-07-14'],
  ['0714', '2026-07-14'],
  ['7-1', '2026-07-01'],
  ['７．１', '2026-07-01'],
  ['0715', '2025-07-15'],
  ['1231', '2025-12-31'],
  ['', ''],
  ['0231', null],
  ['2026-13-01', null],
  ['昨天', null],
])('%s is %s', (typed, day) => {
  expect(readDay(typed, now)).toBe(day)
})

it('goes day by day over months and years', () => {
  expect([shiftDay('2026-01-01', -1), shiftDay('2024-02-28', 1)]).toEqual(['2025-12-31', '2024-02-29'])
})
