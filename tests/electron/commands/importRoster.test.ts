import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importRoster } from '../../../electron/commands/importRoster.ts'
import { addTeam, mergeTeams, setMember } from '../../../electron/commands/teams.ts'
import { readLogPage } from '../../../electron/store/repositories/logLines.ts'
import { readKnownTeams, readTeams } from '../../../electron/store/repositories/teams.ts'
import type { RosterRow } from '../../../shared/domain/team/roster/rows.ts'
import type { RosterField } from '../../../shared/domain/team/roster/table.ts'
import { FLAG_IMPORTED } from '../../../shared/protocol/envelope.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const db = () => test.desk.store.db
const SHA = 'a'.repeat(64)

function rowsOf(...rows: readonly { readonly [F in RosterField]?: string }[]): string {
  const read = rows.map(
    (fields, index): RosterRow => ({
      key: `0:${index + 2}`,
      sheet: '名册',
      row: index + 2,
      cells: Object.fromEntries(
        Object.entries(fields).map(([field, text]) => [field, { text, kind: 'text', at: `A${index + 2}` }]),
      ),
    }),
  )
  return JSON.stringify(read)
}

function bringIn(rows: string, existing: 'update' | 'skip' = 'update', progress = { current: null }) {
  return importRoster(test.desk.context, { file: '名册.xlsx', sha256: SHA, existing, rows, rowsLeftOut: 1 }, progress)
}

const people = () =>
  readKnownTeams(db()).map(({ fields, members }) => [
    fields.name,
    fields.village?.name ?? null,
    fields.leader?.name ?? null,
    ...members.map(({ name, phone, post }) => `${name} ${phone} ${post}`),
  ])

const first = rowsOf(
  { teamName: '李家湾村队', village: '李家湾', memberName: '李建国', memberPost: '队长', memberPhone: '138 0000 0011' },
  { teamName: '李家湾村队', memberName: '王强', memberPhone: '1.38E+10' },
  { teamName: '民兵应急排', strength: '３０人', equipment: '冲锋舟2艘、救生衣' },
)

