import type { MergedGrid } from '../../sheet/grid.ts'
import type { Header } from '../../sheet/header.ts'
import { titleKeys, wordKey } from '../../sheet/words.ts'
import type { RosterCell, RosterField, RosterNotice, RosterWords } from './table.ts'

/**
 * Why a row below the header is not data: sums, remarks, the header again (printed on every page). Null when it is data.
 * @param typed what the row itself says, from left to right.
 */
export function skipReason(
  grid: MergedGrid,
  header: Header<RosterField>,
  row: number,
  typed: readonly RosterCell[],
  words: RosterWords,
): RosterNotice['code'] | null {
  if (repeatsHeader(grid, header, row)) return 'repeatedHeader'
  const [first] = typed
  const key = wordKey(first?.text ?? '')
  if (
    words.totals.some(
      (word) => key === word || (key.startsWith(word) && /^\d*\p{L}{0,2}$/u.test(key.slice(word.length))),
    )
  )
    return 'totalRow'
  if (words.remarks.some((word) => key.startsWith(word)) && !hasName(header, row, grid)) return 'remarkRow'
  return spansTable(grid, header, row) ? 'remarkRow' : null
}

function repeatsHeader(grid: MergedGrid, { columns }: Header<RosterField>, row: number): boolean {
  const same = columns.filter(({ column, title }) => {
    const last = title.split(' ').at(-1) ?? ''
    const text = grid.cellAt(row, column)?.text ?? ''
    return last !== '' && titleKeys(text).some((key) => titleKeys(last).includes(key))
  })
  return same.length >= 2 && same.length * 2 >= columns.filter(({ title }) => title !== '').length
}

/** Whether a person or a team is named in the row, apart from what its first cell says. */
function hasName({ columns }: Header<RosterField>, row: number, grid: MergedGrid): boolean {
  const [, ...names] = columns
    .filter(({ field }) => field === 'teamName' || field === 'memberName')
    .filter(({ column }) => (grid.rows[row]?.[column]?.text ?? '') !== '')
  return names.length > 0
}

/** One cell merged over most of the table is a remark or a subtitle. */
function spansTable(grid: MergedGrid, { columns }: Header<RosterField>, row: number): boolean {
  const titled = columns.filter(({ title }) => title !== '')
  return titled.some(({ column }) => {
    const area = grid.areaAt(row, column)
    return (
      area !== null && area.left === column && (area.right - area.left + 1) * 2 > titled.length && titled.length > 2
    )
  })
}
