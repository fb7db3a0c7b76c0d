import { cellAddress, type MergedGrid } from '../../sheet/grid.ts'
import type { Header } from '../../sheet/header.ts'
import { cleanText, wordKey } from '../../sheet/words.ts'
import type { RosterCell, RosterField, RosterNotice, RosterSheet, RosterWords } from './table.ts'

interface Naming {
  readonly from: RosterSheet['teamNameFrom']
  readonly cell: RosterCell | null
  readonly notice: RosterNotice | null
}

/**
 * Where the team's name of a sheet comes from. Townships also keep one sheet a team (its name in the title or on the tab), or a
 * list by village; the person is told which was taken.
 */
export function nameTeam(grid: MergedGrid, header: Header<RosterField>, words: RosterWords): Naming {
  const has = (field: RosterField) => header.columns.some((column) => column.field === field)
  if (has('teamName')) return { from: 'column', cell: null, notice: null }
  const sheet = grid.name
  if (has('village')) {
    const notice = { code: 'nameFromVillage', sheet, at: '', text: words.villageTeam } as const
    return { from: 'village', cell: null, notice }
  }
  const title = findTitle(grid, header, words)
  if (title) {
    return { from: 'title', cell: title, notice: { code: 'nameFromTitle', sheet, at: title.at, text: title.text } }
  }
  const text = stripTails(sheet, words)
  if (text === '' || words.defaultSheets.includes(wordKey(sheet).replace(/\d+$/, '')))
    return { from: 'sheetName', cell: null, notice: null }
  const cell: RosterCell = { text, kind: 'text', at: '' }
  return { from: 'sheetName', cell, notice: { code: 'nameFromSheet', sheet, at: '', text } }
}

/** The first row above the header that says one thing only, without 花名册 and the like. */
function findTitle(grid: MergedGrid, { top }: Header<RosterField>, words: RosterWords): RosterCell | null {
  for (let row = 0; row < top; row += 1) {
    const said = (grid.rows[row] ?? []).flatMap((cell, column) =>
      cell && cleanText(cell.text) ? [{ cell, column }] : [],
    )
    const [only] = said
    if (said.length !== 1 || !only) continue
    const text = stripTails(only.cell.text, words)
    if (text !== '') return { text, kind: 'text', at: cellAddress(row, only.column) }
  }
  return null
}

function stripTails(title: string, words: RosterWords): string {
  let text = cleanText(title)
    .replace(/\n/g, '')
    .replace(/[(（][^)）]*[)）]$/, '')
    .trim()
  for (const tail of words.titleTails.toSorted((a, b) => b.length - a.length)) {
    if (text.endsWith(tail)) text = text.slice(0, -tail.length).trim()
  }
  return text
}
