import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beijingDay } from '../../../shared/domain/beijing.ts'
import { dayOfNumber, formatNumber, parseNumber } from '../../../shared/domain/numbers.ts'

it('writes month, day, letter and at least two digits', () => {
  expect(formatNumber('2026-07-14', 'A', 3)).toBe('0714-A03')
  expect(formatNumber('2026-07-14', 'B', 120)).toBe('0714-B120')
})

it.each(['0714-a03', '714-A03', '0714-A3', '0714A03', '', '0714-A03 '])('takes %j for no number', (text) => {
  expect(parseNumber(text)).toBeNull()
})

it('finds the date again, whenever around midnight the event was written', () => {
  const days = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2060, 0, 1) })
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: -90_000, max: 90_000 }),
      fc.integer({ min: 1, max: 999 }),
      (ms, apart, count) => {
        const day = beijingDay(ms)
        const number = parseNumber(formatNumber(day, 'A', count))
        expect(number && dayOfNumber(number, ms + apart)).toBe(day)
        expect(number?.counter).toBe(count)
      },
    ),
  )
})
