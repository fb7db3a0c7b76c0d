import type { TimelineLine } from '../../../shared/ipc/incidents.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { HUB_MS } from './hubTimes.ts'
import { type LineRow, readLines } from './logLines.ts'

export interface TimelinePage {
  readonly lines: readonly TimelineLine[]
  readonly next: { readonly atMs: number; readonly id: number } | null
}

interface Row extends LineRow {
  readonly receivedMs: number
  readonly own: number
  readonly hubMs: number | null
}

/**
 * Every event that speaks of the incident, of one merged into it, or of a call of theirs; newest first. Device time beside hub
 * time: an own event reached the hub with the first confirmation at or above its number.
 */
export function readIncidentTimeline(
  db: ReadableDb,
  own: string,
  id: string,
  before: TimelinePage['next'],
  limit: number,
): TimelinePage {
  const older = before ? 'AND (l.at_ms, l.event_id) < (:atMs, :eventId)' : ''
  const rows = db
    .prepare<unknown[], Row>(
      `WITH family (id) AS (SELECT id FROM incident WHERE root = :id OR id = :id),
         subject (id) AS (SELECT id FROM family UNION SELECT c.id FROM family f JOIN call c ON c.incident = f.id),
         about (event_id) AS (SELECT DISTINCT m.event_id FROM subject s JOIN mention m ON m.subject = s.id)
       SELECT e.id, e.hash, e.bytes, l.after_revocation AS afterRevocation, e.received_ms AS receivedMs, e.origin = :own AS own,
         iif(e.origin = :own, ${HUB_MS}, NULL) AS hubMs
       FROM about a JOIN log_line l ON l.event_id = a.event_id JOIN event e ON e.id = a.event_id
       WHERE TRUE ${older} ORDER BY l.at_ms DESC, l.event_id DESC LIMIT :limit`,
    )
    .all({ id, own, limit, ...(before ? { atMs: before.atMs, eventId: before.id } : {}) })
  const lines = readLines(db, own, rows).map((line, index) => {
    const row = rows[index]
    return { ...line, receivedMs: row?.receivedMs ?? line.atMs, own: row?.own === 1, hubMs: row?.hubMs ?? null }
  })
  const last = rows.length === limit ? lines.at(-1) : undefined
  return { lines, next: last ? { atMs: last.atMs, id: last.id } : null }
}
