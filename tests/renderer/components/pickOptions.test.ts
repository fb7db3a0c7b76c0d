import { expect, it } from 'vitest'
import { findOptions, type Left, optionMeant } from '../../../renderer/components/pickOptions.ts'

const options = [
  { id: 'a', label: '山洪', words: '发大水 山洪暴发' },
  { id: 'b', label: '山体滑坡', words: '塌方 垮山' },
  { id: 'c', label: '森林火灾', words: '山火 火烧山' },
  { id: 'd', label: '李家湾村', note: '13800000000' },
]
const teams = [
  { id: 'a', label: '巡查一队', note: '李家湾村 · 13912345678', words: '李家湾村' },
  { id: 'b', label: '巡查一队', note: '石桥村 · 13912340000', words: '石桥村' },
  { id: 'c', label: 'Ａ组', note: '石桥村', words: '石桥村' },
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

it.each([
  ['家湾', ['a']],
  ['ljw', ['a']],
  ['XC', ['a', 'b']],
  [' 139 ', ['a', 'b']],
  ['a组', ['c']],
  ['ａｚ', ['c']],
  ['王', []],
  ['xyz', []],
] as const)('a recipient by name, place, initials or digits: %s', (typed, expected) => {
  expect(findOptions(teams, typed).map(({ id }) => id)).toEqual(expected)
})

const named = [...options, { id: 'e', label: '山' }]
it.each([
  ['', 'left', false, undefined],
  ['  ', 'entered', false, undefined],
  ['ljw', 'left', false, 'd'],
  ['山体', 'left', false, 'b'],
  ['山体滑', 'entered', false, 'b'],
  ['s', 'left', false, undefined],
  ['sh', 'entered', false, 'a'],
  // Of several that hold it, the one that is nothing else.
  ['山', 'left', false, 'e'],
  ['没有', 'left', false, undefined],
  ['没有', 'entered', false, undefined],
  // Free words: a part of a label is just what was typed.
  ['山体', 'left', true, undefined],
  ['山体', 'entered', true, undefined],
  [' 山体滑坡 ', 'left', true, 'b'],
] as const)('%s, %s, free: %s means %s', (typed, left: Left, free, expected) => {
  expect(optionMeant(named, typed, left, free)?.id).toBe(expected)
})

it('of two of the same name none is meant by leaving; Enter means the first', () => {
  const meant = (left: Left) => optionMeant(teams, '巡查一队', left)?.id
  expect([meant('left'), meant('entered')]).toEqual([undefined, 'a'])
})
