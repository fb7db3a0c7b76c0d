import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatMoment, otherDay, parseMoment } from '../../../renderer/components/momentText.ts'
import { fromBeijing } from '../../../shared/domain/beijing.ts'

const at = (day: string, time: string) => fromBeijing(day, time) ?? 0
const now = at('2026-07-14', '02:40')

it.each([
  ['0235', '2026-07-14', '02:35'],
  ['235', '2026-07-14', '02:35'],
  ['2:35', '2026-07-14', '02:35'],
  ['2：35', '2026-07-14', '02:35'],
  ['2点35分', '2026-07-14', '02:35'],
  ['2点', '2026-07-14', '02:00'],
  ['0241', '2026-07-14', '02:41'],
  ['2350', '2026-07-13', '23:50'],
  ['7-12 2350', '2026-07-12', '23:50'],
  ['7月12日 23点50', '2026-07-12', '23:50'],
  ['2025-12-31 23:50', '2025-12-31', '23:50'],
])('%s happened at %s %s', (typed, day, time) => {
  expect(parseMoment(typed, now, 'past')).toBe(at(day, time))
})

it.each([
  ['0300', '2026-07-14', '03:00'],
  ['0240', '2026-07-14', '02:40'],
  ['0100', '2026-07-15', '01:00'],
])('%s is due at %s %s', (typed, day, time) => {
  expect(parseMoment(typed, now, 'future')).toBe(at(day, time))
})

it.each(['', '25:00', '2460', '2:60', '2-30 10:00', '下午', '12345'])('%j is no time', (typed) => {
  expect(parseMoment(typed, now, 'past')).toBeNull()
})

it('reads back what it writes', () => {
  const year = 366 * 86_400_000
  fc.assert(
    fc.property(fc.integer({ min: now - 2 * year, max: now + 2 * year }), (ms) => {
      const minute = Math.floor(ms / 60_000) * 60_000
      const lean = minute > now ? 'future' : 'past'
      expect(parseMoment(formatMoment(minute, now), now, lean)).toBe(minute)
    }),
  )
})

it('says which day a time was read as when that is not today, also just after midnight', () => {
  const read = (typed: string, ms: number) => otherDay(parseMoment(typed, ms, 'past'), ms)
  const lateEvening = at('2026-07-14', '22:26')
  const pastMidnight = at('2026-07-14', '00:20')
  expect([read('2259', lateEvening), read('2220', lateEvening), read('2310', pastMidnight)]).toEqual([
    '2026-07-13 22:59',
    null,
    '2026-07-13 23:10',
  ])
  expect([otherDay(null, now), otherDay(undefined, now)]).toEqual([null, null])
})
