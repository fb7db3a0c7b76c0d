import { type ColumnMatch, type ColumnWords, matchColumns, namesGroup } from './columns.ts'
import type { MergedGrid } from './grid.ts'
import { cleanText } from './words.ts'

/** Titles are looked for in this many rows, over at most this many levels. */
const LAST_ROW = 15
const LEVELS = 3

export interface Header<Field extends string> {
  /** First and last row, counted from 0. */
  readonly top: number
  readonly bottom: number
  readonly columns: readonly HeaderColumn<Field>[]
}

export interface HeaderColumn<Field extends string> extends ColumnMatch<Field> {
  readonly column: number
  /** As written, levels joined by a space; '' where the column has none. */
  readonly title: string
}

/**
 * The header row of a sheet, wherever in its first rows it stands and however many levels it has: the rows that name the most
 * fields. Null when no row names one of `needed` and at least one other field.
 */
export function findHeader<Field extends string, Group extends string>(
  grid: MergedGrid,
  words: ColumnWords<Field, Group>,
  needed: readonly Field[],
): Header<Field> | null {
  let best: { readonly header: Header<Field>; readonly score: number } | null = null
  for (let bottom = 0; bottom < Math.min(LAST_ROW, grid.rows.length); bottom += 1) {
    for (let levels = 1; levels <= LEVELS && levels <= bottom + 1; levels += 1) {
      const top = bottom - levels + 1
      const header = readHeader(grid, top, bottom, words)
      const fields = new Set(header.columns.flatMap(({ field }) => field ?? []))
      if (fields.size < 2 || !needed.some((field) => fields.has(field)) || cutsMerge(grid, header)) continue
      const grouped = header.columns.some(({ column }) =>
        namesGroup(pathOf(grid, top, bottom, column).slice(0, -1), words),
      )
      // More levels only where the upper ones say whose the columns are.
      const score = fields.size * 10 + (grouped ? 5 : 0) - levels
      if (!best || score > best.score) best = { header, score }
    }
  }
  return best?.header ?? null
}

function readHeader<Field extends string, Group extends string>(
  grid: MergedGrid,
  top: number,
  bottom: number,
  words: ColumnWords<Field, Group>,
): Header<Field> {
  const paths = Array.from({ length: grid.width }, (_, column) => pathOf(grid, top, bottom, column))
  const matches = matchColumns(paths, words)
  const columns = matches.map((match, column) => ({ ...match, column, title: (paths[column] ?? []).join(' ') }))
  return { top, bottom, columns }
}

/** Titles over a column from top to bottom; a merged one counts once. */
function pathOf(grid: MergedGrid, top: number, bottom: number, column: number): readonly string[] {
  const path: string[] = []
  for (let row = top; row <= bottom; row += 1) {
    const area = grid.areaAt(row, column)
    if (area && row > top && area.top < row) continue
    const text = cleanText(grid.cellAt(row, column)?.text ?? '').replace(/\n/g, '')
    if (text !== '') path.push(text)
  }
  return path
}

/** A title merged downwards across the last row belongs to a header that reaches further. */
function cutsMerge<Field extends string>(grid: MergedGrid, { bottom, columns }: Header<Field>): boolean {
  return columns.some(({ field, column }) => field !== null && (grid.areaAt(bottom, column)?.bottom ?? bottom) > bottom)
}
