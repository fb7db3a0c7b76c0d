import type { GridApi } from 'ag-grid-community'
import type { Table } from '../saveTable.ts'
import type { LedgerColumn } from './column.ts'

/** What a ledger shows now: visible columns in their order, rows as sorted and filtered. */
export function tableOf<Row>(
  api: GridApi<Row>,
  columns: readonly LedgerColumn<Row>[],
  title: string,
): Table & { readonly rows: (string | number | null)[][] } {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const shown = api.getAllDisplayedColumns().flatMap((column) => byKey.get(column.getColId()) ?? [])
  const rows: (string | number | null)[][] = []
  api.forEachNodeAfterFilterAndSort((node) => {
    const row = node.data
    if (row !== undefined) rows.push(shown.map((column) => column.value(row)))
  })
  return { title, columns: shown.map((column) => ({ title: column.title })), rows }
}

/** The focused cell's text, or its whole row with tabs between the cells, as Excel takes it. Null when nothing is focused. */
export function copyText<Row>(api: GridApi<Row>, columns: readonly LedgerColumn<Row>[], whole: boolean): string | null {
  const cell = api.getFocusedCell()
  const row = cell ? api.getDisplayedRowAtIndex(cell.rowIndex)?.data : undefined
  if (!cell || row === undefined) return null
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const wanted = whole ? api.getAllDisplayedColumns().map((column) => column.getColId()) : [cell.column.getColId()]
  return wanted.map((key) => String(byKey.get(key)?.value(row) ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')
}
