import { expect, it } from 'vitest'
import { isDoublePress } from '../../../renderer/components/doublePress.ts'

it('takes a key within half a second for the second of a double press, a later one for meant', () => {
  expect([-20, 0, 150, 499, 500, 1_000].map((after) => isDoublePress(7_000, 7_000 + after))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
