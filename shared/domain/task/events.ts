import { z } from 'zod'
import { isHlc } from '../../protocol/hlc.ts'
import type { Lane } from '../../protocol/lanes.ts'
import { commandLane, urgency } from '../urgency.ts'
import {
  entityId,
  incidentRef,
  instant,
  longText,
  means,
  personRef,
  reason,
  requiredText,
  shortText,
  teamRef,
  version,
} from '../values.ts'
import { restoredBody, voidedBody } from '../voiding.ts'
import { callee, ESCALATION_CAUSES, ringOutcome } from './rings.ts'
import { REPORTED_STEPS } from './steps.ts'

/** Who is to do it. The phone is the one that was called, so that the record can be read without the address book. */
export const RECIPIENT_KINDS = ['team', 'person', 'village'] as const
export const recipient = z.object({
  kind: z.enum(RECIPIENT_KINDS),
  id: entityId,
  name: requiredText,
  phone: shortText.exactOptional(),
})
export type Recipient = z.infer<typeof recipient>

export const taskRef = z.object({ id: entityId, no: shortText, title: shortText })
export type TaskRef = z.infer<typeof taskRef>
/** A county order, as a task made from it names it. */
export const orderRef = z.object({ id: entityId, no: shortText, title: shortText })
export type OrderRef = z.infer<typeof orderRef>

/** What the rule said when the task was given: until when the recipient has to say 收到. */
export const ruleOutcome = z.object({
  rule: z.string().min(1).max(100),
  rulesHash: z.string().max(64),
  minutes: z.int().min(0).max(100_000),
  dueAt: instant,
})
export type RuleOutcome = z.infer<typeof ruleOutcome>

/** Clocks of a task: until 收到 is said, and until it is done. */
export const TASK_CLOCKS = ['acknowledge', 'due'] as const
export type TaskClockName = (typeof TASK_CLOCKS)[number]

/** Said with every later event, so that it can be read before the task itself has arrived, and travels in the task's lane. */
const about = { task: taskRef, recipient, incident: incidentRef.optional(), urgency }

/** 下达. `at` is when it was said; `dueAt` null when no time was set; `authority` on whose instruction it was given. */
export const taskIssued = z.object({
  no: requiredText,
  title: requiredText,
  detail: longText,
  to: recipient,
  at: instant,
  means,
  dueAt: instant.nullable(),
  urgency,
  acknowledge: ruleOutcome.optional(),
  authority: shortText.optional(),
  incident: incidentRef.optional(),
  order: orderRef.optional(),
})

/** 核销 on a leader's word by telephone: nobody else was on duty who may check it. */
export const verifyConsent = z.object({ person: personRef, phone: requiredText, at: instant })
export type VerifyConsent = z.infer<typeof verifyConsent>

/**
 * A reported step. `at` is when it happened, `by` who said so, `person` the same where it was chosen from the roster; `skipped` are the
 * steps jumped over, as the author saw it.
 */
export const taskProgressed = z.object({
  ...about,
  step: z.enum(REPORTED_STEPS),
  at: instant,
  by: shortText,
  person: personRef.optional(),
  means,
  note: shortText.optional(),
  skipped: z.array(z.enum(REPORTED_STEPS)).max(REPORTED_STEPS.length),
  consent: verifyConsent.optional(),
})

/** 电话下达: one call and what came of it. 已复述 is followed by 收到 in the same act. */
export const taskRung = z.object({ ...about, callee, outcome: ringOutcome, at: instant })

/**
 * Nobody answered: the deputy is asked, or another team (`team`; then 重新下达 follows in the same act and the task keeps its
 * number). `acknowledge`: until when the one asked now has to say 收到.
 */
export const taskEscalated = z.object({
  ...about,
  from: callee.optional(),
  to: callee,
  team: teamRef.optional(),
  cause: z.enum(ESCALATION_CAUSES),
  failed: z.int().min(0).max(1_000),
  at: instant,
  acknowledge: ruleOutcome.optional(),
})

export const taskReturned = z.object({ ...about, at: instant, by: shortText, means, reason })
export const taskCancelled = z.object({ ...about, at: instant, means, reason })

/** 重新下达: to the same or to another recipient, with a new time. */
export const taskReissued = z.object({
  ...about,
  to: recipient,
  at: instant,
  means,
  dueAt: instant.nullable(),
  acknowledge: ruleOutcome.optional(),
  reason,
})

export const taskCorrected = z.object({
  ...about,
  set: z
    .object({ title: requiredText, detail: longText, dueAt: instant.nullable(), urgency, at: instant, means })
    .partial(),
  reason,
})

export const taskNoted = z.object({ ...about, at: instant, text: longText.min(1), by: shortText.optional() })

/** What can go void of a task: a call made for it, or something reported of it. */
export const VOIDABLE_ACTS = ['rung', ...REPORTED_STEPS, 'returned', 'cancelled'] as const
/** What a record keeps when it is written again under another version (see shared/protocol/reissue.ts): its clock and its device. */
export const written = z.object({ hlc: z.string().refine(isHlc), origin: z.string().min(1).max(64) })
/** `of`: the record's version then; `written`: what it is known by since; `outcome`: of a call. So that it is read without the record. */
export const actVoided = z.object({
  of: version,
  written: written.exactOptional(),
  what: z.enum(VOIDABLE_ACTS),
  outcome: ringOutcome.exactOptional(),
})
export type ActVoided = z.infer<typeof actVoided>

/** 作废 of what was written down by mistake: a call's outcome, with the 收到 that it recorded; a step. */
export const taskActVoided = z.object({ ...about, acts: z.array(actVoided).min(1).max(2), reason })

/** Why a time was missed. `dueAt` says which: a task given again has a new one. */
export const taskLateExplained = z.object({ ...about, clock: z.enum(TASK_CLOCKS), dueAt: instant, reason })

export const taskBodies = {
  'task.issued': taskIssued,
  'task.progressed': taskProgressed,
  'task.rung': taskRung,
  'task.escalated': taskEscalated,
  'task.returned': taskReturned,
  'task.cancelled': taskCancelled,
  'task.reissued': taskReissued,
  'task.corrected': taskCorrected,
  'task.noted': taskNoted,
  'task.lateExplained': taskLateExplained,
  'task.actVoided': taskActVoided,
  'task.voided': voidedBody,
  'task.restored': restoredBody,
} as const

/** Tasks are command traffic. Why a time was missed is paperwork, and waits its turn. */
export const taskLanes = {
  'task.issued': commandLane,
  'task.progressed': commandLane,
  'task.rung': commandLane,
  'task.escalated': commandLane,
  'task.returned': commandLane,
  'task.cancelled': commandLane,
  'task.reissued': commandLane,
  'task.corrected': commandLane,
  'task.noted': commandLane,
  'task.actVoided': commandLane,
  'task.voided': (): Lane => 1,
  'task.restored': (): Lane => 1,
} as const
