import type { ReactNode } from 'react'

/** One column of a ledger, as data. `value` is what is sorted, filtered, copied, exported and printed. */
export interface LedgerColumn<Row> {
  /** Unique in its ledger; the column memory knows it by this. */
  readonly key: string
  readonly title: string
  /** Strings stay text (a phone number is no number); null is an empty cell. */
  value(row: Row): string | number | null
  /** The cell on screen, when more than its text. */
  render?(row: Row): ReactNode
  /** Pixels at normal text size; left out: takes a share of what is left over. */
  readonly width?: number
  /** Hidden until somebody asks for it in the column menu. */
  readonly hidden?: boolean
  readonly align?: 'end'
  /** Stays at the left while the others scroll. */
  readonly pinned?: boolean
  /** Order other than that of `value`. */
  compare?(a: Row, b: Row): number
}
