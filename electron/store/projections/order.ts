import { isWatched } from '../../../shared/domain/deadline.ts'
import { orderClocks } from '../../../shared/domain/order/clocks.ts'
import type { CountyOrder } from '../../../shared/domain/order/order.ts'
import type { Projection } from './projection.ts'

export const orderProjection: Projection<'order'> = {
  aggregate: 'order',
  tables: ['county_order'],
  write(db, id, order) {
    const { ref, issued } = order
    db.prepare(
      `INSERT OR REPLACE INTO county_order (id, no, title, urgency, status, issued_at, issued_by, reply_by, acknowledged_at,
         replied_at, closed_at, known, watched) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      ref.no,
      ref.title,
      issued?.urgency ?? 'ordinary',
      order.status,
      issued?.at ?? order.acts[0]?.at ?? 0,
      issued?.by ?? '',
      issued?.replyBy ?? null,
      order.acknowledgedAt,
      order.repliedAt,
      order.closedAt,
      Number(issued !== null),
      Number(isWaiting(order) || orderClocks(order, null).some(isWatched)),
    )
  },
}

/** Nobody has signed for it: how long that may take depends on when this console got it, which its state does not say. */
function isWaiting({ issued, status }: CountyOrder): boolean {
  return issued !== null && status === 'issued'
}
