import { cleanText } from '../../sheet/words.ts'
import { ROSTER_FIELDS, type RosterCell, type RosterField, type RosterTable } from './table.ts'

/** A row of a roster with its cells by what they mean. */
export interface RosterRow {
  /** Unique in the file. */
  readonly key: string
  readonly sheet: string
  /** As people count: from 1. */
  readonly row: number
  readonly cells: { readonly [F in RosterField]?: RosterCell }
  /** Column of each field, to name the cell that a row lacks. */
  readonly letters?: { readonly [F in RosterField]?: string }
}

/** What the person decided in the preview. */
export interface RosterChoices {
  /** By `<sheet index>:<letter>`: what a column is; null: not to be read. */
  readonly columns: { readonly [column: string]: RosterField | null }
  /** By row key and field: the text that replaces a cell's. */
  readonly edits: { readonly [key: string]: { readonly [F in RosterField]?: string } }
  /** Keys of the rows left out. */
  readonly out: readonly string[]
}

export const NO_CHOICES: RosterChoices = { columns: {}, edits: {}, out: [] }

/** The column letters of each field in one sheet, after the person's choices. */
export function fieldColumns(
  table: RosterTable,
  sheetIndex: number,
  { columns }: Pick<RosterChoices, 'columns'>,
): { readonly [F in RosterField]?: string } {
  const letters: { [F in RosterField]?: string } = {}
  for (const column of table.sheets[sheetIndex]?.columns ?? []) {
    const chosen = columns[`${sheetIndex}:${column.letter}`]
    const field = chosen === undefined ? column.field : chosen
    // A column the person chose for a field takes it from the one that was recognised.
    if (field !== null && (letters[field] === undefined || chosen !== undefined)) letters[field] = column.letter
  }
  return letters
}

/** All rows of a file with the person's corrections; those left out are included (the preview shows them). */
export function rosterRows(table: RosterTable, villageTeam: string, choices: RosterChoices): readonly RosterRow[] {
  return table.sheets.flatMap((sheet, sheetIndex) => {
    const letters = fieldColumns(table, sheetIndex, choices)
    return sheet.lines.map((line): RosterRow => {
      const key = `${sheetIndex}:${line.row}`
      const cells: { [F in RosterField]?: RosterCell } = {}
      for (const field of ROSTER_FIELDS) {
        const letter = letters[field]
        const cell = letter === undefined ? undefined : line.cells[letter]
        if (cell) cells[field] = cell
      }
      if (!letters.teamName) {
        if (sheet.teamName) cells.teamName = { ...sheet.teamName, inherited: true }
        else if (sheet.teamNameFrom === 'village' && cells.village)
          cells.teamName = { ...cells.village, text: `${cleanText(cells.village.text)}${villageTeam}`, inherited: true }
      }
      for (const [field, text] of Object.entries(choices.edits[key] ?? {}) as [RosterField, string][]) {
        const at = cells[field]?.at ?? `${letters[field] ?? ''}${line.row}`
        if (cleanText(text) === '') delete cells[field]
        else cells[field] = { text, kind: 'text', at }
      }
      return { key, sheet: sheet.name, row: line.row, cells, letters }
    })
  })
}
