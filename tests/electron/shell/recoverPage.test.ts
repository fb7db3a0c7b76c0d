import { expect, it } from 'vitest'
import { waitBeforeReload } from '../../../electron/shell/recoverPage.ts'

it.each([
  [[], 0],
  [[1_000_000 - 50_000], 1_000],
  [[1_000_000 - 50_000, 1_000_000 - 40_000], 5_000],
  [[1_000_000 - 5, 1_000_000 - 4, 1_000_000 - 3, 1_000_000 - 2, 1_000_000 - 1], 30_000],
  [[1_000_000 - 70_000, 1_000_000 - 65_000], 0],
])('after failures at %j waits %d ms', (failures, wait) => {
  expect(waitBeforeReload(failures, 1_000_000)).toBe(wait)
})
