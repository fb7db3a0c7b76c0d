import { z } from 'zod'
import type { TaskAct } from '../domain/task/acts.ts'
import type { TaskRef } from '../domain/task/events.ts'
import { orderRef, recipient, taskCorrected, verifyConsent } from '../domain/task/events.ts'
import type { TaskEscalation, TaskRing } from '../domain/task/rings.ts'
import { REPORTED_STEPS, type TaskStatus } from '../domain/task/steps.ts'
import type { TaskLateReason, TaskNote } from '../domain/task/task.ts'
import type { TaskValues } from '../domain/task/values.ts'
import type { OwnWork } from '../domain/task/verification.ts'
import { type Urgency, urgency } from '../domain/urgency.ts'
import {
  entityId,
  type IncidentRef,
  incidentRef,
  instant,
  longText,
  means,
  type PersonRef,
  personRef,
  reason,
  requiredText,
  shortText,
  version,
} from '../domain/values.ts'
import type { Voiding } from '../domain/voiding.ts'
import { channel } from './channel.ts'

/** A line of the task ledger. Whether it is late follows from it and the time (`lateness` in shared/domain/task/lateness.ts). */
export interface TaskRow {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly status: TaskStatus
  /** Something is still expected of the recipient. */
  readonly open: boolean
  readonly urgency: Urgency
  readonly recipient: { readonly kind: string; readonly id: string; readonly name: string }
  readonly incident: IncidentRef | null
  readonly order: { readonly id: string; readonly no: string } | null
  readonly issuedAt: number
  readonly dueAt: number | null
  /** From when on time is running out, as the rule stands; null without a deadline. */
  readonly amberAt: number | null
  readonly acknowledgeBy: number | null
  /** From when on the time to say 收到 is running out. */
  readonly acknowledgeAmberAt: number | null
  readonly answeredAt: number | null
  readonly endedAt: number | null
  /** When the last act that counted happened, and who said so. */
  readonly lastAt: number
  readonly lastBy: string
  /** Steps jumped over and never reported (未报). */
  readonly unreported: number
  /** Acts kept without effect (未生效). */
  readonly ineffective: number
  /** False: only later events have arrived (资料未到). */
  readonly known: boolean
  /** Calls in this round that reached nobody. */
  readonly callsFailed: number
  /** 核销 by whoever did it: against the rule, kept and marked. */
  readonly selfVerified: boolean
  readonly voided: boolean
}

/** Somebody whose word by telephone can stand for 核销. `onDuty`: leader on duty now. */
export interface ConsentingLeader extends PersonRef {
  readonly post: string
  readonly phone: string
  readonly onDuty: boolean
}

/** Whether whoever sits at the desk may 核销: it, another on duty, a leader by telephone; and why not oneself. */
export type TaskVerifying =
  | { readonly may: 'self' }
  | { readonly may: 'other'; readonly because: OwnWork; readonly name: string }
  | { readonly may: 'consent'; readonly because: OwnWork; readonly leaders: readonly ConsentingLeader[] }
  | { readonly may: 'nobody'; readonly because: OwnWork }

/** Everything about one task. */
export interface TaskDetail {
  readonly row: TaskRow
  readonly values: TaskValues
  readonly acts: readonly TaskAct[]
  readonly rings: readonly TaskRing[]
  readonly escalations: readonly TaskEscalation[]
  readonly notes: readonly TaskNote[]
  readonly late: readonly TaskLateReason[]
  readonly voided: Voiding | null
  /** Fields that two consoles set without sight of each other (并发), with the value that did not win. */
  readonly rivals: readonly { readonly field: string; readonly value: string; readonly by: string }[]
  readonly verifying: TaskVerifying
  /** 核销 by whoever did it, or by one of the doing team as the roster is now: against the rule, kept and marked. */
  readonly verifiedByDoer: boolean
  /** What an edit of it names as `base`. */
  readonly tips: readonly string[]
}

export const taskFilter = z.object({
  /** open: something is still expected; active: also what waits for 核销 or was handed back; all. */
  view: z.enum(['open', 'active', 'all']),
  incident: entityId.optional(),
  recipient: entityId.optional(),
  order: entityId.optional(),
})
export type TaskFilter = z.infer<typeof taskFilter>

const target = { id: entityId, base: z.array(z.string().max(16)).max(100) }

/** A new task, to each of the recipients. `receivedBy`: who said 收到 while being told, so that nobody has to write it again. */
export const issueTask = z.object({
  title: requiredText,
  detail: longText,
  to: z.array(recipient).min(1).max(100),
  at: instant,
  means,
  dueAt: instant.nullable(),
  urgency,
  authority: shortText.optional(),
  incident: incidentRef.optional(),
  order: orderRef.optional(),
  receivedBy: shortText.optional(),
})
export const progressTask = z.object({
  ...target,
  step: z.enum(REPORTED_STEPS),
  at: instant,
  by: shortText,
  /** Who `by` is, chosen from the roster: two people of one name are told apart. */
  person: personRef.optional(),
  means,
  note: shortText.optional(),
  /** For 核销 of one's own work when nobody else is on duty. */
  consent: verifyConsent.optional(),
})
export const returnTask = z.object({ ...target, at: instant, by: shortText, means, reason })
export const cancelTask = z.object({ ...target, at: instant, means, reason })
export const reissueTask = z.object({ ...target, to: recipient, at: instant, means, dueAt: instant.nullable(), reason })
export const correctTask = z.object({ ...target, set: taskCorrected.shape.set, reason })
export const noteTask = z.object({ ...target, text: longText.min(1), by: shortText.optional() })
const withReason = z.object({ ...target, reason })

export const taskChannels = {
  'task.list': channel(z.object({ filter: taskFilter, limit: z.int().min(1).max(20_000) })).answers<{
    readonly rows: readonly TaskRow[]
    /** There are older ones beyond the limit. */
    readonly more: boolean
  }>(),
  'task.detail': channel(z.object({ id: entityId })).answers<TaskDetail | null>(),
  'task.issue': channel(issueTask).answers<{ readonly tasks: readonly TaskRef[] }>(),
  'task.progress': channel(progressTask).answers<null>(),
  'task.return': channel(returnTask).answers<null>(),
  'task.cancel': channel(cancelTask).answers<null>(),
  'task.reissue': channel(reissueTask).answers<null>(),
  'task.correct': channel(correctTask).answers<null>(),
  'task.note': channel(noteTask).answers<null>(),
  /** 作废 of one record of it by its version: a call with the 收到 it recorded, or a step. */
  'task.voidAct': channel(withReason.extend({ act: version })).answers<null>(),
  'task.void': channel(withReason).answers<null>(),
  'task.restore': channel(withReason).answers<null>(),
} as const
