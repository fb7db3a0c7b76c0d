import type { AggregateName, StateOf } from '../../../shared/domain/aggregates.ts'
import type { Folded } from '../../../shared/domain/fold.ts'
import { isPractised } from '../../../shared/domain/worlds.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'

/** A drill's own states stand before the real ones (store/drill); reference data is read from the real ones in both worlds. */
function tableOf(aggregate: string): string {
  return isPractised(aggregate) ? 'entity_state' : 'main.entity_state'
}

/** State and tips of one entity of an aggregate known by its name only; null when no event of it has arrived. */
export function readEntity<State>(db: ReadableDb, aggregate: string, entity: string): Folded<State> | null {
  const row = db
    .prepare<[string, string], { state: string; tips: string }>(
      `SELECT state, tips FROM ${tableOf(aggregate)} WHERE aggregate = ? AND entity = ?`,
    )
    .get(aggregate, entity)
  return row ? { state: JSON.parse(row.state) as State, tips: JSON.parse(row.tips) as string[] } : null
}

/** State and tips of one entity, or null when no event of it has arrived. */
export function readState<N extends AggregateName>(db: ReadableDb, name: N, entity: string): Folded<StateOf<N>> | null {
  return readEntity<StateOf<N>>(db, name, entity)
}

/** States of every entity of an aggregate, in no promised order: for short lists (teams, villages, people). */
export function readStates<N extends AggregateName>(db: ReadableDb, name: N): readonly StateOf<N>[] {
  return db
    .prepare<[string], { state: string }>(`SELECT state FROM ${tableOf(name)} WHERE aggregate = ? ORDER BY entity`)
    .all(name)
    .map(({ state }) => JSON.parse(state) as StateOf<N>)
}

/** The same with the versions an edit of each has to name. */
export function readFolded<N extends AggregateName>(db: ReadableDb, name: N): readonly Folded<StateOf<N>>[] {
  return db
    .prepare<[string], { state: string; tips: string }>(
      `SELECT state, tips FROM ${tableOf(name)} WHERE aggregate = ? ORDER BY entity`,
    )
    .all(name)
    .map(({ state, tips }) => ({ state: JSON.parse(state) as StateOf<N>, tips: JSON.parse(tips) as string[] }))
}

/** The versions an event written now follows, when its author names none; empty for a kind without state. */
export function readTips(db: ReadableDb, aggregate: string, entity: string): readonly string[] {
  const row = db
    .prepare<[string, string], { tips: string }>(
      `SELECT tips FROM ${tableOf(aggregate)} WHERE aggregate = ? AND entity = ?`,
    )
    .get(aggregate, entity)
  return row ? (JSON.parse(row.tips) as string[]) : []
}

export function writeEntity<State>(
  db: WritableDb,
  aggregate: string,
  entity: string,
  { state, tips }: Folded<State>,
): void {
  db.prepare(
    `INSERT INTO entity_state (aggregate, entity, state, tips) VALUES (?, ?, ?, ?)
     ON CONFLICT (aggregate, entity) DO UPDATE SET state = excluded.state, tips = excluded.tips`,
  ).run(aggregate, entity, JSON.stringify(state), JSON.stringify(tips))
}
