import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatAmount, parseAmount } from '../../../shared/domain/amountText.ts'
import { amount } from '../../../shared/domain/values.ts'

it.each([
  ['0', { n: 0 }],
  ['3', { n: 3 }],
  ['１５人', { n: 15 }],
  ['2.5', { n: 2.5 }],
  ['两', { n: 2 }],
  ['十五', { n: 15 }],
  ['二十', { n: 20 }],
  ['一百零三户', { n: 103 }],
  ['约15', { about: 15 }],
  ['大约 三十 人', { about: 30 }],
  ['30余人', { about: 30 }],
  ['二十多', { about: 20 }],
  ['15左右', { about: 15 }],
  ['3-5', { min: 3, max: 5 }],
  ['3～5人', { min: 3, max: 5 }],
  ['三到五', { min: 3, max: 5 }],
  ['3人至5人', { min: 3, max: 5 }],
  ['4-4', { n: 4 }],
  ['未知', null],
  ['？', null],
  ['不详', null],
])('%s', (typed, expected) => {
  expect(parseAmount(typed)).toEqual(expected)
})

it.each(['', 'abc', '-3', '5-3', '3个半', '约', '1e9', '99999999999', '有人'])('%j says no figure', (typed) => {
  expect(parseAmount(typed)).toBeUndefined()
})

it('reads back what it writes, and never takes unknown for zero', () => {
  const count = fc.integer({ min: 0, max: 1_000_000 })
  const amounts = fc.oneof(
    fc.constant(null),
    fc.record({ n: count }),
    fc.record({ about: count }),
    fc
      .tuple(count, count)
      .filter(([a, b]) => a < b)
      .map(([min, max]) => ({ min, max })),
  )
  fc.assert(
    fc.property(amounts, (value) => {
      expect(amount.parse(parseAmount(formatAmount(value)))).toEqual(value)
    }),
  )
})
