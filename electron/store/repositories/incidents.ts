import { fromBeijing } from '../../../shared/domain/beijing.ts'
import { bigramQuery } from '../../../shared/domain/bigrams.ts'
import type { INCIDENT_SORTS, IncidentFilter, IncidentRow } from '../../../shared/ipc/incidents.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { summarizeFigures } from './figureSummaries.ts'

export type IncidentSort = (typeof INCIDENT_SORTS)[number]

const COLUMNS: { readonly [S in IncidentSort]: string } = {
  openedMs: 'i.opened_ms',
  atMs: 'i.at_ms',
  no: 'i.no',
  title: 'i.title',
  type: 'i.type_name',
  level: 'i.level_rank',
  phase: 'i.phase_rank',
  village: 'i.village_name',
}

interface Row extends Omit<IncidentRow, 'known' | 'mergedInto' | 'bodies' | 'figures' | 'changedMs'> {
  readonly known: number
  readonly root: string
  readonly rootNo: string
  readonly rootTitle: string
  readonly changedMs: number | null
  readonly bodies: string
  readonly official: string
}

export interface PageOf {
  readonly sort: IncidentSort
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/** A page of the incident ledger, and how many rows the filter lets through. */
export function readIncidentPage(
  db: ReadableDb,
  filter: IncidentFilter,
  { sort, descending, offset, limit }: PageOf,
): { readonly rows: readonly IncidentRow[]; readonly total: number } {
  const { where, values } = conditionsOf(filter)
  const direction = descending ? 'DESC' : 'ASC'
  const rows = db
    .prepare<unknown[], Row>(
      `SELECT i.id, i.no, i.title, i.type, i.type_name AS typeName, i.level, i.phase, i.village_name AS villageName, i.place,
         i.at_ms AS atMs, i.opened_ms AS openedMs, i.known, i.standing, i.bodies, i.official, i.conflicts,
         i.root, r.no AS rootNo, r.title AS rootTitle,
         (SELECT count(*) FROM incident m JOIN call c ON c.incident = m.id WHERE m.root = i.id AND c.voided = 0) AS calls,
         (SELECT l.at_ms FROM log_line l WHERE l.event_id = (SELECT max(event_id) FROM mention WHERE subject = i.id)) AS changedMs
       FROM incident i JOIN incident r ON r.id = i.root ${where}
       ORDER BY ${COLUMNS[sort]} ${direction}, i.opened_ms ${direction}, i.no ${direction}, i.id LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, offset)
  const total = db
    .prepare<unknown[], { count: number }>(`SELECT count(*) AS count FROM incident i ${where}`)
    .get(...values)
  const figures = summarizeFigures(db, rows)
  return {
    total: total?.count ?? 0,
    rows: rows.map(({ root, rootNo, rootTitle, known, bodies, official: _official, changedMs, ...row }) => ({
      ...row,
      changedMs: changedMs ?? row.openedMs,
      known: known === 1,
      mergedInto: root === row.id ? null : { id: root, no: rootNo, title: rootTitle },
      bodies: JSON.parse(bodies) as string[],
      figures: figures.get(row.id) ?? [],
    })),
  }
}

function conditionsOf(filter: IncidentFilter): {
  readonly where: string
  readonly values: readonly (string | number)[]
} {
  const conditions: string[] = []
  const values: (string | number)[] = []
  const oneOf = (column: string, wanted: readonly string[] | undefined) => {
    if (!wanted) return
    conditions.push(`${column} IN (${wanted.map(() => '?').join(', ') || 'NULL'})`)
    values.push(...wanted)
  }
  oneOf('i.id', filter.ids)
  oneOf('i.standing', filter.standings)
  oneOf('i.phase', filter.phases)
  oneOf('i.level', filter.levels)
  oneOf('i.type', filter.types)
  if (filter.village) oneOf('i.village', [filter.village])
  const from = filter.fromDay ? fromBeijing(filter.fromDay, '00:00') : null
  const to = filter.toDay ? fromBeijing(filter.toDay, '00:00') : null
  if (from !== null) {
    conditions.push('i.opened_ms >= ?')
    values.push(from)
  }
  if (to !== null) {
    conditions.push('i.opened_ms < ?')
    values.push(to + 86_400_000)
  }
  const query = filter.text ? bigramQuery(filter.text) : null
  if (query) {
    // Whatever was written about an incident finds it: its calls, notes, tasks, and those of incidents merged into it.
    conditions.push(
      `i.id IN (SELECT f.root FROM search s JOIN mention m ON m.event_id = s.rowid JOIN incident f ON f.id = m.subject
         WHERE s.search MATCH ?)`,
    )
    values.push(query)
  }
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', values }
}
