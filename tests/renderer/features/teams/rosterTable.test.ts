import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readGrids } from '../../../../electron/documents/readGrids.ts'
import { writeTable } from '../../../../electron/documents/writeTable.ts'
import { teamKinds } from '../../../../renderer/features/teams/kinds.ts'
import { rosterTable, rosterTemplate } from '../../../../renderer/features/teams/rosterTable.ts'
import words from '../../../../resources/import/teamColumns.json' with { type: 'json' }
import { readEquipment } from '../../../../shared/domain/team/equipment.ts'
import { assessRoster } from '../../../../shared/domain/team/roster/assess.ts'
import type { KnownTeam } from '../../../../shared/domain/team/roster/groupTeams.ts'
import { interpretRoster } from '../../../../shared/domain/team/roster/interpret.ts'
import { NO_CHOICES, rosterRows } from '../../../../shared/domain/team/roster/rows.ts'
import { ROSTER_FIELDS, type RosterTable, type RosterWords } from '../../../../shared/domain/team/roster/table.ts'
import { LANGUAGES } from '../../../../shared/ipc/languages.ts'
import { convertWithLibreOffice, describeWithLibreOffice } from '../../../support/libreOffice.ts'
import { strictI18n } from '../../renderPage.tsx'

vi.setConfig({ testTimeout: 60_000 })

const roster = words as RosterWords
type Table = ReturnType<typeof rosterTable>

async function bytesOf({ title, columns, rows, lines = [] }: Table): Promise<Buffer> {
  const layout = {
    title,
    columns: [...columns],
    lines: ['清溪镇　导出时间：2026-07-14 02:40（北京时间）　日志校验码：12-0A1B2C3D', ...lines],
  }
  return Buffer.from(await writeTable(layout, rows))
}

async function readBack(bytes: Buffer): Promise<RosterTable> {
  const read = await readGrids(bytes, 'a.xlsx')
  if (!read.ok) throw new Error(read.why)
  return interpretRoster(read.grids, roster)
}

const assess = (table: RosterTable, known: readonly KnownTeam[]) =>
  assessRoster(rosterRows(table, roster.villageTeam, NO_CHOICES), [], {
    known,
    villages: [],
    kinds: teamKinds,
    leaderPosts: roster.leaderPosts,
    existing: 'update',
  })

const han = fc.string({ unit: fc.constantFrom(...'张王李赵建国强敏涛杰芳明䶮𠮷'), minLength: 2, maxLength: 4 })
const phone = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
  fc.integer({ min: 2_000_000, max: 99_999_999 }).map((number) => `0796-${number}`),
)
const skills = fc.uniqueArray(fc.constantFrom('急救', '挖掘机', '电工', '潜水', '无人机'), { maxLength: 3 })
const member = fc.record({ name: han, phone, skills, post: fc.constantFrom('', '队员', '驾驶员', '=SUM(A1)') })
const equipment = fc
  .array(
    fc.tuple(
      fc.constantFrom('铁锹', '冲锋舟', '北斗终端BD3', '雨 衣'),
      fc.option(fc.nat(999)),
      fc.constantFrom('', '把', '台'),
    ),
    { maxLength: 3 },
  )
  .map((items) => [
    ...readEquipment(
      items.map(([name, count, unit]) => (count === null ? name : `${name}×${count}${unit}`)).join('、'),
    ),
  ])
const team = fc.record({
  name: han.map((name) => `${name}应急救援队`),
  kind: fc.constantFrom(...teamKinds.map(({ key }) => key)),
  village: fc.option(fc.record({ id: fc.constant('v1'), name: fc.constantFrom('李家湾村', '石门社区') })),
  leader: fc.option(fc.record({ name: han.map((name) => `${name}长`), phone })),
  phone,
  skills,
  equipment,
  strength: fc.option(fc.nat(500)),
  note: fc.constant(''),
})
const known = fc
  .uniqueArray(
    fc.record({ fields: team, people: fc.uniqueArray(member, { selector: ({ name }) => name, maxLength: 5 }) }),
    {
      selector: ({ fields }) => fields.name,
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((teams) =>
    teams.map(
      ({ fields, people }, index): KnownTeam => ({
        id: `t${index}`,
        fields,
        members: people.map((one, at) => ({ id: `m${index}-${at}`, ...one })),
      }),
    ),
  )

describe.each(LANGUAGES)('a roster exported in %s', (language) => {
  let t: Awaited<ReturnType<typeof strictI18n>>['t']
  beforeAll(async () => {
    t = (await strictI18n(language)).t
  })

  it('has only columns that the import knows', async () => {
    const table = rosterTable(
      [
        {
          id: 't',
          fields: {
            name: '甲队',
            kind: 'other',
            village: null,
            leader: null,
            phone: '',
            skills: [],
            equipment: [],
            strength: null,
            note: '',
          },
          members: [],
        },
      ],
      t,
      language,
    )
    const read = await readBack(await bytesOf(table))
    expect(read.sheets.map(({ columns }) => columns.map(({ field }) => field))).toEqual([[...ROSTER_FIELDS]])
    expect(read.notices).toEqual([])
  })

  it('comes back as it was: nothing to change where it came from, everything where it is new', async () => {
    await fc.assert(
      fc.asyncProperty(known, async (teams) => {
        const read = await readBack(await bytesOf(rosterTable(teams, t, language)))
        const here = assess(read, teams)
        expect(here.teams.map(({ action, set, members }) => ({ action, set, members }))).toEqual(
          teams.map(() => ({ action: 'same', set: {}, members: [] })),
        )
        const elsewhere = assess(read, [])
        expect(
          elsewhere.teams.map(({ action, set, members }) => [
            action,
            set.name,
            set.kind,
            set.strength ?? null,
            members.length,
          ]),
        ).toEqual(
          teams.map(({ fields, members }) => ['add', fields.name, fields.kind, fields.strength, members.length]),
        )
      }),
      { numRuns: 25 },
    )
  })

  it('has a blank template with the same columns and text cells to type into', async () => {
    const table = rosterTemplate(t)
    const read = await readGrids(await bytesOf(table), 'a.xlsx')
    const [grid] = read.ok ? read.grids : []
    expect(grid?.rows.map((row) => row.filter((cell) => cell !== null).length)).toEqual([1, 1, 1, ROSTER_FIELDS.length])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await bytesOf(table)) as unknown as ExcelJS.Buffer)
    expect(workbook.worksheets[0]?.getColumn(12).numFmt).toBe('@')
    const filled = { ...table, rows: [['甲队', '', '', '', '', '', '', '', '', '王强', '', '13800000011', '']] }
    expect(assess(await readBack(await bytesOf(filled)), []).counts.members.add).toBe(1)
  })
})

describeWithLibreOffice('an exported roster that LibreOffice saved again', () => {
  it('comes back as it was', async () => {
    const { t } = await strictI18n('zh-CN')
    const [teams = []] = fc.sample(known, { numRuns: 1, seed: 7 })
    const folder = mkdtempSync(join(tmpdir(), 'zhenshou-again-'))
    const path = join(folder, 'a.xlsx')
    writeFileSync(path, await bytesOf(rosterTable(teams, t, 'zh-CN')))
    const again = await convertWithLibreOffice(path, 'xlsx', mkdtempSync(join(folder, 'b-')))
    const { teams: plans } = assess(await readBack(readFileSync(again)), teams)
    expect(plans.map(({ action, members }) => [action, members])).toEqual(teams.map(() => ['same', []]))
  })
})
