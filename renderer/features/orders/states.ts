import type { OrderDetail, OrderRow } from '../../../shared/ipc/orders.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'
import { viewStates } from '../../viewStates.ts'
import { sampleRow } from '../tasks/samples.ts'
import { OrderDetailView, type OrderDetailViewProps } from './OrderDetailView.tsx'
import { OrdersRoomView, type OrdersRoomViewProps } from './OrdersRoomView.tsx'
import './orders.css'
import { createElement } from 'react'

const nothing = () => undefined
const now = Date.UTC(2026, 6, 13, 19, 40)
const MINUTE = 60_000

const row: OrderRow = {
  id: 'order:01',
  no: '0714-县01',
  title: '立即转移山洪地质灾害危险区群众',
  urgency: 'life-safety',
  status: 'issued',
  issuedAt: now - 2 * MINUTE,
  issuedBy: '县应急值班室 周敏',
  replyBy: now + 58 * MINUTE,
  amberAt: now + 40 * MINUTE,
  acknowledgedAt: null,
  repliedAt: null,
  closedAt: null,
  known: true,
}
const rows: readonly OrderRow[] = [
  row,
  {
    ...row,
    id: 'order:02',
    no: '0713-县04',
    title: '报送今夜防汛值班安排',
    urgency: 'ordinary',
    status: 'acknowledged',
    replyBy: now - 9 * MINUTE,
    issuedAt: now - 200 * MINUTE,
  },
  {
    ...row,
    id: 'order:03',
    no: '0713-县03',
    title: '开展地质灾害隐患点夜间巡查',
    urgency: 'ordinary',
    status: 'replied',
    repliedAt: now - 90 * MINUTE,
    issuedAt: now - 300 * MINUTE,
  },
  {
    ...row,
    id: 'order:04',
    no: '0712-县02',
    title: '通报强对流天气预警',
    urgency: 'ordinary',
    status: 'closed',
    replyBy: null,
    issuedAt: now - 1800 * MINUTE,
  },
  {
    ...row,
    id: 'order:05',
    no: '0712-县01',
    title: '核对避灾安置点',
    urgency: 'ordinary',
    status: 'acknowledged',
    known: false,
    replyBy: null,
    issuedAt: now - 1900 * MINUTE,
  },
]
const writer = (minutes: number) => ({
  version: String(minutes).padStart(16, '0'),
  hlc: makeHlc(now - minutes * MINUTE, 0),
  origin: 'd-a',
  name: '李文博',
})
const order: OrderDetail = {
  row,
  issued: {
    title: row.title,
    text: '据气象部门预报，今夜到明晨我县北部有大暴雨。请你镇立即组织李家湾、石门两村山洪地质灾害危险区群众转移避险，做到应转尽转、不漏一户。\n转移人数、安置地点请于4:38前回复。',
    urgency: 'life-safety',
    replyBy: row.replyBy,
    scope: '510124103',
    at: row.issuedAt,
    by: row.issuedBy,
  },
  acts: [],
  late: [],
  receivedAt: now - MINUTE,
  tasks: [],
  tips: [],
}
const answered: OrderDetail = {
  ...order,
  row: { ...row, status: 'replied', acknowledgedAt: now - MINUTE, repliedAt: now },
  acts: [
    { act: 'acknowledged', effective: true, at: now - 9 * MINUTE, by: '李文博', text: '', writer: writer(9) },
    { act: 'acknowledged', effective: false, at: now - 8 * MINUTE, by: '陈秀英', text: '', writer: writer(8) },
    {
      act: 'replied',
      effective: true,
      at: now - 3 * MINUTE,
      by: '李文博',
      text: '两村危险区已转移43人，安置在镇中心小学。',
      writer: writer(3),
    },
  ],
  late: [{ clock: 'acknowledge', dueAt: now - 10 * MINUTE, reason: '正在接另一起险情电话', writer: writer(2) }],
  tasks: [sampleRow],
}
const detail: OrderDetailViewProps = {
  order,
  now,
  deliveries: {
    [writer(9).version]: { delivery: 'read', reading: { by: '周敏', at: now } },
    [writer(3).version]: { delivery: 'stored', reading: null },
  },
  reply: null,
  pending: false,
  onSign: nothing,
  onReply: nothing,
  onSend: nothing,
  onClose: nothing,
  onReopen: nothing,
  onTask: nothing,
  onOpenTask: nothing,
}

export const orderDetailStates = viewStates(OrderDetailView, {
  arrived: detail,
  answering: { ...detail, reply: '两村危险区已转移43人' },
  answered: { ...detail, order: answered },
  closed: { ...detail, order: { ...answered, row: { ...answered.row, status: 'closed' } } },
  noAnswerAsked: {
    ...detail,
    order: { ...order, row: { ...row, replyBy: null }, issued: order.issued && { ...order.issued, replyBy: null } },
  },
  notArrived: { ...detail, order: { ...answered, issued: null, row: { ...row, known: false }, receivedAt: null } },
})

const room: OrdersRoomViewProps = {
  rows,
  more: false,
  now,
  scope: 'open',
  open: null,
  pane: null,
  onScope: nothing,
  onOpen: nothing,
}
export const ordersRoomStates = viewStates(OrdersRoomView, {
  reading: { ...room, rows: null },
  empty: { ...room, rows: [] },
  full: { ...room, open: row.id, pane: createElement(OrderDetailView, detail) },
  answered: {
    ...room,
    scope: 'all',
    more: true,
    open: 'order:03',
    pane: createElement(OrderDetailView, { ...detail, order: answered }),
  },
})
