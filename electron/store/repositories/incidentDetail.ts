import type { Folded } from '../../../shared/domain/fold.ts'
import { mergedInto } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { IncidentDetail } from '../../../shared/ipc/incidents.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readState } from '../projections/entityState.ts'

/** An incident with its calls, and with everything merged into it; null when nothing of it has arrived. */
export function readIncidentDetail(db: ReadableDb, id: string): IncidentDetail | null {
  const incident = readState(db, 'incident', id)
  const root = readRoot(db, id)
  if (!incident || !root) return null
  return {
    incident,
    root,
    circle: root.id === id && mergedInto(incident.state) !== null && isKnown(db, mergedInto(incident.state)?.id ?? ''),
    calls: readCalls(db, id),
    members: readIds(db, 'SELECT id FROM incident WHERE root = ? AND id <> ? ORDER BY opened_ms, id', id, id)
      .map((member) => readState(db, 'incident', member))
      .filter(isThere),
    splits: db
      .prepare<[string], IncidentRef>('SELECT id, no, title FROM incident WHERE split_from = ? ORDER BY opened_ms, id')
      .all(id),
  }
}

function readRoot(db: ReadableDb, id: string): IncidentRef | undefined {
  return db
    .prepare<[string], IncidentRef>(
      'SELECT r.id, r.no, r.title FROM incident i JOIN incident r ON r.id = i.root WHERE i.id = ?',
    )
    .get(id)
}

function isKnown(db: ReadableDb, id: string): boolean {
  return db.prepare('SELECT 1 FROM incident WHERE id = ?').get(id) !== undefined
}

function readCalls(db: ReadableDb, root: string) {
  return readIds(
    db,
    `SELECT c.id FROM incident i JOIN call c ON c.incident = i.id WHERE i.root = ? OR i.id = ?
     ORDER BY c.reported_ms, c.id`,
    root,
    root,
  )
    .map((call) => readState(db, 'call', call))
    .filter(isThere)
}

function readIds(db: ReadableDb, sql: string, ...values: readonly string[]): readonly string[] {
  return db
    .prepare<unknown[], { id: string }>(sql)
    .all(...values)
    .map(({ id }) => id)
}

function isThere<State>(folded: Folded<State> | null): folded is Folded<State> {
  return folded !== null
}
