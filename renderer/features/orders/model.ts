import type { OrderStatus } from '../../../shared/domain/order/order.ts'
import type { OrderRow } from '../../../shared/ipc/orders.ts'
import type { Tone } from '../../components/StatusTag.tsx'

export function toneOfOrder(status: OrderStatus): Tone {
  switch (status) {
    case 'issued':
      return 'bad'
    case 'acknowledged':
      return 'info'
    case 'replied':
      return 'good'
    case 'closed':
      return 'mute'
  }
}

/** Waiting for a signature first, then for an answer, the earliest deadline on top; then the newest. */
export function compareOrders(a: OrderRow, b: OrderRow): number {
  return rank(a) - rank(b) || dueOf(a) - dueOf(b) || b.issuedAt - a.issuedAt
}

/**
 * The order that is open when nobody chose one: the most urgent, chosen once. Then the hand is on it, and neither its signature nor
 * what else arrives puts another under the next key; another follows when it leaves the rows.
 * @param rows null while they are read
 * @param held something is being typed for it: it stays whatever happens to the rows
 */
export function openOrder(kept: string | null, rows: readonly OrderRow[] | null, held: boolean): string | null {
  if (held || rows === null || rows.some(({ id }) => id === kept)) return kept
  return rows.toSorted(compareOrders)[0]?.id ?? null
}

function rank({ status, urgency, replyBy, repliedAt }: OrderRow): number {
  if (status === 'issued') return urgency === 'life-safety' ? 0 : 1
  if (status === 'acknowledged' && replyBy !== null && repliedAt === null) return 2
  return status === 'closed' ? 4 : 3
}

function dueOf({ status, replyBy, repliedAt }: OrderRow): number {
  return status !== 'closed' && repliedAt === null && replyBy !== null ? replyBy : Number.POSITIVE_INFINITY
}

/** Time left until an answer is due (negative: late by so much); null when none is awaited. */
export function timeLeft({ status, replyBy, repliedAt }: OrderRow, now: number): number | null {
  return status === 'closed' || repliedAt !== null || replyBy === null ? null : replyBy - now
}
