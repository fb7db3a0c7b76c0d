import { expect, it } from 'vitest'
import { matchesTyped, pinyinInitials } from '../../../renderer/components/pinyin.ts'

it.each([
  ['李家湾村', 'ljwc'],
  ['镇应急救援队', 'zyjjyd'],
  ['欧阳德 139', 'oyd 139'],
  ['Ａ队', 'ad'],
  ['', ''],
])('%s has the initials %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials)
})

it('finds by characters, by initials, by digits, and everything by nothing', () => {
  const found = (typed: string) => matchesTyped('李家湾村 13912345678', typed)
  expect(['家湾', 'ljw', 'JW', ' 139', '', '王', 'xyz'].map(found)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
