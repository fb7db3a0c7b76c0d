import { expect, it } from 'vitest'
import { liesOnItsSide, shortColumns } from '../../../renderer/components/print/shortColumns.ts'

it('keeps times and names on one line and lets sentences break', () => {
  const rows = [
    ['2026-07-14 02:40', '刘建军', '石门村报告村口漫水桥水位上涨，已安排专人值守'],
    ['2026-07-14 02:41', null, 5],
  ]
  expect(shortColumns(['时间', '记录人', '内容'], rows)).toEqual([true, true, false])
  expect(shortColumns(['一个很长很长很长很长的列名'], [['短']])).toEqual([false])
})

it('turns the sheet when there are many columns', () => {
  expect([liesOnItsSide(6), liesOnItsSide(12)]).toEqual([false, true])
})
