import { type ReactNode, Suspense } from 'react'
import { late } from '../late.tsx'
import type { LedgerColumn } from './column.ts'

export interface LedgerProps<Row> {
  /** Known to the column memory; unique among all ledgers. */
  readonly id: string
  /** Accessible name, and title of the exported and printed table. */
  readonly title: string
  readonly columns: readonly LedgerColumn<Row>[]
  readonly rows: readonly Row[]
  /** Identity of a row: keeps focus and scroll place while the rows change. */
  rowId(row: Row): string
  /** The row somebody comes back from: it has the focus again. */
  readonly at?: string | null
  /** Enter or a double click. */
  onOpen?(row: Row): void
  /** The record `at` is open beside the ledger: a key or a press brought the cursor to another row, and what is open follows. */
  onWalk?(row: Row): void
  /** Draws a row as past or struck out. */
  rowTone?(row: Row): 'normal' | 'quiet' | 'void' | 'alarm'
  /** What is said when there is nothing to show. */
  readonly empty: string
  /** More buttons at the right of the search field. */
  readonly tools?: ReactNode
}

// The grid is the heaviest part of the page: it loads with the first ledger. `late` forgets the type parameter.
const LedgerGrid = late(async () => (await import('./LedgerGrid.tsx')).LedgerGrid) as unknown as <Row>(
  props: LedgerProps<Row>,
) => ReactNode

/**
 * A table of records: sort, filter, keyboard (arrows enter it and walk, Enter opens, Ctrl+C copies the cell, Ctrl+Shift+C the row), column
 * memory, export to Excel, print. Fills the height of its container.
 */
export function Ledger<Row>(props: LedgerProps<Row>) {
  return (
    <Suspense fallback={<section className="ledger" aria-label={props.title} aria-busy="true" />}>
      <LedgerGrid {...props} />
    </Suspense>
  )
}
