import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readHouseholdFile } from '../../../electron/documents/readHouseholds.ts'
import type { VillageCounts } from '../../../shared/domain/evacuation/events.ts'
import { type HouseholdRow, isTaken } from '../../../shared/domain/household/sheet.ts'
import { ask } from '../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { saveWithLibreOffice } from '../../support/flatSheet.ts'
import { record } from '../../support/intakes.ts'
import { describeWithLibreOffice } from '../../support/libreOffice.ts'

// LibreOffice and a worker thread take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let test: TestDesk
let incident: string
beforeEach(() => {
  test = openTestDesk()
  incident = record(test.desk, 'draft0001', { reportedAt: test.clock.now() }).incident.id
})
afterEach(() => test.desk.close())

const village = () => ({ id: test.villages[0]?.id ?? '', name: test.villages[0]?.name ?? '' })
const add = (name: string, more: object = {}) =>
  ask(test.desk, 'households.add', { name, village: village(), group: '二组', people: 4, zone: '沟口', ...more }).id
const lists = () => ask(test.desk, 'evacuation.list', { incident })
const order = (zone = '') =>
  ask(test.desk, 'evacuation.order', {
    incident,
    village: village(),
    zone,
    shelter: '镇小学',
    authority: '陈国平',
    at: test.clock.now(),
  })
const onList = () => ({ incident, village: village(), base: [...(lists()[0]?.tips ?? [])] })
const on = (household: string) => ({ ...onList(), household })
const said = () => ({ at: test.clock.now(), by: '', means: 'phone' as const, note: '' })
const count = (counts: VillageCounts, more: object = {}) =>
  ask(test.desk, 'evacuation.count', { ...onList(), counts, ...said(), ...more })
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'done'
}

describe('an evacuation', () => {
  it('lists the households of the danger zone, then the rest of the village, none twice', () => {
    add('李长明')
    add('王秀英', { zone: '后山', keeper: { name: '李建国', phone: '139' } })
    const gone = add('赵大山')
    ask(test.desk, 'households.retire', { household: gone, base: [], reason: '已搬走' })
    expect([order('沟口'), order()]).toEqual([{ households: 1 }, { households: 1 }])
    expect(lists()).toMatchObject([
      {
        village: village(),
        orders: [{ zone: '沟口', shelter: '镇小学' }, { zone: '' }],
        households: [
          { name: '李长明', mark: null },
          { name: '王秀英', keeper: { name: '李建国' } },
        ],
        sum: { should: { households: 2, people: 8 }, waiting: { households: 2 } },
      },
    ])
  })

  it('is ticked household by household, each with who said so; the same twice is refused', () => {
    const id = add('李长明')
    order()
    const mark = (state: 'moved' | 'refused', more: object = {}) =>
      ask(test.desk, 'evacuation.mark', { ...on(id), state, ...said(), ...more })
    mark('refused', { by: '李建国', note: '舍不得牲口' })
    expect(lists()[0]?.households[0]?.mark).toMatchObject({ state: 'refused', by: '李建国', note: '舍不得牲口' })
    expect(refusal(() => mark('refused'))).toBe('evacuation.unchanged')
    mark('moved', { people: 3 })
    expect(lists()[0]?.sum.moved).toEqual({ households: 1, people: 3, unknown: 0 })
    expect(refusal(() => ask(test.desk, 'evacuation.mark', { ...on('household-x'), state: 'moved', ...said() }))).toBe(
      'evacuation.notListed',
    )
    ask(test.desk, 'evacuation.strikeOff', { ...on(id), reason: '重复' })
    expect(lists()[0]?.households).toEqual([])
  })

  it('ticks do not flood the incident’s timeline; the order is in it', () => {
    const id = add('李长明')
    order()
    ask(test.desk, 'evacuation.mark', { ...on(id), state: 'moved', ...said() })
    const { lines } = ask(test.desk, 'incident.timeline', { id: incident, before: null, limit: 50 })
    expect(lines.map(({ kind }) => kind).filter((kind) => kind.startsWith('evacuation.'))).toEqual([
      'evacuation.ordered',
    ])
  })

  it('is not counted by the village before it was ordered; without an order any count stands', () => {
    const counts = { should: 20, moved: 12, refused: 1, missing: null }
    const countAt = (at: number) => refusal(() => count(counts, { at }))
    const ordered = test.clock.now()
    order()
    expect(countAt(ordered - 120_000)).toBe('evacuation.countBeforeOrder')
    expect(lists()[0]?.counted).toBeNull()
    expect(countAt(ordered - 30_000)).toBe('done')
  })

  it('of a village without registered households goes by what the village counts', () => {
    expect(order()).toEqual({ households: 0 })
    const counts = { should: 20, moved: 12, refused: 1, missing: null }
    count(counts)
    expect(lists()).toMatchObject([{ households: [], counted: { counts, by: village().name } }])
    const nothing = { should: null, moved: null, refused: null, missing: null }
    expect(refusal(() => count(nothing))).toBe('evacuation.nothingCounted')
  })
})

