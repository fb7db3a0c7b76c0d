import type { CountyOrder, OrderStatus } from '../../../shared/domain/order/order.ts'
import type { Urgency } from '../../../shared/domain/urgency.ts'
import type { OrderDetail, OrderRow } from '../../../shared/ipc/orders.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readState } from '../projections/entityState.ts'
import { type AmberFrom, readTasks } from './tasks.ts'

interface Row {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly urgency: Urgency
  readonly status: OrderStatus
  readonly issued_at: number
  readonly issued_by: string
  readonly reply_by: number | null
  readonly received_at: number | null
  readonly acknowledged_at: number | null
  readonly replied_at: number | null
  readonly closed_at: number | null
  readonly known: number
}

const COLUMNS = `id, no, title, urgency, status, issued_at, issued_by, reply_by, acknowledged_at, replied_at, closed_at, known,
  (SELECT min(received_ms) FROM event WHERE entity = county_order.id AND kind = 'order.issued') AS received_at`

/** Orders of the county, newest first. `open`: those the township has not closed. */
export function readOrders(
  db: ReadableDb,
  view: 'open' | 'all',
  limit: number,
  amberFrom: AmberFrom,
): { readonly rows: readonly OrderRow[]; readonly more: boolean } {
  const rows = db
    .prepare<[number], Row>(
      `SELECT ${COLUMNS} FROM county_order ${view === 'open' ? "WHERE status <> 'closed'" : ''}
       ORDER BY issued_at DESC, id DESC LIMIT ?`,
    )
    .all(limit + 1)
  return { rows: rows.slice(0, limit).map((row) => readRow(row, amberFrom)), more: rows.length > limit }
}

/** An order with a clock that runs or was missed without a reason, and when this console got it. */
export interface WatchedOrder {
  readonly order: CountyOrder
  readonly receivedAt: number
}

export function readWatchedOrders(db: ReadableDb): readonly WatchedOrder[] {
  return db
    .prepare<[], { id: string; state: string }>(
      `SELECT o.id, s.state FROM county_order o CROSS JOIN entity_state s ON s.aggregate = 'order' AND s.entity = o.id WHERE o.watched = 1 ORDER BY o.id`,
    )
    .all()
    .map(({ id, state }) => ({ order: JSON.parse(state) as CountyOrder, receivedAt: readReceivedAt(db, id) ?? 0 }))
}

/** When this console got an order, by its own clock; null when only answers to it have arrived. */
export function readReceivedAt(db: ReadableDb, id: string): number | null {
  const row = db
    .prepare<[string], { at: number | null }>(
      `SELECT min(received_ms) AS at FROM event WHERE entity = ? AND kind = 'order.issued'`,
    )
    .get(id)
  return row?.at ?? null
}

export function readOrderDetail(db: ReadableDb, id: string, amberFrom: AmberFrom): OrderDetail | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM county_order WHERE id = ?`).get(id)
  const folded = readState(db, 'order', id)
  if (!row || !folded) return null
  const { issued, acts, late } = folded.state
  return {
    row: readRow(row, amberFrom),
    issued,
    acts,
    late,
    receivedAt: row.received_at,
    tasks: readTasks(db, { view: 'all', order: id }, 200, amberFrom).rows,
    tips: folded.tips,
  }
}

function readRow(row: Row, amberFrom: AmberFrom): OrderRow {
  return {
    id: row.id,
    no: row.no,
    title: row.title,
    urgency: row.urgency,
    status: row.status,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    replyBy: row.reply_by,
    amberAt: row.reply_by === null ? null : amberFrom(row.received_at ?? row.issued_at, row.reply_by),
    acknowledgedAt: row.acknowledged_at,
    repliedAt: row.replied_at,
    closedAt: row.closed_at,
    known: row.known === 1,
  }
}
