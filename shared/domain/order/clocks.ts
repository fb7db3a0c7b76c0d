import type { Deadline } from '../deadline.ts'
import type { OrderClockName } from './events.ts'
import type { CountyOrder } from './order.ts'

/**
 * The clocks of a county order. @param acknowledgeBy when this console has to have signed for it, while nobody has; once
 * somebody has, what the rule said to that one counts.
 */
export function orderClocks(order: CountyOrder, acknowledgeBy: number | null): readonly Deadline<OrderClockName>[] {
  if (!order.issued) return []
  const clocks: Deadline<OrderClockName>[] = []
  const add = (clock: OrderClockName, dueAt: number, stoppedAt: number | null) => {
    clocks.push({ clock, dueAt, stoppedAt, explained: order.late.some((late) => late.clock === clock) })
  }
  const signedAt = order.acknowledgedAt ?? order.repliedAt ?? order.closedAt
  const signBy = signedAt === null ? acknowledgeBy : order.acknowledgeBy
  if (signBy !== null) add('acknowledge', signBy, signedAt)
  if (order.issued.replyBy !== null) add('reply', order.issued.replyBy, order.repliedAt ?? order.closedAt)
  return clocks
}
