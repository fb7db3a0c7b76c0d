/** What a console remembers of one column. */
export interface ColumnState {
  readonly colId: string
  readonly width?: number | null | undefined
  readonly hide?: boolean | null | undefined
  readonly sort?: 'asc' | 'desc' | null | undefined
  readonly sortIndex?: number | null | undefined
}

const keyOf = (ledger: string) => `zhenshou.ledger.${ledger}`

/** Order, width, visibility and sorting of a ledger's columns as this console left them; null when never changed. */
export function readColumns(storage: Pick<Storage, 'getItem'>, ledger: string): readonly ColumnState[] | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(ledger)) ?? 'null')
    return Array.isArray(kept) ? kept.filter(isColumnState) : null
  } catch {
    return null
  }
}

export function keepColumns(storage: Pick<Storage, 'setItem'>, ledger: string, columns: readonly ColumnState[]): void {
  try {
    storage.setItem(keyOf(ledger), JSON.stringify(columns.map(essential)))
  } catch {
    // A full storage costs the widths at the next start, nothing else.
    return
  }
}

export function forgetColumns(storage: Pick<Storage, 'removeItem'>, ledger: string): void {
  storage.removeItem(keyOf(ledger))
}

function essential({ colId, width, hide, sort, sortIndex }: ColumnState): ColumnState {
  return { colId, width: width ?? null, hide: hide ?? false, sort: sort ?? null, sortIndex: sortIndex ?? null }
}

function isColumnState(value: unknown): value is ColumnState {
  return typeof value === 'object' && value !== null && 'colId' in value && typeof value.colId === 'string'
}
