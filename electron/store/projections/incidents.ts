import { PHASES } from '../../../shared/domain/incident/course.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { levelRank } from '../../../shared/domain/incident/levels.ts'
import {
  countRivals,
  fieldsOf,
  labelOf,
  mergedInto,
  officialOf,
  ownClaims,
} from '../../../shared/domain/incident/readIncident.ts'
import { survivorOf } from '../../../shared/domain/merging.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { writeClaims } from './figureClaims.ts'
import type { Projection } from './projection.ts'

/** One row an incident, and the claims made on it directly. */
export const incidentProjection: Projection<'incident'> = {
  aggregate: 'incident',
  tables: ['incident', 'figure_claim'],
  write(db, id, incident) {
    writeRow(db, id, incident)
    settleRoots(db, id)
    writeClaims(db, id, ownClaims(incident))
  },
}

function writeRow(db: WritableDb, id: string, incident: Incident): void {
  const { at, type, level, village, place } = fieldsOf(incident)
  const { no, title } = labelOf(incident)
  const { phase } = incident.course
  const standing = incident.voided ? 'voided' : incident.dismissed ? 'dismissed' : 'open'
  db.prepare(
    `INSERT OR REPLACE INTO incident (id, no, title, type, type_name, level, level_rank, phase, phase_rank, village, village_name,
       place, at_ms, opened_ms, known, own_standing, merged_into, split_from,
       root, standing, bodies, official, conflicts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    no,
    title,
    type?.key ?? '',
    type?.name ?? '',
    level,
    levelRank(level),
    phase,
    PHASES.indexOf(phase),
    village?.id ?? '',
    village?.name ?? incident.label.village?.name ?? '',
    place,
    at,
    hlcMs(incident.since),
    incident.opened ? 1 : 0,
    standing,
    mergedInto(incident)?.id ?? null,
    incident.splitFrom?.id ?? null,
    id,
    standing,
    JSON.stringify(incident.transfers.filter(({ returned }) => !returned).map(({ body }) => body.name)),
    JSON.stringify(officialOf(incident)),
    countRivals(incident.fields, incident.official, incident.merged),
  )
}

/**
 * Where merged incidents end. One merge moves everything that was merged into it before, and two consoles may have made a
 * circle: so all that lead to the changed incident are settled anew, and the order of arrival does not matter.
 */
function settleRoots(db: WritableDb, changed: string): void {
  const leading = db
    .prepare<[string], { id: string }>(
      `WITH RECURSIVE leading (id) AS (
         VALUES (?) UNION SELECT i.id FROM leading l JOIN incident i ON i.merged_into = l.id
       ) SELECT id FROM leading`,
    )
    .all(changed)
  for (const { id } of leading) {
    const root = survivorOf(id, (one) => readInto(db, one))
    db.prepare(
      `UPDATE incident SET root = ?,
         standing = CASE WHEN own_standing = 'voided' OR id = ? THEN own_standing ELSE 'merged' END WHERE id = ?`,
    ).run(root, root, id)
  }
}

/** Into one that has not arrived nothing disappears: until then the incident stays a case of its own. */
function readInto(db: ReadableDb, id: string): string | null {
  const row = db
    .prepare<[string], { target: string }>(
      'SELECT t.id AS target FROM incident i JOIN incident t ON t.id = i.merged_into WHERE i.id = ?',
    )
    .get(id)
  return row?.target ?? null
}
