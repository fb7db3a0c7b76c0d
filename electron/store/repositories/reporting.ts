import type { Incident } from '../../../shared/domain/incident/incident.ts'
import type { ReportFacts } from '../../../shared/domain/report/clocks.ts'
import { reportingEntity } from '../../../shared/domain/report/events.ts'
import type { Reporting } from '../../../shared/domain/report/reporting.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { readState } from '../projections/entityState.ts'

/** More open incidents than a township ever has at once; beyond them the older ones have no clocks. */
const MOST_WATCHED = 200

/** One incident as its reporting sees it. */
export interface ReportedIncident {
  readonly incident: IncidentRef
  readonly facts: Omit<ReportFacts, 'counted' | 'had'>
  /** Key of its type, '' when not known. */
  readonly type: string
  /** Its own reporting, and that of incidents merged into it. */
  readonly parts: readonly Reporting[]
}

interface Row {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly type: string
  readonly phase: string
  readonly opened: number
  readonly received: number | null
  readonly members: number
}

const COLUMNS = `i.id, i.no, i.title, i.type, i.phase, i.opened_ms AS opened,
  (SELECT min(c.reported_ms) FROM incident m JOIN call c ON c.incident = m.id WHERE m.root = i.id AND c.voided = 0) AS received,
  (SELECT count(*) FROM incident m WHERE m.root = i.id AND m.id <> i.id) AS members`

/** Open cases that are not archived, newest first: those whose reporting is watched. */
export function readWatchedReporting(db: ReadableDb): readonly ReportedIncident[] {
  return db
    .prepare<[number], Row>(
      `SELECT ${COLUMNS} FROM incident i
       WHERE i.standing = 'open' AND i.known = 1 AND i.phase <> 'archived' ORDER BY i.opened_ms DESC LIMIT ?`,
    )
    .all(MOST_WATCHED)
    .map((row) => readOne(db, row))
}

/** One incident, whatever its standing; null when nothing of it has arrived. */
export function readReportedIncident(db: ReadableDb, id: string): ReportedIncident | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM incident i WHERE i.id = ?`).get(id)
  return row ? readOne(db, row) : null
}

function readOne(db: ReadableDb, row: Row): ReportedIncident {
  const { id, no, title, type, phase, opened, received, members } = row
  const ended = phase === 'ended' || phase === 'archived' ? readState(db, 'incident', id)?.state : undefined
  return {
    incident: { id, no, title },
    facts: { receivedAt: Math.min(received ?? opened, opened), endedAt: ended ? endOf(ended) : null },
    type,
    parts: [id, ...(members > 0 ? readMembers(db, id) : [])].flatMap((one) => {
      const found = readState(db, 'report', reportingEntity(one))
      return found ? [found.state] : []
    }),
  }
}

function readMembers(db: ReadableDb, root: string): readonly string[] {
  return db
    .prepare<[string, string], { id: string }>(
      'SELECT id FROM incident WHERE root = ? AND id <> ? ORDER BY opened_ms, id',
    )
    .all(root, root)
    .map(({ id }) => id)
}

/** When the incident was reported to have ended; archived without that: when it was archived. */
function endOf({ course }: Incident): number | null {
  const move = course.reached.ended ?? course.reached.archived
  return move ? hlcMs(move.by.hlc) : null
}
