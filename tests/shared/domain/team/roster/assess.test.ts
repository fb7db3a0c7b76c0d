import { describe, expect, it } from 'vitest'
import kinds from '../../../../../resources/classification/teamKinds.json' with { type: 'json' }
import words from '../../../../../resources/import/teamColumns.json' with { type: 'json' }
import { assessRoster, type RosterContext } from '../../../../../shared/domain/team/roster/assess.ts'
import type { KnownTeam } from '../../../../../shared/domain/team/roster/groupTeams.ts'
import type { RosterRow } from '../../../../../shared/domain/team/roster/rows.ts'
import type { RosterCell, RosterField } from '../../../../../shared/domain/team/roster/table.ts'

type Row = { readonly [F in RosterField]?: string | Partial<RosterCell> }

const LETTERS: { readonly [F in RosterField]?: string } = {
  teamName: 'A',
  village: 'B',
  memberName: 'C',
  memberPhone: 'D',
}

/** Rows from 2 on, as a sheet with the header in its first row. */
function rowsOf(...rows: readonly Row[]): readonly RosterRow[] {
  return rows.map((fields, index) => ({
    key: `0:${index + 2}`,
    sheet: '名册',
    row: index + 2,
    letters: LETTERS,
    cells: Object.fromEntries(
      Object.entries(fields).map(([field, cell]) => {
        const at = `${LETTERS[field as RosterField] ?? 'X'}${index + 2}`
        return [field, { kind: 'text', text: '', at, ...(typeof cell === 'string' ? { text: cell } : cell) }]
      }),
    ),
  }))
}

const context: RosterContext = {
  known: [],
  villages: [
    { id: 'v1', name: '李家湾村' },
    { id: 'v2', name: '王家坪村' },
    { id: 'v3', name: '石门村' },
    { id: 'v4', name: '石门社区' },
  ],
  kinds: kinds.kinds,
  leaderPosts: words.leaderPosts,
  existing: 'update',
}

const assess = (rows: readonly Row[], more: Partial<RosterContext> = {}, out: readonly string[] = []) =>
  assessRoster(rowsOf(...rows), out, { ...context, ...more })

/** Every issue as `address code effect`, with its details. */
const issues = (rows: readonly Row[], more: Partial<RosterContext> = {}) =>
  assess(rows, more).rows.flatMap((row) =>
    row.issues.map(
      ({ at, code, effect, details }) => `${at} ${code} ${effect}${details ? ` ${Object.values(details)}` : ''}`,
    ),
  )

const member = (name: string, phone = '', post = '') => ({ id: `m-${name}`, name, phone, post, skills: [] })
const known = (name: string, village: KnownTeam['fields']['village'], ...members: KnownTeam['members']): KnownTeam => ({
  id: `t-${name}`,
  fields: {
    name,
    kind: 'village',
    village,
    leader: null,
    phone: '',
    skills: [],
    equipment: [],
    strength: 12,
    note: '',
  },
  members,
})

