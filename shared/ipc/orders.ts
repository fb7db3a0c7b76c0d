import { z } from 'zod'
import type { OrderAct, OrderLateReason, OrderStatus, OrderText } from '../domain/order/order.ts'
import type { Urgency } from '../domain/urgency.ts'
import { entityId, longText, reason, shortText } from '../domain/values.ts'
import { channel } from './channel.ts'
import type { TaskRow } from './tasks.ts'

/** A line of the list of county orders. */
export interface OrderRow {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly urgency: Urgency
  readonly status: OrderStatus
  readonly issuedAt: number
  readonly issuedBy: string
  readonly replyBy: number | null
  /** From when on time is running out for the answer, as the rule stands; null when none is asked for. */
  readonly amberAt: number | null
  readonly acknowledgedAt: number | null
  readonly repliedAt: number | null
  readonly closedAt: number | null
  /** False: only our own answers have arrived here (资料未到). */
  readonly known: boolean
}

export interface OrderDetail {
  readonly row: OrderRow
  readonly issued: OrderText | null
  readonly acts: readonly OrderAct[]
  readonly late: readonly OrderLateReason[]
  /** When this console got it, by its own clock. */
  readonly receivedAt: number | null
  /** Tasks made from it. */
  readonly tasks: readonly TaskRow[]
  readonly tips: readonly string[]
}

const target = { id: entityId, base: z.array(z.string().max(16)).max(100) }

export const acknowledgeOrder = z.object({ ...target, by: shortText })
/** `close`: the answer settles it. */
export const replyToOrder = z.object({ ...target, by: shortText, text: longText.min(1), close: z.boolean() })
export const closeOrder = z.object({ ...target, note: shortText.optional() })
export const reopenOrder = z.object({ ...target, reason })

export const orderChannels = {
  'order.list': channel(z.object({ view: z.enum(['open', 'all']), limit: z.int().min(1).max(2_000) })).answers<{
    readonly rows: readonly OrderRow[]
    readonly more: boolean
  }>(),
  'order.detail': channel(z.object({ id: entityId })).answers<OrderDetail | null>(),
  'order.acknowledge': channel(acknowledgeOrder).answers<null>(),
  'order.reply': channel(replyToOrder).answers<null>(),
  'order.close': channel(closeOrder).answers<null>(),
  'order.reopen': channel(reopenOrder).answers<null>(),
} as const
