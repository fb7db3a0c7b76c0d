import { hlcMs } from '../../protocol/hlc.ts'
import { sideOf } from '../../protocol/identity.ts'
import type { Aggregate, EventMeta, EventOf, Seen } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'
import type { OrderRef } from '../task/events.ts'
import type { Urgency } from '../urgency.ts'
import type { OrderClockName } from './events.ts'

/*
 * 待签收 issued ─▶ 已签收 acknowledged ─▶ 已回复 replied ─▶ 办结 closed
 *      └────────────────────────────────────▲  (an answer says that it was received)
 * any ─▶ 办结; 办结 ─▶ reopened with a reason: back to where it stood. Several answers are possible.
 */
export type OrderStatus = 'issued' | 'acknowledged' | 'replied' | 'closed'

export interface OrderAct {
  readonly act: 'acknowledged' | 'replied' | 'closed' | 'reopened'
  /** False: 未生效, because another console had done it already. */
  readonly effective: boolean
  readonly at: number
  readonly by: string
  /** The answer, the note or the reason. */
  readonly text: string
  readonly writer: Writer
}

export interface OrderLateReason {
  readonly clock: OrderClockName
  readonly dueAt: number
  readonly reason: string
  readonly writer: Writer
}

export interface HeardAlarm {
  readonly clock: OrderClockName
  readonly dueAt: number
  readonly stage: 'amber' | 'red'
  readonly writer: Writer
}

/** What the county ordered, as it was issued. */
export interface OrderText {
  readonly title: string
  readonly text: string
  readonly urgency: Urgency
  readonly replyBy: number | null
  readonly scope: string
  /** By the county's clock, ms. */
  readonly at: number
  /** Name of the person at the county. */
  readonly by: string
}

/** An order of the county and what the township did about it. */
export interface CountyOrder {
  readonly id: string
  readonly ref: OrderRef
  /** Null until the order itself arrives (资料未到). */
  readonly issued: OrderText | null
  readonly status: OrderStatus
  readonly acts: readonly OrderAct[]
  readonly acknowledgedAt: number | null
  /** When it should have been signed for, as the rule said then. */
  readonly acknowledgeBy: number | null
  readonly repliedAt: number | null
  readonly closedAt: number | null
  readonly late: readonly OrderLateReason[]
  readonly heard: readonly HeardAlarm[]
}

export const orderAggregate: Aggregate<CountyOrder> = {
  name: 'order',
  initial: (id) => ({
    id,
    ref: { id, no: '', title: '' },
    issued: null,
    status: 'issued',
    acts: [],
    acknowledgedAt: null,
    acknowledgeBy: null,
    repliedAt: null,
    closedAt: null,
    late: [],
    heard: [],
  }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'order.issued':
        return issue(state, event)
      case 'order.acknowledged':
        return acknowledge(introduce(state, event.body.order), event)
      case 'order.replied': {
        const { at, text } = event.body
        const acts = addAct(state, event, true, text)
        return settle({ ...introduce(state, event.body.order), acts, repliedAt: state.repliedAt ?? at })
      }
      case 'order.closed': {
        const effective = state.closedAt === null
        const acts = addAct(state, event, effective, event.body.note)
        return settle({ ...introduce(state, event.body.order), acts, closedAt: state.closedAt ?? event.body.at })
      }
      case 'order.reopened':
        return reopen(introduce(state, event.body.order), event, seen)
      case 'order.lateExplained': {
        const { order, clock, dueAt, reason } = event.body
        return { ...introduce(state, order), late: [...state.late, { clock, dueAt, reason, writer: writerOf(event) }] }
      }
      case 'order.alarmAcknowledged': {
        const { order, clock, dueAt, stage } = event.body
        return { ...introduce(state, order), heard: [...state.heard, { clock, dueAt, stage, writer: writerOf(event) }] }
      }
      default:
        return state
    }
  },
}

/** Only the county's own chains order anything. */
function issue(state: CountyOrder, event: EventOf<'order.issued'>): CountyOrder {
  if (sideOf(event.origin) !== 'county') return state
  const { no, to, ...text } = event.body
  const by = event.author?.name ?? ''
  return {
    ...state,
    ref: { id: state.id, no, title: text.title },
    issued: { ...text, scope: to.scope, at: hlcMs(event.hlc), by },
  }
}

function acknowledge(state: CountyOrder, event: EventOf<'order.acknowledged'>): CountyOrder {
  const effective = state.acknowledgedAt === null
  const acts = addAct(state, event, effective)
  if (!effective) return { ...state, acts }
  const { at, limit } = event.body
  return settle({ ...state, acts, acknowledgedAt: at, acknowledgeBy: limit?.dueAt ?? null })
}

/** Takes back a closing its author had seen; one it had not seen stands. */
function reopen(state: CountyOrder, event: EventOf<'order.reopened'>, seen: Seen): CountyOrder {
  const closing = state.acts.findLast(({ act, effective }) => act === 'closed' && effective)
  const effective = state.closedAt !== null && closing !== undefined && seen(closing.writer.version)
  const acts = addAct(state, event, effective, event.body.reason)
  return settle({ ...state, acts, closedAt: effective ? null : state.closedAt })
}

function addAct(
  { acts }: CountyOrder,
  event: EventMeta & { readonly kind: `order.${OrderAct['act']}`; readonly body: { at: number; by?: string } },
  effective: boolean,
  text = '',
): readonly OrderAct[] {
  const act = event.kind.slice('order.'.length) as OrderAct['act']
  const by = event.body.by ?? event.author?.name ?? ''
  return [...acts, { act, effective, at: event.body.at, by, text, writer: writerOf(event) }]
}

function settle(state: CountyOrder): CountyOrder {
  const { acknowledgedAt, repliedAt, closedAt } = state
  const status =
    closedAt !== null ? 'closed' : repliedAt !== null ? 'replied' : acknowledgedAt !== null ? 'acknowledged' : 'issued'
  return { ...state, status }
}

function introduce(state: CountyOrder, ref: OrderRef): CountyOrder {
  return state.ref.no ? state : { ...state, ref: { ...ref, id: state.id } }
}
