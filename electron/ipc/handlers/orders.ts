import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { orderChannels } from '../../../shared/ipc/orders.ts'
import { acknowledgeOrder, closeOrder, reopenOrder, replyToOrder } from '../../commands/order.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readOrderDetail, readOrders } from '../../store/repositories/orders.ts'

export function orderHandlers(desk: DeskContext): HandlersOf<typeof orderChannels> {
  return {
    'order.list': ({ view, limit }) => readOrders(desk.store.db, view, limit, desk.clockRules.amberFrom),
    'order.detail': ({ id }) => readOrderDetail(desk.store.db, id, desk.clockRules.amberFrom),
    'order.acknowledge': (args) => acknowledgeOrder(desk, args),
    'order.reply': (args) => replyToOrder(desk, args),
    'order.close': (args) => closeOrder(desk, args),
    'order.reopen': (args) => reopenOrder(desk, args),
  }
}
