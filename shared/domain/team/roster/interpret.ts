import { cellAddress, columnLetter, type Grid, type MergedGrid, withMerges } from '../../sheet/grid.ts'
import { findHeader, type Header } from '../../sheet/header.ts'
import { cleanText, wordKey } from '../../sheet/words.ts'
import { nameTeam } from './nameTeam.ts'
import { skipReason } from './skipRows.ts'
import {
  isMemberField,
  type RosterCell,
  type RosterField,
  type RosterLine,
  type RosterNotice,
  type RosterSheet,
  type RosterTable,
  type RosterWords,
} from './table.ts'

/** Finds the rosters in the sheets of a file: header, columns, rows of data. */
export function interpretRoster(grids: readonly Grid[], words: RosterWords): RosterTable {
  const sheets: RosterSheet[] = []
  const notices: RosterNotice[] = []
  for (const grid of grids) {
    const merged = withMerges(grid)
    const header = findHeader(merged, words, ['teamName', 'memberName'])
    if (!header) {
      if (grid.rows.some((row) => row.some((cell) => cell !== null)))
        notices.push({ code: 'noHeader', sheet: grid.name, at: '', text: '' })
      continue
    }
    sheets.push(readSheet(merged, header, words, notices))
  }
  return { sheets, notices }
}

function readSheet(
  grid: MergedGrid,
  header: Header<RosterField>,
  words: RosterWords,
  notices: RosterNotice[],
): RosterSheet {
  const columns = header.columns.map(({ column, title, field, known }) => ({
    letter: columnLetter(column),
    title,
    field,
    known,
  }))
  for (const { letter, title, known } of columns) {
    const at = `${letter}${header.bottom + 1}`
    if (!known) notices.push({ code: 'unknownColumn', sheet: grid.name, at, text: title })
  }
  const naming = nameTeam(grid, header, words)
  if (naming.notice) notices.push(naming.notice)
  return {
    name: grid.name,
    headerRows: [header.top + 1, header.bottom + 1],
    columns,
    teamNameFrom: naming.from,
    teamName: naming.cell,
    lines: readLines(grid, header, words, notices),
  }
}

function readLines(
  grid: MergedGrid,
  header: Header<RosterField>,
  words: RosterWords,
  notices: RosterNotice[],
): readonly RosterLine[] {
  const lines: RosterLine[] = []
  let teamAbove: RosterCell | null = null
  for (let row = header.bottom + 1; row < grid.rows.length; row += 1) {
    const cells = readCells(grid, header, row)
    const typed = Object.values(cells).filter((cell) => !cell.inherited)
    if (typed.length === 0) continue
    const skip = skipReason(grid, header, row, typed, words)
    if (skip) {
      notices.push({ code: skip, sheet: grid.name, at: String(row + 1), text: typed[0]?.text ?? '' })
      continue
    }
    const name = inheritName(header, cells, teamAbove)
    if (name) teamAbove = name.cell
    lines.push({ row: row + 1, cells: name ? { ...cells, [name.letter]: name.cell } : cells })
  }
  return lines
}

/** The cells of a row that say anything. Of a merged cell the rows below inherit it, where it is the team's. */
function readCells(grid: MergedGrid, header: Header<RosterField>, row: number): { [letter: string]: RosterCell } {
  const cells: { [letter: string]: RosterCell } = {}
  for (const { column, field } of header.columns) {
    const area = grid.areaAt(row, column)
    const covered = area !== null && (area.top !== row || area.left !== column)
    // A cell merged sideways belongs to its left column; one merged downwards to every row of a team, but to one person only.
    if (covered && (area.left !== column || (field !== null && isMemberField(field)))) continue
    const cell = grid.cellAt(row, column)
    if (!cell || (cleanText(cell.text) === '' && cell.kind === 'text')) continue
    const at = area ? cellAddress(area.top, area.left) : cellAddress(row, column)
    cells[columnLetter(column)] = covered ? { ...cell, at, inherited: true } : { ...cell, at }
  }
  return cells
}

/** A blank under a team's name means the same team, as people write it without merging. */
function inheritName(
  header: Header<RosterField>,
  cells: { readonly [letter: string]: RosterCell },
  above: RosterCell | null,
): { readonly letter: string; readonly cell: RosterCell } | null {
  const name = header.columns.find(({ field }) => field === 'teamName')
  if (!name) return null
  const letter = columnLetter(name.column)
  const own = cells[letter]
  if (own && !isDitto(own.text)) return { letter, cell: own }
  return above ? { letter, cell: { ...above, inherited: true } } : null
}

/** 同上 and its signs. */
function isDitto(text: string): boolean {
  return wordKey(text) === '同上' || /^["”〃″]$/.test(cleanText(text))
}