describe('bad cells', () => {
  it('are named with their address, what is wrong and what will be done', () => {
    expect(
      issues([
        { teamName: '甲队', memberName: '王强', memberPhone: '1.38E+10' },
        { teamName: '甲队', memberName: '赵敏', memberPhone: '没有' },
        { teamName: '甲队', memberName: '孙涛', memberPhone: '7968123456' },
        { teamName: '甲队', memberName: '周杰', memberPhone: { text: '2024-05-01', kind: 'date' } },
        { teamName: '甲队', memberName: { kind: 'formulaEmpty' } },
        { teamName: { text: '#REF!', kind: 'error' }, memberName: '吴刚' },
        { teamName: '甲队', memberPhone: '13800000011' },
        { memberName: '郑爽' },
        { teamName: '甲队', memberName: '13800000012' },
        { teamName: '甲队', memberName: '长'.repeat(201) },
        {
          teamName: '甲队',
          strength: '三十多',
          kind: '奇怪',
          village: '石门',
          equipment: { text: '#N/A', kind: 'error' },
        },
      ]),
    ).toEqual([
      'D2 phoneScientific dropCell',
      'D3 phoneInvalid dropCell',
      'D4 phoneZeroLost note 0796-8123456',
      'D5 dateHere dropCell',
      'C6 formulaEmpty dropRow',
      'A7 formulaError dropRow',
      'C8 memberNameMissing dropRow',
      'A9 teamMissing dropRow',
      'C10 nameHasDigits note',
      'C11 tooLong dropRow',
      'X12 kindUnknown note',
      'B12 villageUnknown note',
      'X12 strengthInvalid dropCell',
      'X12 formulaError dropCell',
    ])
  })

  it('are told once where a cell was merged over several rows', () => {
    const merged = { text: '李家沟村', inherited: true } as const
    expect(
      issues([
        { teamName: '甲队', village: '李家沟村', memberName: '王强' },
        { teamName: '甲队', village: merged, memberName: '赵敏' },
      ]),
    ).toEqual(['B2 villageUnknown note'])
  })

  it('include people listed twice, one phone under two names, one name with two phones', () => {
    const { rows } = assess([
      { teamName: '甲队', memberName: '王强', memberPhone: '13800000011' },
      { teamName: '甲队', memberName: '王 强', memberPhone: '138 0000 0011' },
      { teamName: '甲队', memberName: '赵敏', memberPhone: '13800000011' },
      { teamName: '甲队', memberName: '王强', memberPhone: '13900000011' },
      { teamName: '乙队', memberName: '王强', memberPhone: '13800000011' },
    ])
    expect(
      rows.map(({ action, issues: of }) => [action, ...of.map(({ code, details }) => `${code} ${details?.at}`)]),
    ).toEqual([['add'], ['drop', 'duplicateRow C2'], ['add', 'phoneShared D2'], ['add', 'sameName C2'], ['add']])
  })

  it('include a name and a telephone in one cell, which are taken apart', () => {
    const { rows, teams } = assess([
      { teamName: '甲队', leader: '李建国13800000011', memberName: '王强（138 0000 0012）' },
      { teamName: '甲队', memberName: '赵敏：0796-8123456' },
      { teamName: '甲队', memberName: '孙涛13800000013', memberPhone: '13800000014' },
    ])
    expect(rows.map(({ issues: of }) => of.map(({ code, at }) => `${at} ${code}`))).toEqual([
      ['X2 phoneInName', 'C2 phoneInName'],
      ['C3 phoneInName'],
      ['C4 nameHasDigits'],
    ])
    expect(teams[0]?.set.leader).toEqual({ name: '李建国', phone: '13800000011' })
    expect(teams[0]?.members.slice(0, 2).map(({ set: { name, phone } }) => [name, phone])).toEqual([
      ['王强', '13800000012'],
      ['赵敏', '0796-8123456'],
    ])
  })

  it('include a row that says of its team something else than the first', () => {
    expect(
      issues([
        { teamName: '甲队', leader: '李建国', memberName: '王强' },
        { teamName: '甲队', leader: '李建军', memberName: '赵敏' },
        { teamName: '甲队', leader: { text: '李建国' }, memberName: '孙涛' },
      ]),
    ).toEqual(['X3 teamDiffers note 李建国'])
  })
})