describe('importing a roster', () => {
  it('is one act, flagged as imported, with one line of its own in the log', async () => {
    expect(await bringIn(first)).toEqual({ teamsAdded: 2, teamsUpdated: 0, membersAdded: 2, membersUpdated: 0 })
    expect(people()).toEqual([
      ['李家湾村队', '李家湾村', '李建国', '李建国 13800000011 队长', '王强  '],
      ['民兵应急排', null, null],
    ])
    expect(readTeams(db()).map(({ kind, strength, equipment }) => ({ kind, strength, equipment }))).toEqual([
      { kind: 'village', strength: null, equipment: [] },
      {
        kind: 'militia',
        strength: 30,
        equipment: [
          { name: '冲锋舟', count: 2, unit: '艘' },
          { name: '救生衣', unit: '' },
        ],
      },
    ])
    const filter = { kinds: ['team.added', 'team.membersSet', 'roster.imported'] }
    const { lines } = readLogPage(db(), test.desk.store.origin, { filter, before: null, limit: 50 })
    expect(lines.every(({ flags, author }) => (flags & FLAG_IMPORTED) !== 0 && author?.name === '张伟')).toBe(true)
    expect(lines.find(({ kind }) => kind === 'roster.imported')?.body).toMatchObject({
      file: '名册.xlsx',
      sha256: SHA,
      teamsAdded: 2,
      membersAdded: 2,
      rowsLeftOut: 1,
    })
  })

  it('done twice changes nothing the second time', async () => {
    await bringIn(first)
    const before = people()
    await expect(bringIn(first)).rejects.toMatchObject({ code: 'roster.nothing' })
    expect(people()).toEqual(before)
  })

  it('updates what is registered, never empties it; or leaves it as it is', async () => {
    await bringIn(first)
    const second = rowsOf(
      { teamName: '李家湾村队', leader: '刘芳', memberName: '李建国', memberPhone: '13900000011' },
      { teamName: '李家湾村队', memberName: '赵敏' },
    )
    expect(await bringIn(second, 'skip')).toEqual({
      teamsAdded: 0,
      teamsUpdated: 1,
      membersAdded: 1,
      membersUpdated: 0,
    })
    expect(people()[0]).toEqual(['李家湾村队', '李家湾村', '李建国', '李建国 13800000011 队长', '王强  ', '赵敏  '])
    expect(await bringIn(second)).toEqual({ teamsAdded: 0, teamsUpdated: 1, membersAdded: 0, membersUpdated: 1 })
    expect(people()[0]?.slice(0, 4)).toEqual(['李家湾村队', '李家湾村', '刘芳', '李建国 13900000011 队长'])
  })

  it('changes the people of a merged duplicate where they are kept', async () => {
    const add = (name: string) => addTeam(test.desk.context, { name, kind: 'village' }).id
    const [one, two] = [add('甲队'), add('甲队（重复）')]
    const base = (id: string) => readTeams(db()).find((team) => team.id === id)?.tips ?? []
    setMember(test.desk.context, {
      team: two,
      base: base(two),
      member: { id: null, name: '王强', phone: '13800000012' },
    })
    mergeTeams(test.desk.context, { team: two, base: base(two), into: one, reason: '重复登记' })
    await bringIn(rowsOf({ teamName: '甲队', memberName: '王强', memberPhone: '13900000012' }))
    expect(people()).toEqual([['甲队', null, null, '王强 13900000012 ']])
  })

  it('records a large roster in several transactions and tells how far it is', async () => {
    const teams = Array.from({ length: 70 }, (_, team) => ({ teamName: `第${team}队`, memberName: '甲' }))
    const progress: { current: { done: number; total: number } | null } = { current: null }
    const seen: string[] = []
    const end = test.desk.store.onChange(() => seen.push(`${progress.current?.done}/${progress.current?.total}`))
    const counts = await importRoster(
      test.desk.context,
      { file: 'a', sha256: SHA, existing: 'update', rows: rowsOf(...teams), rowsLeftOut: 0 },
      progress,
    )
    end()
    expect(counts.teamsAdded).toBe(70)
    expect(seen).toEqual(['0/70', '30/70', '60/70'])
    expect(progress.current).toBeNull()
  })

  it('says how far it came when the disk is full in the middle, and finishes when done again', async () => {
    const teams = Array.from({ length: 50 }, (_, team) => ({ teamName: `第${team}队`, memberName: '甲' }))
    const rows = rowsOf(...teams)
    let appends = 0
    const { store } = test.desk.context
    const full: typeof store.append = (...args) => {
      appends += 1
      if (appends === 2) throw Object.assign(new Error('full'), { code: 'store.diskFull' })
      return store.append(...args)
    }
    const failing = { ...test.desk.context, store: Object.create(store, { append: { value: full } }) as typeof store }
    const args = { file: 'a', sha256: SHA, existing: 'update', rows, rowsLeftOut: 0 } as const
    await expect(importRoster(failing, args, { current: null })).rejects.toMatchObject({
      code: 'roster.partly',
      details: { done: 30, total: 50 },
    })
    expect(readTeams(db())).toHaveLength(30)
    expect((await bringIn(rows)).teamsAdded).toBe(20)
    expect(readTeams(db())).toHaveLength(50)
  })

  it('refuses a second import meanwhile, rows that are none, and whoever is not signed in', async () => {
    const running = { current: { done: 0, total: 1 } }
    const args = { file: 'a', sha256: SHA, existing: 'update', rows: first, rowsLeftOut: 0 } as const
    await expect(importRoster(test.desk.context, args, running)).rejects.toMatchObject({ code: 'roster.busy' })
    await expect(bringIn('[{"key":1}]')).rejects.toMatchObject({ code: 'roster.unreadable' })
    await expect(bringIn('[')).rejects.toMatchObject({ code: 'roster.unreadable' })
    test.desk.context.session.signOut()
    await expect(bringIn(first)).rejects.toMatchObject({ code: 'session.signInFirst' })
    expect(readTeams(db())).toEqual([])
  })
})
