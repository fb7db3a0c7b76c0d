import { z } from 'zod'
import { orderRef, ruleOutcome } from '../task/events.ts'
import { commandLane, urgency } from '../urgency.ts'
import { instant, longText, reason, requiredText, shortText } from '../values.ts'

/** Clocks of a county order: until it is signed for, and until it is answered. */
export const ORDER_CLOCKS = ['acknowledge', 'reply'] as const
export type OrderClockName = (typeof ORDER_CLOCKS)[number]

/**
 * An order of the county, written by the hub under `order:<id>` in its own chain. `to.scope` is a township's division code, or
 * `county` for all. `replyBy` null: no answer is asked for. An `order.issued` in a township's chain is no order.
 */
export const orderIssued = z.object({
  no: requiredText,
  title: requiredText,
  text: longText,
  urgency,
  replyBy: instant.nullable(),
  to: z.object({ scope: shortText }),
})

/** Said with every answer, so that the county can read it alone, in the order's own lane. */
const about = { order: orderRef, urgency }

/** 签收: `by` is who at the township signed for it; `limit` what the rule asked for at this console, which got it when it did. */
export const orderAcknowledged = z.object({ ...about, at: instant, by: requiredText, limit: ruleOutcome.optional() })
export const orderReplied = z.object({ ...about, at: instant, by: requiredText, text: longText.min(1) })
/** 办结 by the township: nothing of it is left to do here. */
export const orderClosed = z.object({ ...about, at: instant, note: shortText.optional() })
export const orderReopened = z.object({ ...about, at: instant, reason })
/** Somebody heard the alarm: who was warned, and when, is part of the record. */
export const orderAlarmAcknowledged = z.object({
  ...about,
  clock: z.enum(ORDER_CLOCKS),
  dueAt: instant,
  stage: z.enum(['amber', 'red']),
})
export const orderLateExplained = z.object({ ...about, clock: z.enum(ORDER_CLOCKS), dueAt: instant, reason })

export const orderBodies = {
  'order.issued': orderIssued,
  'order.acknowledged': orderAcknowledged,
  'order.replied': orderReplied,
  'order.closed': orderClosed,
  'order.reopened': orderReopened,
  'order.alarmAcknowledged': orderAlarmAcknowledged,
  'order.lateExplained': orderLateExplained,
} as const

/** What the county waits for goes in the order's lane; who heard an alarm, and why a time was missed, is routine. */
export const orderLanes = {
  'order.issued': commandLane,
  'order.acknowledged': commandLane,
  'order.replied': commandLane,
  'order.closed': commandLane,
  'order.reopened': commandLane,
} as const
