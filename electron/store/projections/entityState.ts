import type { AggregateName, StateOf } from '../../../shared/domain/aggregates.ts'
import type { Folded } from '../../../shared/domain/fold.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'

/** State and tips of one entity, or null when no event of it has arrived. */
export function readEntity<State>(db: ReadableDb, entity: string): Folded<State> | null {
  const row = db
    .prepare<[string], { state: string; tips: string }>('SELECT state, tips FROM entity_state WHERE entity = ?')
    .get(entity)
  return row ? { state: JSON.parse(row.state) as State, tips: JSON.parse(row.tips) as string[] } : null
}

/** State of one entity of a known aggregate, or null. */
export function readState<N extends AggregateName>(db: ReadableDb, name: N, entity: string): Folded<StateOf<N>> | null {
  const row = db
    .prepare<[string, string], { state: string; tips: string }>(
      'SELECT state, tips FROM entity_state WHERE entity = ? AND aggregate = ?',
    )
    .get(entity, name)
  return row ? { state: JSON.parse(row.state) as StateOf<N>, tips: JSON.parse(row.tips) as string[] } : null
}

/** States of every entity of an aggregate, in no promised order: for short lists (teams, villages, people). */
export function readStates<N extends AggregateName>(db: ReadableDb, name: N): readonly StateOf<N>[] {
  return db
    .prepare<[string], { state: string }>('SELECT state FROM entity_state WHERE aggregate = ? ORDER BY entity')
    .all(name)
    .map(({ state }) => JSON.parse(state) as StateOf<N>)
}

/** The same with the versions an edit of each has to name. */
export function readFolded<N extends AggregateName>(db: ReadableDb, name: N): readonly Folded<StateOf<N>>[] {
  return db
    .prepare<[string], { state: string; tips: string }>(
      'SELECT state, tips FROM entity_state WHERE aggregate = ? ORDER BY entity',
    )
    .all(name)
    .map(({ state, tips }) => ({ state: JSON.parse(state) as StateOf<N>, tips: JSON.parse(tips) as string[] }))
}

export function writeEntity<State>(
  db: WritableDb,
  aggregate: string,
  entity: string,
  { state, tips }: Folded<State>,
): void {
  db.prepare(
    `INSERT INTO entity_state (entity, aggregate, state, tips) VALUES (?, ?, ?, ?)
     ON CONFLICT (entity) DO UPDATE SET state = excluded.state, tips = excluded.tips`,
  ).run(entity, aggregate, JSON.stringify(state), JSON.stringify(tips))
}
