import { expect, it } from 'vitest'
import { findOptions } from '../../../renderer/components/pickOptions.ts'

const options = [
  { id: 'a', label: '山洪', words: '发大水 山洪暴发' },
  { id: 'b', label: '山体滑坡', words: '塌方 垮山' },
  { id: 'c', label: '森林火灾', words: '山火 火烧山' },
  { id: 'd', label: '李家湾村', note: '13800000000' },
]
const find = (typed: string) => findOptions(options, typed).map(({ id }) => id)

it.each([
  ['', ['a', 'b', 'c', 'd']],
  ['山', ['a', 'b', 'c']],
  ['s', ['a', 'b', 'c']],
  ['sh', ['a', 'c']],
  ['hp', ['b']],
  ['LJW', ['d']],
  ['塌方', ['b']],
  ['kuashan', []],
  ['fds', ['a']],
  ['138', ['d']],
  ['没有', []],
] as const)('%s', (typed, expected) => {
  expect(find(typed)).toEqual(expected)
})
