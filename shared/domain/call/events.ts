import { z } from 'zod'
import { figureField, figures } from '../incident/figures.ts'
import { callLabel, term } from '../incident/labels.ts'
import { level } from '../incident/levels.ts'
import { incidentRef, instant, longText, reason, shortText, villageRef } from '../values.ts'

/** Who told us. Personal: never in full-text search. */
export const caller = z.object({ name: shortText, phone: shortText, post: shortText }).partial()

/** What one call (接报) said. */
export const callFields = z.object({
  /** 接报时间 */
  reportedAt: instant,
  /** 事发时间; null: not said. */
  at: instant.nullable(),
  source: term,
  caller,
  village: villageRef.nullable(),
  place: shortText,
  type: term.nullable(),
  level,
  description: longText,
  measures: longText,
  /** 请求支援 */
  requests: longText,
})
export type CallFields = z.infer<typeof callFields>

const { reportedAt, source, level: grade } = callFields.shape
const label = callLabel

export const callRecorded = callFields.partial().extend({
  no: shortText.min(1),
  reportedAt,
  source,
  level: grade,
  figures,
  incident: incidentRef.optional(),
  /** Given when nobody was signed in: who the person at the desk said to be. */
  claimedName: shortText.optional(),
})

export const callBodies = {
  'call.recorded': callRecorded,
  /** `withdrawn`: figures the caller did not give after all. */
  'call.corrected': z.object({
    label,
    set: callFields.partial(),
    figures: figures.optional(),
    withdrawn: z.array(figureField).max(40).optional(),
    reason,
  }),
  'call.attached': z.object({ label, incident: incidentRef, from: incidentRef.optional(), reason: reason.optional() }),
  'call.detached': z.object({ label, incident: incidentRef, reason }),
  /** A person who signed in after an intake without sign-in vouches for it. */
  'call.confirmed': z.object({ label, claimedName: shortText }),
  'call.voided': z.object({ label, reason }),
  'call.restored': z.object({ label, reason }),
} as const
