import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import type { Body } from '../../../../shared/domain/kinds.ts'
import { laneOf } from '../../../../shared/domain/lane.ts'
import { orderAggregate } from '../../../../shared/domain/order/order.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const T0 = 1_800_000_000_000
const HUB = 'h-county'
const ID = 'order:01'
const order = { id: ID, no: '0714-县01', title: '立即转移山洪危险区群众' }
const about = { order, urgency: 'life-safety' } as const
const issued: Body<'order.issued'> = {
  no: order.no,
  title: order.title,
  text: '2小时内完成危险区群众转移，并报告人数。',
  urgency: 'life-safety',
  replyBy: T0 + 7_200_000,
  to: { scope: '330182105' },
}

function fold({ events }: Pick<History, 'events'>) {
  return foldEntity(orderAggregate, ID, events).state
}
function story(history: History): readonly string[] {
  return fold(history).acts.map(({ act, effective }) => `${act} ${effective}`)
}

describe('an order of the county', () => {
  it('is signed for, answered and closed', () => {
    const history = makeHistory(ID)
    history.add('order.issued', issued, { origin: HUB, by: '县应急局 周敏', at: T0 })
    expect(fold(history)).toMatchObject({
      status: 'issued',
      ref: order,
      issued: { text: issued.text, by: '县应急局 周敏', at: T0, scope: '330182105' },
    })
    history.add('order.acknowledged', { ...about, at: T0 + 1, by: '王芳' })
    expect(fold(history)).toMatchObject({ status: 'acknowledged', acknowledgedAt: T0 + 1 })
    history.add('order.replied', { ...about, at: T0 + 2, by: '王芳', text: '已转移15人。' })
    history.add('order.replied', { ...about, at: T0 + 3, by: '王芳', text: '全部转移完毕，共43人。' })
    expect(fold(history)).toMatchObject({ status: 'replied', repliedAt: T0 + 2 })
    history.add('order.closed', { ...about, at: T0 + 4 })
    expect(fold(history).status).toBe('closed')
    history.add('order.reopened', { ...about, at: T0 + 5, reason: '又发现2人未转移' })
    expect(fold(history)).toMatchObject({ status: 'replied', closedAt: null })
  })

  it('comes only from the county', () => {
    const history = makeHistory(ID)
    history.add('order.issued', issued, { origin: 'd-a' })
    expect(fold(history)).toMatchObject({ issued: null, ref: { no: '' } })
  })

  it('keeps the second of two signatures as without effect', () => {
    const history = makeHistory(ID)
    const first = history.add('order.issued', issued, { origin: HUB })
    history.add('order.acknowledged', { ...about, at: T0 + 1, by: '王芳' }, { sees: [first], origin: 'd-a' })
    history.add('order.acknowledged', { ...about, at: T0 + 2, by: '赵强' }, { sees: [first], origin: 'd-b' })
    expect(story(history)).toEqual(['acknowledged true', 'acknowledged false'])
    expect(fold(history).acknowledgedAt).toBe(T0 + 1)
  })

  it('stays closed when the one who reopened it had not seen the closing', () => {
    const history = makeHistory(ID)
    const first = history.add('order.issued', issued, { origin: HUB })
    history.add('order.closed', { ...about, at: T0 + 1 }, { sees: [first], origin: 'd-a' })
    history.add('order.reopened', { ...about, at: T0 + 2, reason: '未完' }, { sees: [first], origin: 'd-b' })
    expect(story(history)).toEqual(['closed true', 'reopened false'])
    expect(fold(history).status).toBe('closed')
  })

  it('is known by what was answered to it until it arrives', () => {
    const history = makeHistory(ID)
    history.add('order.acknowledged', { ...about, at: T0, by: '王芳' })
    expect(fold(history)).toMatchObject({ issued: null, ref: order, status: 'acknowledged' })
  })

  it('is answered in its own lane', () => {
    expect(laneOf('order.acknowledged', { ...about, at: T0, by: '王芳' })).toBe(0)
    expect(laneOf('order.replied', { ...about, urgency: 'ordinary', at: T0, by: '王芳', text: '好' })).toBe(1)
    expect(laneOf('order.lateExplained', { ...about, clock: 'reply', dueAt: T0, reason: '断网' })).toBe(2)
  })
})

it('comes to the same state in whatever order its events arrive', () => {
  const act = fc.record({
    kind: fc.constantFrom('acknowledge', 'reply', 'close', 'reopen'),
    origin: fc.constantFrom('d-a', 'd-b'),
    ms: fc.integer({ min: -9999, max: 9999 }),
    blind: fc.array(fc.nat(20), { maxLength: 6 }),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (acts, keys) => {
      const history = makeHistory(ID)
      history.add('order.issued', issued, { origin: HUB, at: T0 })
      for (const { kind, origin, ms, blind } of acts) {
        const sees = history.events.filter((_, index) => !blind.includes(index)).map(({ version }) => version)
        const at = T0 + ms
        const how = { origin, sees, at }
        if (kind === 'acknowledge') history.add('order.acknowledged', { ...about, at, by: '王芳' }, how)
        else if (kind === 'reply') history.add('order.replied', { ...about, at, by: '王芳', text: '已办' }, how)
        else if (kind === 'close') history.add('order.closed', { ...about, at }, how)
        else history.add('order.reopened', { ...about, at, reason: '未完' }, how)
      }
      const shuffled = history.events.map((event, i) => ({ event, key: keys[i] ?? 0 })).sort((a, b) => a.key - b.key)
      expect(fold({ events: shuffled.map(({ event }) => event) })).toEqual(fold(history))
    }),
  )
})
