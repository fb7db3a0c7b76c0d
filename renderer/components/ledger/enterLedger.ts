import type { GridApi } from 'ag-grid-community'

/** Puts the focus on a row's first cell: on `row`, else where it was last, else on the first. Whether there is a row. */
export function enterLedger<Row>(api: GridApi<Row> | null, row?: string | null): boolean {
  const column = api?.getAllDisplayedColumns()[0]
  const count = api?.getDisplayedRowCount() ?? 0
  if (!api || !column || count === 0) return false
  const wanted = (row ? api.getRowNode(row)?.rowIndex : null) ?? api.getFocusedCell()?.rowIndex ?? 0
  const index = Math.min(wanted, count - 1)
  api.ensureIndexVisible(index)
  api.setFocusedCell(index, column)
  return true
}
