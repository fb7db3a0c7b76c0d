import type { AggregateName, StateOf } from '../../../shared/domain/aggregates.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'

/**
 * Columns kept from the state of one aggregate, so that ledgers can be sorted and filtered by SQL. Writes only what follows
 * from the state: a rebuild must come to the same rows.
 */
export interface Projection<N extends AggregateName> {
  readonly aggregate: N
  /** Tables it owns; a rebuild compares them. */
  readonly tables: readonly string[]
  write(db: WritableDb, id: string, state: StateOf<N>): void
}
