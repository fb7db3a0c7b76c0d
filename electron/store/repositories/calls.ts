import { bigramQuery } from '../../../shared/domain/bigrams.ts'
import type { CallRow } from '../../../shared/ipc/calls.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

const COLUMNS = { reportedMs: 'c.reported_ms', no: 'c.no', level: 'c.level_rank' } as const

export interface CallQuery {
  readonly text?: string | undefined
  readonly unconfirmed?: boolean | undefined
  readonly sort: keyof typeof COLUMNS
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

interface Row extends Omit<CallRow, 'incident' | 'unconfirmed' | 'voided'> {
  readonly incidentId: string | null
  readonly incidentNo: string | null
  readonly incidentTitle: string | null
  readonly unconfirmed: number
  readonly voided: number
}

/** A page of the calls ledger, and how many calls the query lets through. */
export function readCallPage(
  db: ReadableDb,
  { text, unconfirmed, sort, descending, offset, limit }: CallQuery,
): { readonly rows: readonly CallRow[]; readonly total: number } {
  const conditions: string[] = []
  const values: string[] = []
  if (unconfirmed) conditions.push('c.unconfirmed = 1')
  const query = text ? bigramQuery(text) : null
  if (query) {
    conditions.push(
      'c.id IN (SELECT m.subject FROM search s JOIN mention m ON m.event_id = s.rowid WHERE s.search MATCH ?)',
    )
    values.push(query)
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const direction = descending ? 'DESC' : 'ASC'
  const rows = db
    .prepare<unknown[], Row>(
      `SELECT c.id, c.no, c.about, c.reported_ms AS reportedMs, c.at_ms AS atMs, c.source, c.source_name AS sourceName, c.level,
         c.village_name AS villageName, c.unconfirmed, c.voided, c.conflicts,
         i.id AS incidentId, i.no AS incidentNo, i.title AS incidentTitle
       FROM call c LEFT JOIN incident i ON i.id = c.incident ${where}
       ORDER BY ${COLUMNS[sort]} ${direction}, c.id LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, offset)
  const total = db.prepare<unknown[], { count: number }>(`SELECT count(*) AS count FROM call c ${where}`).get(...values)
  return { rows: rows.map(toRow), total: total?.count ?? 0 }
}

function toRow({ incidentId, incidentNo, incidentTitle, unconfirmed, voided, ...row }: Row): CallRow {
  return {
    ...row,
    incident: incidentId ? { id: incidentId, no: incidentNo ?? '', title: incidentTitle ?? '' } : null,
    unconfirmed: unconfirmed === 1,
    voided: voided === 1,
  }
}
