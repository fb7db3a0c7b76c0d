import type { TaskStatus } from '../../../shared/domain/task/steps.ts'
import type { Task } from '../../../shared/domain/task/task.ts'
import { taskValues } from '../../../shared/domain/task/values.ts'
import type { Urgency } from '../../../shared/domain/urgency.ts'
import type { TaskDetail, TaskFilter, TaskRow } from '../../../shared/ipc/tasks.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { readState } from '../projections/entityState.ts'

interface Row {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly status: TaskStatus
  readonly open: number
  readonly urgency: Urgency
  readonly recipient_kind: string
  readonly recipient: string
  readonly recipient_name: string
  readonly incident: string
  readonly incident_no: string
  readonly incident_title: string
  readonly order_id: string
  readonly order_no: string
  readonly issued_at: number
  readonly due_at: number | null
  readonly acknowledge_by: number | null
  readonly answered_at: number | null
  readonly ended_at: number | null
  readonly last_at: number
  readonly last_by: string
  readonly unreported: number
  readonly ineffective: number
  readonly known: number
  readonly voided: number
  readonly acknowledge_from: number | null
  readonly calls_failed: number
  readonly self_verified: number
}

const COLUMNS = `id, no, title, status, open, urgency, recipient_kind, recipient, recipient_name, incident, incident_no,
  incident_title, order_id, order_no, issued_at, due_at, acknowledge_by, answered_at, ended_at, last_at, last_by, unreported,
  ineffective, known, voided, acknowledge_from, calls_failed, self_verified`

/** The rule that says when time is running out between two instants: asked when a row is read, never stored. */
export type AmberFrom = (startMs: number, dueMs: number) => number

/** Lines of the task ledger, newest first; one more than `limit` is never given. */
export function readTasks(
  db: ReadableDb,
  filter: TaskFilter,
  limit: number,
  amberFrom: AmberFrom,
): { readonly rows: readonly TaskRow[]; readonly more: boolean } {
  const where: string[] = []
  const values: (string | number)[] = []
  const equals = (column: string, value: string | undefined) => {
    if (value === undefined) return
    where.push(`${column} = ?`)
    // Says again what the partial index asks for, so that it can be used.
    if (column !== 'recipient') where.push(`${column} <> ''`)
    values.push(value)
  }
  if (filter.incident !== undefined) {
    // An incident that others were merged into has their tasks too.
    where.push('incident IN (SELECT ? UNION SELECT id FROM incident WHERE root = ?)', "incident <> ''")
    values.push(filter.incident, filter.incident)
  }
  equals('recipient', filter.recipient)
  equals('order_id', filter.order)
  if (filter.view !== 'all') where.push('active = 1')
  if (filter.view === 'open') where.push('open = 1')
  const rows = db
    .prepare<unknown[], Row>(
      `SELECT ${COLUMNS} FROM task ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
       ORDER BY issued_at DESC, id DESC LIMIT ?`,
    )
    .all(...values, limit + 1)
  return { rows: rows.slice(0, limit).map((row) => readRow(row, amberFrom)), more: rows.length > limit }
}

/** Tasks with a clock that runs, or that was missed without a reason: few, whatever the ledger holds. */
export function readWatchedTasks(db: ReadableDb): readonly Task[] {
  return db
    .prepare<[], { state: string }>(
      `SELECT s.state FROM task t CROSS JOIN entity_state s ON s.aggregate = 'task' AND s.entity = t.id WHERE t.watched = 1 ORDER BY t.id`,
    )
    .all()
    .map(({ state }) => JSON.parse(state) as Task)
}

/** One task as it was recorded; who may check it tonight is added by the desk. */
export function readTaskDetail(
  db: ReadableDb,
  id: string,
  amberFrom: AmberFrom,
): Omit<TaskDetail, 'verifying' | 'verifiedByDoer'> | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM task WHERE id = ?`).get(id)
  const folded = readState(db, 'task', id)
  if (!row || !folded) return null
  const { acts, rings, escalations, notes, late, voided, fields } = folded.state
  const rivals = Object.entries(fields).flatMap(([field, { rivals = [] }]) =>
    rivals.map(({ value, by }) => ({ field, value: sayValue(value), by: by.name })),
  )
  return {
    row: readRow(row, amberFrom),
    values: taskValues(folded.state),
    acts,
    rings,
    escalations,
    notes,
    late,
    voided,
    rivals,
    tips: folded.tips,
  }
}

function sayValue(value: Json): string {
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name)
  return value === null ? '' : String(value)
}

function readRow(row: Row, amberFrom: AmberFrom): TaskRow {
  return {
    id: row.id,
    no: row.no,
    title: row.title,
    status: row.status,
    open: row.open === 1,
    urgency: row.urgency,
    recipient: { kind: row.recipient_kind, id: row.recipient, name: row.recipient_name },
    incident: row.incident ? { id: row.incident, no: row.incident_no, title: row.incident_title } : null,
    order: row.order_id ? { id: row.order_id, no: row.order_no } : null,
    issuedAt: row.issued_at,
    dueAt: row.due_at,
    amberAt: row.due_at === null ? null : amberFrom(row.issued_at, row.due_at),
    acknowledgeBy: row.acknowledge_by,
    acknowledgeAmberAt:
      row.acknowledge_by === null ? null : amberFrom(row.acknowledge_from ?? row.issued_at, row.acknowledge_by),
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    lastAt: row.last_at,
    lastBy: row.last_by,
    unreported: row.unreported,
    ineffective: row.ineffective,
    known: row.known === 1,
    callsFailed: row.calls_failed,
    selfVerified: row.self_verified === 1,
    voided: row.voided === 1,
  }
}
