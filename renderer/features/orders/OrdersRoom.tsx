import { useState } from 'react'
import { goTo, useRoute } from '../../app/route.ts'
import { useNow } from '../../components/useNow.ts'
import { useDesk } from '../../useDesk.ts'
import { openOrder } from './model.ts'
import { OrderPane } from './OrderPane.tsx'
import { OrdersRoomView } from './OrdersRoomView.tsx'
import './orders.css'

/** The room of the county's orders; the one that needs an answer most is open by itself. */
export function OrdersRoom() {
  const { room, target } = useRoute()
  const now = useNow()
  const [scope, setScope] = useState<'open' | 'all'>('open')
  const list = useDesk('order.list', { view: scope, limit: 500 }, ['order', 'alarm'])
  const rows = list.data?.rows ?? null
  const [kept, setKept] = useState<string | null>(null)
  const [held, setHeld] = useState(false)
  const open = (room === 'orders' ? target : null) ?? openOrder(kept, rows, held)
  if (open !== kept) setKept(open)
  return (
    <OrdersRoomView
      rows={rows}
      more={list.data?.more ?? false}
      now={Math.max(now, list.dataUpdatedAt)}
      scope={scope}
      open={open}
      pane={open ? <OrderPane key={open} id={open} onHold={setHeld} /> : null}
      onScope={setScope}
      onOpen={(id) => goTo('orders', id)}
    />
  )
}
