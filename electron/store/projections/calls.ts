import { claimsOf, fieldsOf, isUnconfirmed, labelOf } from '../../../shared/domain/call/readCall.ts'
import { levelRank } from '../../../shared/domain/incident/levels.ts'
import { countRivals } from '../../../shared/domain/incident/readIncident.ts'
import { writeClaims } from './figureClaims.ts'
import type { Projection } from './projection.ts'

/** One row a call, and its figures as claims. */
export const callProjection: Projection<'call'> = {
  aggregate: 'call',
  tables: ['call', 'figure_claim'],
  write(db, id, call) {
    const { reportedAt, at, source, village, place, type, level, incident } = fieldsOf(call)
    const { no, about = '' } = labelOf(call)
    db.prepare(
      `INSERT OR REPLACE INTO call (id, no, about, reported_ms, at_ms, source, source_name, type, type_name, level, level_rank,
         village, village_name, place, incident, unconfirmed, voided, conflicts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      no,
      about,
      reportedAt,
      at,
      source.key,
      source.name,
      type?.key ?? '',
      type?.name ?? '',
      level,
      levelRank(level),
      village?.id ?? '',
      village?.name ?? '',
      place,
      incident?.id ?? null,
      isUnconfirmed(call) ? 1 : 0,
      call.voided ? 1 : 0,
      countRivals(call.fields, call.figures),
    )
    writeClaims(db, id, claimsOf(call))
  },
}
