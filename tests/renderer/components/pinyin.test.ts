import { expect, it } from 'vitest'
import { pinyinInitials } from '../../../renderer/components/pinyin.ts'

it.each([
  ['李家湾村', 'ljwc'],
  ['镇应急救援队', 'zyjjyd'],
  ['欧阳德 139', 'oyd 139'],
  ['Ａ队', 'ad'],
  ['', ''],
])('%s has the initials %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials)
})
