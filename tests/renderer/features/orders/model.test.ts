import { expect, it } from 'vitest'
import { compareOrders, openOrder, timeLeft } from '../../../../renderer/features/orders/model.ts'
import type { OrderRow } from '../../../../shared/ipc/orders.ts'

const row: OrderRow = {
  id: 'a',
  no: '0714-县01',
  title: '转移',
  urgency: 'ordinary',
  status: 'issued',
  issuedAt: 10,
  issuedBy: '周敏',
  replyBy: 500,
  amberAt: 400,
  acknowledgedAt: null,
  repliedAt: null,
  closedAt: null,
  known: true,
}

it('puts first what waits for a signature, then what waits for an answer, then the rest, closed ones last', () => {
  const rows: OrderRow[] = [
    { ...row, id: 'closed', status: 'closed' },
    { ...row, id: 'answered', status: 'replied', repliedAt: 5 },
    { ...row, id: 'later', status: 'acknowledged', replyBy: 900 },
    { ...row, id: 'sooner', status: 'acknowledged', replyBy: 400 },
    { ...row, id: 'told', status: 'acknowledged', replyBy: null },
    { ...row, id: 'new' },
    { ...row, id: 'life', urgency: 'life-safety', replyBy: null },
  ]
  expect(rows.toSorted(compareOrders).map(({ id }) => id)).toEqual([
    'life',
    'new',
    'sooner',
    'later',
    'answered',
    'told',
    'closed',
  ])
})

it('counts the time that is left for an answer, while one is awaited', () => {
  expect(timeLeft(row, 450)).toBe(50)
  expect(timeLeft(row, 550)).toBe(-50)
  expect(timeLeft({ ...row, repliedAt: 460 }, 550)).toBeNull()
  expect(timeLeft({ ...row, status: 'closed' }, 550)).toBeNull()
  expect(timeLeft({ ...row, replyBy: null }, 550)).toBeNull()
})

it('opens the most urgent order once and keeps it under the hand until it leaves the rows', () => {
  const urgent: OrderRow = { ...row, id: 'urgent', urgency: 'life-safety' }
  const signed: OrderRow = { ...row, status: 'acknowledged' }
  const opened = [
    openOrder(null, null, false),
    openOrder(null, [row], false),
    openOrder('a', [signed, urgent], false),
    openOrder('a', null, false),
    openOrder('a', [{ ...row, id: 'b' }, urgent], false),
    // What is being typed for it is not taken away, also when somebody else has closed it.
    openOrder('a', [urgent], true),
    openOrder('a', [], false),
  ]
  expect(opened).toEqual([null, 'a', 'a', 'a', 'urgent', 'a', null])
})
