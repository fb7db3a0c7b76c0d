import { type AggregateName, isAggregateName } from '../../../shared/domain/aggregates.ts'
import type { Folded } from '../../../shared/domain/fold.ts'
import { aggregateOf } from '../../../shared/domain/kinds.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { createLister } from './lister.ts'
import { foldStored, noteDrill, REAL, writeState } from './project.ts'
import { projectionTables } from './registry.ts'

/** Events between two turns: what calls this shows progress or lets others work. */
const STEP = 500

/**
 * Builds all projections of the real world again from a database's events (a drill's are built by store/drill): each entity is folded whole, so that the result owes nothing to the
 * order of arrival. Yields how many rows of `event` and entities are done; `done` of `total`. Call inside a transaction.
 */
export function* rebuildProjections(db: WritableDb): Generator<{ readonly done: number; readonly total: number }> {
  const { count, entities } = db
    .prepare<[], { count: number; entities: number }>(
      'SELECT count(*) AS count, count(DISTINCT entity) AS entities FROM event',
    )
    .get() ?? { count: 0, entities: 0 }
  const total = count + entities
  emptyProjections(db)
  const list = createLister(db)
  let done = 0
  let lastId = 0
  for (;;) {
    const rows = readStoredAfter(db, lastId, STEP)
    for (const { id, sealed } of rows) {
      if (REAL.holds(sealed.envelope)) list(id, sealed)
      else noteDrill(db, id)
    }
    done += rows.length
    lastId = rows.at(-1)?.id ?? lastId
    yield { done, total }
    if (rows.length < STEP) break
  }
  let lastEntity = ''
  for (;;) {
    const found = db
      .prepare<[string, number], { entity: string }>(
        'SELECT DISTINCT entity FROM event WHERE entity > ? ORDER BY entity LIMIT ?',
      )
      .all(lastEntity, STEP)
    for (const { entity } of found) foldWhole(db, entity)
    done += found.length
    lastEntity = found.at(-1)?.entity ?? lastEntity
    yield { done, total }
    if (found.length < STEP) break
  }
}

function foldWhole(db: WritableDb, entity: string): void {
  const kinds = db.prepare<[string], { kind: string }>('SELECT DISTINCT kind FROM event WHERE entity = ?').all(entity)
  for (const name of new Set(kinds.map(({ kind }) => aggregateOf(kind)))) {
    const folded = isAggregateName(name) ? foldStored(db, name, entity, REAL) : null
    if (folded) writeState(db, name as AggregateName, entity, folded as Folded<never>)
  }
}

function emptyProjections(db: WritableDb): void {
  for (const table of projectionTables()) db.prepare(`DELETE FROM ${table}`).run()
  db.prepare(`INSERT INTO search (search) VALUES ('delete-all')`).run()
}

/** Stored events after a row id, in order of arrival. */
function readStoredAfter(
  db: ReadableDb,
  id: number,
  limit: number,
): readonly { readonly id: number; readonly sealed: SealedEvent }[] {
  return db
    .prepare<[number, number], { id: number; hash: Uint8Array; bytes: Uint8Array }>(
      'SELECT id, hash, bytes FROM event WHERE id > ? ORDER BY id LIMIT ?',
    )
    .all(id, limit)
    .map(({ id: rowId, hash, bytes }) => {
      const envelope = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
      return { id: rowId, sealed: { envelope, bytes, hash: toHex(hash) } }
    })
}
