import { expect, it } from 'vitest'
import { isTownshipDivision } from '../../../../shared/domain/township/division.ts'

it.each(['510124103', '110101001', '659001500'])('%s is a division code', (code) => {
  expect(isTownshipDivision(code)).toBe(true)
})

it.each(['', '51012410', '5101241030', '000124103', '990124103', '510124000', '510000103', '51012410x'])(
  '%s is none',
  (code) => {
    expect(isTownshipDivision(code)).toBe(false)
  },
)