describe('teams of a file', () => {
  it('are told apart by village when they share a name; a blank village means the one above', () => {
    const { teams } = assess([
      { teamName: '应急救援队', village: '李家湾', memberName: '甲' },
      { teamName: '应急救援队', memberName: '乙' },
      { teamName: '应急救援队', village: '王家坪村委会', memberName: '丙' },
      { teamName: '应急救援队', village: '李家湾村', memberName: '丁' },
    ])
    expect(teams.map(({ set, members }) => [set.village, members.map(({ set: { name } }) => name).join('')])).toEqual([
      [{ id: 'v1', name: '李家湾村' }, '甲乙丁'],
      [{ id: 'v2', name: '王家坪村' }, '丙'],
    ])
  })

  it('get kind and leader from what the file says, else from the name and the posts', () => {
    const { teams } = assess([
      { teamName: '李家湾村应急队', memberName: '李建国', memberPost: '队 长', memberPhone: '13800000011' },
      {
        teamName: '民兵排',
        kind: '防汛抢险',
        leader: '刘芳',
        leaderPhone: '13800000012',
        memberName: '孙涛',
        memberPost: '队长',
      },
      { teamName: '蓝天救援队', leader: '周杰', memberName: '周杰', memberPhone: '13800000013' },
      { teamName: '突击组' },
    ])
    expect(teams.map(({ set: { kind, leader } }) => [kind, leader?.name, leader?.phone])).toEqual([
      ['village', '李建国', '13800000011'],
      ['flood', '刘芳', '13800000012'],
      ['social', '周杰', '13800000013'],
      ['other', undefined, undefined],
    ])
  })

  it('are matched with those registered by name and village, unless two could be meant', () => {
    const place = { id: 'v1', name: '李家湾村' }
    const registered = [
      known('应急救援队', place),
      known('应急救援队', { id: 'v2', name: '王家坪村' }),
      known('民兵排', null),
    ]
    const { teams } = assess(
      [
        { teamName: '应急救援队', village: '李家湾' },
        { teamName: '民兵 排', village: '石门村' },
        { teamName: '应急救援队', village: '石门村' },
      ],
      { known: registered },
    )
    expect(teams.map((team) => [team.known?.fields.village?.name ?? null, team.action])).toEqual([
      ['李家湾村', 'same'],
      [null, 'update'],
      [null, 'add'],
    ])
    expect(assess([{ teamName: '应急救援队' }], { known: registered }).teams[0]?.known).toBeNull()
  })
})

describe('registered people', () => {
  const registered = [
    known(
      '甲队',
      null,
      member('王强', '13800000011', '队员'),
      member('赵敏', '13800000012'),
      member('赵敏', '13800000013'),
    ),
  ]
  const plan = (row: Row, existing: 'update' | 'skip' = 'update') => {
    const { teams, rows } = assess([{ teamName: '甲队', ...row }], { known: registered, existing })
    return [rows[0]?.action, ...(teams[0]?.members ?? []).map(({ id, set }) => [id, set])]
  }

  it('stay as they are when the file says nothing new; a blank never empties', () => {
    expect(plan({ memberName: '王强', memberPhone: '13800000011' })).toEqual(['same'])
    expect(plan({ memberName: '王强' })).toEqual(['same'])
  })

  it('get the new phone when only one has the name, and are added when nobody can tell', () => {
    expect(plan({ memberName: '王强', memberPhone: '13900000011' })).toEqual([
      'update',
      ['m-王强', { phone: '13900000011' }],
    ])
    expect(plan({ memberName: '赵敏', memberPhone: '13900000012' })).toEqual([
      'add',
      [null, { name: '赵敏', phone: '13900000012' }],
    ])
    expect(plan({ memberName: '王强', memberPhone: '13900000011' }, 'skip')).toEqual(['skip'])
  })

  it('keep the leader’s phone when the file has only the name', () => {
    const led = {
      ...registered[0],
      fields: { ...registered[0]?.fields, leader: { name: '李建国', phone: '13800000014' } },
    } as KnownTeam
    const [team] = assess([{ teamName: '甲队', leader: '李建国', strength: '15' }], { known: [led] }).teams
    expect(team?.set).toEqual({ strength: 15 })
  })
})

describe('counts', () => {
  it('say what importing will do', () => {
    const { counts } = assess(
      [
        { teamName: '甲队', memberName: '王强' },
        { teamName: '甲队', memberName: '赵敏', memberPhone: 'x' },
        { teamName: '乙队', memberName: '孙涛' },
        { teamName: '乙队', memberPhone: '13800000011' },
        { teamName: '乙队', memberName: '周杰' },
      ],
      { known: [known('甲队', null, member('王强'))] },
      ['0:6'],
    )
    expect(counts).toEqual({
      teams: { add: 1, update: 0, same: 1, skip: 0 },
      members: { add: 2, update: 0, same: 1, skip: 0 },
      rowsOut: 1,
      rowsDropped: 1,
      cellsDropped: 1,
    })
  })
})
