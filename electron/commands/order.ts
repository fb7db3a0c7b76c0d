import type { z } from 'zod'
import type { CountyOrder } from '../../shared/domain/order/order.ts'
import type * as ipc from '../../shared/ipc/orders.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readReceivedAt } from '../store/repositories/orders.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'

type Args<Schema extends z.ZodType> = z.output<Schema>

/** 签收. @throws {CommandError} order.unknown, order.alreadyAcknowledged */
export function acknowledgeOrder(context: DeskContext, { id, base, by }: Args<typeof ipc.acknowledgeOrder>): null {
  const order = arrivedOrder(context, id)
  if (order.acknowledgedAt !== null) throw new CommandError('order.alreadyAcknowledged')
  return append(context, [acknowledgement(context, order, by, base)])
}

/** An answer; it signs for the order too when nobody has. @throws {CommandError} order.unknown */
export function replyToOrder(context: DeskContext, args: Args<typeof ipc.replyToOrder>): null {
  const { id, base, text, close } = args
  const order = arrivedOrder(context, id)
  const about = aboutOrder(order)
  const at = context.now()
  const by = args.by || context.session.author().name
  const drafts: AnyDraft[] = []
  // The later drafts of one act follow the first; only the first names what was on screen.
  const first = () => (drafts.length === 0 ? { base } : {})
  if (order.acknowledgedAt === null) drafts.push(acknowledgement(context, order, by, base))
  drafts.push({ kind: 'order.replied', entity: id, ...first(), body: { ...about, at, by, text } })
  if (close && order.status !== 'closed') drafts.push({ kind: 'order.closed', entity: id, body: { ...about, at } })
  return append(context, drafts)
}

/** 办结. @throws {CommandError} order.unknown, order.alreadyClosed */
export function closeOrder(context: DeskContext, { id, base, note }: Args<typeof ipc.closeOrder>): null {
  const order = arrivedOrder(context, id)
  if (order.status === 'closed') throw new CommandError('order.alreadyClosed')
  const body = { ...aboutOrder(order), at: context.now(), ...(note && { note }) }
  if (order.acknowledgedAt !== null) return append(context, [{ kind: 'order.closed', entity: id, base, body }])
  const { name } = context.session.author()
  return append(context, [acknowledgement(context, order, name, base), { kind: 'order.closed', entity: id, body }])
}

/** @throws {CommandError} order.unknown, order.notClosed */
export function reopenOrder(context: DeskContext, { id, base, reason }: Args<typeof ipc.reopenOrder>): null {
  const order = arrivedOrder(context, id)
  if (order.status !== 'closed') throw new CommandError('order.notClosed')
  const body = { ...aboutOrder(order), at: context.now(), reason }
  return append(context, [{ kind: 'order.reopened', entity: id, base, body }])
}

/** What every event about an order says of it. */
export function aboutOrder({ ref, issued }: CountyOrder) {
  return { order: ref, urgency: issued?.urgency ?? ('ordinary' as const) }
}

function acknowledgement(context: DeskContext, order: CountyOrder, by: string, base: readonly string[]): AnyDraft {
  const { store, session, clockRules, now } = context
  const about = aboutOrder(order)
  const receivedAt = readReceivedAt(store.db, order.id) ?? now()
  const limit = clockRules.limit(`order.acknowledge.${about.urgency}`, receivedAt)
  const body = { ...about, at: now(), by: by || session.author().name, ...(limit && { limit }) }
  return { kind: 'order.acknowledged', entity: order.id, base, body }
}

function arrivedOrder({ store }: DeskContext, id: string): CountyOrder {
  const order = readState(store.db, 'order', id)?.state
  if (!order?.issued) throw new CommandError('order.unknown')
  return order
}

function append({ store, session }: DeskContext, drafts: readonly AnyDraft[]): null {
  store.append(drafts, { author: session.author() })
  return null
}