describe('the register of households', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-households-'))
  const readFile = (path: string) =>
    readHouseholdFile({
      fileName: basename(path),
      base64: readFileSync(path).toString('base64'),
      villages: test.villages,
    })
  const take = (rows: readonly HouseholdRow[]) => {
    const taken = rows.filter(isTaken)
    return test.desk.handlers['households.import']({
      file: '重点户.csv',
      sha256: '0'.repeat(64),
      rows: taken.map(({ fields }) => fields),
      rowsLeftOut: rows.length - taken.length,
    })
  }
  const csv = `序号,村,组,户主,人数,联系电话,隐患点,重点人群,包保人,包保人电话
1,李家湾,二组,李 长明,5人,13900000111,后山滑坡,张桂兰（独居老人）、李小明（儿童）,李建国,13900000112
2,石门村,一组,王秀英,若干,12,沟口,,,
3,大河村,一组,赵大山,2,,,,,
4,李家湾村,二组,李长明,5,,,,,
5,李家湾村,二组,,3,,,,,
合计,,,,15,,,,,
`

  it('comes from the list the township has: doubtful cells are named, what cannot be taken is left out', async () => {
    const path = join(folder, '重点户.csv')
    writeFileSync(path, csv)
    const { rows } = await readFile(path)
    expect(
      rows.map(({ row, fields, issues }) => [row, fields.name, issues.map(({ code, at }) => `${code} ${at}`)]),
    ).toEqual([
      [2, '李长明', []],
      [3, '王秀英', ['people E3', 'phone F3']],
      [4, '赵大山', ['unknownVillage B4']],
      [5, '李长明', ['twice ']],
      [6, '', ['noName D6']],
    ])
    expect(rows[0]?.fields).toEqual({
      name: '李长明',
      village: { id: test.villages.find(({ name }) => name === '李家湾村')?.id, name: '李家湾村' },
      group: '二组',
      people: 5,
      phone: '13900000111',
      zone: '后山滑坡',
      vulnerable: [
        { name: '张桂兰', kind: '独居老人', note: '' },
        { name: '李小明', kind: '儿童', note: '' },
      ],
      keeper: { name: '李建国', phone: '13900000112' },
      note: '',
    })
    expect(await take(rows)).toEqual({ added: 3, updated: 0 })
    const lines = ask(test.desk, 'households.list', null)
    expect(lines.map(({ name }) => name).sort()).toEqual(['李长明', '王秀英', '赵大山'].sort())
    await expect(take(rows)).rejects.toMatchObject({ code: 'household.nothingNew' })
    const moved = rows.map((row) => ({ ...row, fields: { ...row.fields, people: 6, phone: '' } }))
    expect(await take(moved)).toEqual({ added: 0, updated: 3 })
    expect(ask(test.desk, 'households.list', null).find(({ name }) => name === '李长明')).toMatchObject({
      people: 6,
      phone: '13900000111',
    })
  })

  it('a file without such a header is refused in words', async () => {
    const path = join(folder, 'other.csv')
    writeFileSync(path, '品名,数量\n铁锹,20\n')
    await expect(readFile(path)).rejects.toMatchObject({ code: 'sheets.noHouseholds' })
  })

  describeWithLibreOffice('a workbook written by LibreOffice', () => {
    it('a village merged over its households counts for each of them', async () => {
      const path = await saveWithLibreOffice(folder, '重点户', [
        {
          name: '重点户',
          rows: [
            [{ text: '清溪镇山洪危险区重点户名册', across: 5 }, null, null, null, null],
            ['村', '组', '户主', '人数', '包保人'],
            [{ text: '石门村', down: 2 }, '一组', '王秀英', 3, '王建'],
            [null, '一组', '王大山', 2, '王建'],
          ],
        },
      ])
      const { rows } = await readFile(path)
      expect(rows.map(({ fields }) => [fields.village.name, fields.name, fields.people, fields.keeper?.name])).toEqual([
        ['石门村', '王秀英', 3, '王建'],
        ['石门村', '王大山', 2, '王建'],
      ])
    })
  })
})
