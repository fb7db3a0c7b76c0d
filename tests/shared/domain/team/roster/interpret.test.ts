import { describe, expect, it } from 'vitest'
import words from '../../../../../resources/import/teamColumns.json' with { type: 'json' }
import type { Grid, MergedArea } from '../../../../../shared/domain/sheet/grid.ts'
import { cellAddress, columnLetter } from '../../../../../shared/domain/sheet/grid.ts'
import { interpretRoster } from '../../../../../shared/domain/team/roster/interpret.ts'
import { NO_CHOICES, rosterRows } from '../../../../../shared/domain/team/roster/rows.ts'
import type { RosterWords } from '../../../../../shared/domain/team/roster/table.ts'

const roster = words as RosterWords

function gridOf(rows: readonly string[], merges: readonly MergedArea[] = [], name = 'Sheet1'): Grid {
  const cells = rows.map((row) =>
    row.split('|').map((text) => (text === '' ? null : ({ text, kind: 'text' } as const))),
  )
  return { name, rows: cells, merges }
}
const across = (row: number, left: number, right: number): MergedArea => ({ top: row, left, bottom: row, right })
const down = (column: number, top: number, bottom: number): MergedArea => ({ top, left: column, bottom, right: column })

const fields = (...args: Parameters<typeof gridOf>) =>
  interpretRoster([gridOf(...args)], roster).sheets.map(({ columns }) =>
    columns.map(({ field }) => field ?? '-').join(' '),
  )
const rows = (...args: Parameters<typeof gridOf>) =>
  rosterRows(interpretRoster([gridOf(...args)], roster), roster.villageTeam, NO_CHOICES).map(
    ({ row, cells }) => `${row} ${cells.teamName?.text ?? '-'} ${cells.memberName?.text ?? '-'}`,
  )
const notices = (...args: Parameters<typeof gridOf>) =>
  interpretRoster([gridOf(...args)], roster).notices.map(({ code, at }) => `${code} ${at}`)

describe('columns', () => {
  it.each([
    ['队伍名称|人数|负责人|职务|联系电话|主要装备', 'teamName strength leader - leaderPhone equipment'],
    ['序号|队名|值班电话|队长|手机号|队员|电话', '- teamName teamPhone leader leaderPhone memberName memberPhone'],
    ['姓名|队内职务|联系方式|所在队伍', 'memberName memberPost memberPhone teamName'],
    ['联系电话|队伍|姓名', 'memberPhone teamName memberName'],
    ['单位|队伍|联系电话', '- teamName teamPhone'],
    ['队伍名称|负责人及电话|姓名', 'teamName leader memberName'],
    ['村（社区）名称|队伍类别|姓 名*|性别|特长', 'village kind memberName - memberSkills'],
    ['Team|Name|Phone', 'teamName memberName memberPhone'],
    ['队伍名称|手机|手机号码|姓名', 'teamName teamPhone - memberName'],
  ])('%s', (header, expected) => {
    expect(fields([header, header.replace(/[^|]+/g, '1')])).toEqual([expected])
  })

  it('take their owner from the title above them', () => {
    const merges = [across(0, 1, 2), across(0, 3, 4), down(0, 0, 1)]
    expect(fields(['队伍名称|负责人||队员信息|', '|姓名|电话|姓名|电话', '甲队|李|1|王|2'], merges)).toEqual([
      'teamName leader leaderPhone memberName memberPhone',
    ])
  })

  it('are found in the fifteenth row and not in the sixteenth', () => {
    const above = (count: number) => Array.from({ length: count }, (_, row) => `说明${row}`)
    expect(fields([...above(14), '队伍名称|姓名', '甲队|王强'])).toHaveLength(1)
    expect(notices([...above(15), '队伍名称|姓名', '甲队|王强'])).toEqual(['noHeader '])
  })

  it('are not mistaken in data: 队长 is a post here', () => {
    expect(rows(['队伍名称|姓名|职务', '甲队|李建国|队长', '甲队|王强|负责人'])).toEqual([
      '2 甲队 李建国',
      '3 甲队 王强',
    ])
  })
})

describe('rows', () => {
  it('inherit the team from above, over blank rows, with 同上 and ditto marks', () => {
    expect(rows(['队伍名称|姓名', '甲队|王强', '|赵敏', '|', '同上|孙涛', '″|周杰', '乙队|吴刚'])).toEqual([
      '2 甲队 王强',
      '3 甲队 赵敏',
      '5 甲队 孙涛',
      '6 甲队 周杰',
      '7 乙队 吴刚',
    ])
  })

  it('that are sums, remarks or the header again are told, not read; people named so are people', () => {
    const sheet = [
      '队伍名称|姓名|电话',
      '甲队|王强|1',
      '小计|1人|',
      '队伍名称|姓名|电话',
      '乙队|何合计|2',
      '合计：2人||',
      '备注：以上人员均已培训||',
      '填表人：陈明||',
      '说明队|马说明|3',
    ]
    expect(rows(sheet)).toEqual(['2 甲队 王强', '5 乙队 何合计', '9 说明队 马说明'])
    expect(notices(sheet)).toEqual(['totalRow 3', 'repeatedHeader 4', 'totalRow 6', 'remarkRow 7', 'remarkRow 8'])
  })

  it('merged over the whole table are subtitles', () => {
    const merges = [across(1, 0, 2)]
    expect(rows(['队伍名称|姓名|电话', '一、村级队伍||', '甲队|王强|1'], merges)).toEqual(['3 甲队 王强'])
    expect(notices(['队伍名称|姓名|电话', '一、村级队伍||', '甲队|王强|1'], merges)).toEqual(['remarkRow 2'])
  })

  it('keep a merged person to one row, a merged team for all', () => {
    const merges = [down(0, 1, 3), down(1, 1, 2)]
    expect(rows(['队伍名称|姓名|电话', '甲队|王强|1', '||2', '|赵敏|3'], merges)).toEqual([
      '2 甲队 王强',
      '3 甲队 -',
      '4 甲队 赵敏',
    ])
  })
})

it('cells are named as the programs name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  expect(cellAddress(6, 2)).toBe('C7')
})
