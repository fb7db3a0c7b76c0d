import { expect, it } from 'vitest'
import { createRefusals } from '../../../../electron/attachments/exchange/refusals.ts'

it('keeps what was refused apart by why, and by size where only that was wrong', () => {
  const refusals = createRefusals()
  refusals.add('a', 'county', 10)
  refusals.add('b', 'disk')
  refusals.add('c', 'damaged')
  const has = (sha: string, size: number) => refusals.has({ sha, size })
  expect([has('a', 10), has('a', 11), has('b', 1), has('c', 1), has('d', 1)]).toEqual([true, false, true, true, false])
  expect(['a', 'b', 'c', 'd'].map(refusals.of)).toEqual(['county', 'disk', 'damaged', null])
  refusals.tryDiskAgain()
  expect(['a', 'b', 'c'].map(refusals.of)).toEqual(['county', null, 'damaged'])
  refusals.forgive('a')
  refusals.forgive('c')
  expect([has('a', 10), has('c', 1)]).toEqual([false, false])
})
