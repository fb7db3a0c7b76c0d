import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readClockRules } from '../../../electron/alarms/clockRules.ts'
import { acknowledgeOrder, closeOrder, reopenOrder, replyToOrder } from '../../../electron/commands/order.ts'
import { issueTasks } from '../../../electron/commands/task.ts'
import { readOrderDetail, readOrders } from '../../../electron/store/repositories/orders.ts'
import { readEvent } from '../../../shared/domain/kinds.ts'
import { laneOf } from '../../../shared/domain/lane.ts'
import { type County, makeCounty } from '../../support/county.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'

const { amberFrom } = readClockRules()

const ID = 'order:01'
let test: TestDesk
let county: County
beforeEach(() => {
  test = openTestDesk()
  county = makeCounty('510124103', test.clock.now)
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const db = () => context().store.db
const base = () => [...(readOrderDetail(db(), ID, amberFrom)?.tips ?? [])]
const receive = (order: Parameters<County['order']>[0] = { id: '01' }) =>
  context().store.applyRemote([county.order(order)])
const acts = () =>
  readOrderDetail(db(), ID, amberFrom)?.acts.map(({ act, by, text }) => `${act} ${by}${text ? `：${text}` : ''}`)
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'done'
}

it('is what the hub writes: read here, in the lane the hub put it', () => {
  for (const urgency of ['life-safety', 'ordinary'] as const) {
    const sealed = county.order({ id: urgency, urgency })
    const event = readEvent(sealed)
    if (event?.kind !== 'order.issued') throw new Error('the console cannot read the county’s order')
    expect(laneOf('order.issued', event.body)).toBe(sealed.envelope.lane)
  }
})

describe('an order of the county at the desk', () => {
  it('appears as it was issued, waiting for a signature', () => {
    receive({ id: '01', replyBy: test.clock.now() + 7_200_000 })
    expect(readOrders(db(), 'open', 10, amberFrom)).toMatchObject({
      rows: [{ id: ID, no: '0714-县01', status: 'issued', issuedBy: '周敏', known: true, urgency: 'life-safety' }],
      more: false,
    })
    expect(readOrderDetail(db(), ID, amberFrom)).toMatchObject({
      issued: { text: '2小时内完成危险区群众转移，报告转移人数。' },
      receivedAt: test.clock.now(),
    })
  })

  it('is signed for once, with the limit that counted here', () => {
    receive()
    test.clock.advance(60_000)
    acknowledgeOrder(context(), { id: ID, base: base(), by: '' })
    expect(acts()).toEqual(['acknowledged 张伟'])
    expect(refusal(() => acknowledgeOrder(context(), { id: ID, base: base(), by: '' }))).toBe(
      'order.alreadyAcknowledged',
    )
    const limit = db()
      .prepare<[], { body: string }>(
        `SELECT json_extract(CAST(bytes AS TEXT), '$[14].limit') AS body FROM event WHERE kind = 'order.acknowledged'`,
      )
      .get()
    expect(JSON.parse(limit?.body ?? '{}')).toMatchObject({ minutes: 3, dueAt: test.clock.now() + 120_000 })
  })

  it('is answered; the answer signs for it and can close it', () => {
    receive()
    replyToOrder(context(), { id: ID, base: base(), by: '刘芳', text: '已转移43人。', close: true })
    expect(acts()).toEqual(['acknowledged 刘芳', 'replied 刘芳：已转移43人。', 'closed 张伟'])
    expect(readOrders(db(), 'open', 10, amberFrom).rows).toEqual([])
    expect(refusal(() => closeOrder(context(), { id: ID, base: base() }))).toBe('order.alreadyClosed')
    reopenOrder(context(), { id: ID, base: base(), reason: '又发现2人' })
    expect(readOrders(db(), 'open', 10, amberFrom).rows).toMatchObject([{ status: 'replied' }])
    expect(refusal(() => reopenOrder(context(), { id: ID, base: base(), reason: '再' }))).toBe('order.notClosed')
  })

  it('lists the tasks made from it', () => {
    receive()
    const order = { id: ID, no: '0714-县01', title: '转移山洪危险区群众' }
    const to = [{ kind: 'village', id: 'village-1', name: '李家湾村' } as const]
    issueTasks(context(), {
      title: '转移',
      detail: '',
      to,
      at: test.clock.now(),
      means: 'phone',
      dueAt: null,
      urgency: 'life-safety',
      order,
    })
    expect(readOrderDetail(db(), ID, amberFrom)?.tasks).toMatchObject([{ title: '转移', order: { id: ID } }])
  })

  it('is unknown until it arrives: nothing can be answered to what was not read', () => {
    expect(refusal(() => acknowledgeOrder(context(), { id: ID, base: [], by: '' }))).toBe('order.unknown')
  })
})
