import type { ColumnWords } from '../sheet/columns.ts'
import { cellAddress, type Grid, withMerges } from '../sheet/grid.ts'
import { findHeader } from '../sheet/header.ts'
import { readPhone } from '../sheet/phone.ts'
import { cleanName, cleanText, listParts, wordKey } from '../sheet/words.ts'
import type { HouseholdFields, Vulnerable } from './events.ts'

export const HOUSEHOLD_COLUMNS = [
  'village',
  'group',
  'name',
  'people',
  'phone',
  'zone',
  'vulnerable',
  'keeper',
  'keeperPhone',
  'note',
] as const
export type HouseholdColumn = (typeof HOUSEHOLD_COLUMNS)[number]

export interface HouseholdWords extends ColumnWords<HouseholdColumn, 'household'> {
  /** First words of a row of sums, and of one that is a remark. */
  readonly totals: readonly string[]
  readonly remarks: readonly string[]
}

/** What is doubtful about a row; `left`: the row cannot be taken. */
export const HOUSEHOLD_ISSUES = [
  'noName',
  'noVillage',
  'unknownVillage',
  'people',
  'phone',
  'keeperPhone',
  'twice',
] as const
export type HouseholdIssueCode = (typeof HOUSEHOLD_ISSUES)[number]
export interface HouseholdIssue {
  readonly code: HouseholdIssueCode
  /** As written. */
  readonly text: string
  /** Such as C7. */
  readonly at: string
}
const LEAVES_OUT: readonly HouseholdIssueCode[] = ['noName', 'noVillage', 'twice']

/** One row of the file as it will be taken. */
export interface HouseholdRow {
  readonly sheet: string
  /** As the program numbers it, from 1. */
  readonly row: number
  readonly fields: HouseholdFields
  readonly issues: readonly HouseholdIssue[]
}

export function isTaken({ issues }: Pick<HouseholdRow, 'issues'>): boolean {
  return !issues.some(({ code }) => LEAVES_OUT.includes(code))
}

/** What makes two records the same household: village, group and head, whatever the spacing. */
export function householdKey({ village, group, name }: Pick<HouseholdFields, 'village' | 'group' | 'name'>): string {
  return [village.name, group, name].map(wordKey).join('|')
}

/**
 * The households of a file, sheet by sheet. A cell merged over several rows counts for each of them. Null: no sheet has a header
 * with 户主 and another known title.
 */
export function readHouseholdSheets(
  grids: readonly Grid[],
  words: HouseholdWords,
  villages: readonly { readonly id: string; readonly name: string }[],
): readonly HouseholdRow[] | null {
  const found = grids.flatMap((grid) => readSheet(grid, words, villages) ?? [])
  if (found.length === 0) return grids.some((grid) => findHeader(withMerges(grid), words, ['name'])) ? [] : null
  const seen = new Set<string>()
  return found.map((row) => {
    const key = householdKey(row.fields)
    const twice = row.fields.name !== '' && seen.has(key)
    seen.add(key)
    return twice ? { ...row, issues: [...row.issues, { code: 'twice', text: row.fields.name, at: '' }] } : row
  })
}

type Villages = readonly { readonly id: string; readonly name: string }[]

function readSheet(plain: Grid, words: HouseholdWords, villages: Villages): readonly HouseholdRow[] | null {
  const grid = withMerges(plain)
  const header = findHeader(grid, words, ['name'])
  if (!header) return null
  const columnOf = new Map(header.columns.flatMap(({ field, column }) => (field ? [[field, column] as const] : [])))
  const rows: HouseholdRow[] = []
  for (let index = header.bottom + 1; index < grid.rows.length; index += 1) {
    const cell = (column: HouseholdColumn) => {
      const at = columnOf.get(column)
      if (at === undefined) return { text: '', at: '' }
      return { text: cleanText(grid.cellAt(index, at)?.text ?? ''), at: cellAddress(index, at) }
    }
    const own = [...columnOf.values()].some((at) => cleanText(grid.rows[index]?.[at]?.text ?? '') !== '')
    if (!own || isNoRow(grid.rows[index] ?? [], words)) continue
    rows.push({ sheet: grid.name, row: index + 1, ...readRow(cell, villages) })
  }
  return rows
}

/** A row of sums or a remark: its first words say so. */
function isNoRow(row: Grid['rows'][number], { totals, remarks }: HouseholdWords): boolean {
  const first = wordKey(row.find((cell) => cell && cleanText(cell.text) !== '')?.text ?? '')
  return [...totals, ...remarks].some((word) => first.startsWith(wordKey(word)))
}

interface Cell {
  readonly text: string
  readonly at: string
}

function readRow(
  cell: (column: HouseholdColumn) => Cell,
  villages: Villages,
): { readonly fields: HouseholdFields; readonly issues: readonly HouseholdIssue[] } {
  const issues: HouseholdIssue[] = []
  const doubt = (code: HouseholdIssueCode, { text, at }: Cell) => issues.push({ code, text, at })
  const short = (column: HouseholdColumn) => cell(column).text.replace(/\n/g, ' ').slice(0, 200)
  const name = cleanName(cell('name').text).slice(0, 200)
  if (name === '') doubt('noName', cell('name'))
  const called = cleanName(cell('village').text).slice(0, 200)
  const village = villages.find((one) => sameVillage(one.name, called))
  if (called === '') doubt('noVillage', cell('village'))
  else if (!village) doubt('unknownVillage', cell('village'))
  const people = readPeople(cell('people').text)
  if (people === undefined) doubt('people', cell('people'))
  const phone = readNumber(cell('phone').text)
  if (phone === undefined) doubt('phone', cell('phone'))
  const keeperPhone = readNumber(cell('keeperPhone').text)
  if (keeperPhone === undefined) doubt('keeperPhone', cell('keeperPhone'))
  const keeper = cleanName(cell('keeper').text).slice(0, 200)
  return {
    fields: {
      name,
      village: village ? { id: village.id, name: village.name } : { name: called },
      group: short('group'),
      people: people ?? null,
      phone: phone ?? '',
      zone: short('zone'),
      vulnerable: listParts(cell('vulnerable').text).slice(0, 30).map(readVulnerable),
      keeper: keeper === '' ? null : { name: keeper, phone: keeperPhone ?? '' },
      note: short('note'),
    },
    issues,
  }
}

/** 李家湾 and 李家湾村 are one village. */
function sameVillage(a: string, b: string): boolean {
  const plain = (text: string) => wordKey(text).replace(/(?:村委会|居委会|村|社区)$/, '')
  return b !== '' && plain(a) === plain(b)
}

/** Null: nothing stands there; undefined: what stands there is no number. */
function readPeople(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/\s|人|口$/g, '')
  if (plain === '') return null
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined
}

function readNumber(text: string): string | undefined {
  if (text === '') return ''
  const read = readPhone(text)
  return read.ok ? read.phone : undefined
}

/** 张桂兰（独居老人）: the name, and in brackets what makes leaving hard. */
function readVulnerable(text: string): Vulnerable {
  const found = /^(.*?)[(（](.*?)[)）]\s*$/.exec(text)
  const [name, kind] = found ? [found[1] ?? '', found[2] ?? ''] : [text, '']
  return { name: (cleanName(name) || text).slice(0, 200), kind: cleanText(kind).slice(0, 200), note: '' }
}
