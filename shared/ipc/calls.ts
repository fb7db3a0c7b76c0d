import { z } from 'zod'
import { callFields } from '../domain/call/events.ts'
import type { Phase } from '../domain/incident/course.ts'
import { figureField, figures } from '../domain/incident/figures.ts'
import type { Level } from '../domain/incident/levels.ts'
import type { CallRef, IncidentRef } from '../domain/values.ts'
import { entityId, reason, requiredText, shortText, versions } from '../domain/values.ts'
import { channel } from './channel.ts'
import { draftId } from './drafts.ts'

/** An open incident a new call may belong to. */
export interface Candidate {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly level: Level
  readonly phase: Phase
  readonly villageName: string
  readonly type: string
  readonly typeName: string
  readonly openedMs: number
  readonly calls: number
  readonly sameVillage: boolean
  readonly sameType: boolean
}

/** What is now in the log, durably. */
export interface Recorded {
  readonly call: CallRef
  readonly incident: IncidentRef
  /** False: the call was attached to an incident that was open already. */
  readonly opened: boolean
  readonly atMs: number
}

/** A row of the calls ledger. */
export interface CallRow {
  readonly id: string
  readonly no: string
  readonly about: string
  readonly reportedMs: number
  readonly atMs: number | null
  readonly source: string
  readonly sourceName: string
  readonly level: Level
  readonly villageName: string
  readonly incident: { readonly id: string; readonly no: string; readonly title: string } | null
  readonly unconfirmed: boolean
  readonly voided: boolean
  readonly conflicts: number
}

/** Versions an act made. */
export interface Acted {
  readonly version: string
}

const { reportedAt, source, level: grade } = callFields.shape
const onCall = z.object({ id: entityId, base: versions })

export const callChannels = {
  'intake.record': channel(
    z.object({
      draft: draftId,
      call: callFields.partial().extend({ reportedAt, source, level: grade, figures }),
      into: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('open'), title: requiredText }),
        z.object({ kind: z.literal('attach'), incident: entityId }),
      ]),
      /** Needed when nobody is signed in. */
      claimedName: shortText.optional(),
    }),
  ).answers<Recorded>(),
  'incident.candidates': channel(z.object({ village: entityId.nullable(), type: shortText.nullable() })).answers<
    readonly Candidate[]
  >(),
  'call.page': channel(
    z.object({
      text: z.string().trim().max(100).optional(),
      unconfirmed: z.boolean().optional(),
      sort: z.enum(['reportedMs', 'no', 'level']).default('reportedMs'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).max(1e7),
      limit: z.int().min(1).max(5_000),
    }),
  ).answers<{ readonly rows: readonly CallRow[]; readonly total: number }>(),
  'call.correct': channel(
    onCall.extend({
      set: callFields.partial(),
      figures: figures.optional(),
      withdrawn: z.array(figureField).max(40).optional(),
      reason,
    }),
  ).answers<Acted>(),
  'call.attach': channel(onCall.extend({ incident: entityId, reason: reason.optional() })).answers<Acted>(),
  'call.detach': channel(onCall.extend({ reason })).answers<Acted>(),
  'call.confirm': channel(onCall).answers<Acted>(),
  'call.void': channel(onCall.extend({ reason })).answers<Acted>(),
  'call.restore': channel(onCall.extend({ reason })).answers<Acted>(),
} as const

/** Arguments of one channel, parsed. */
export type CallArgs<C extends keyof typeof callChannels> = z.output<(typeof callChannels)[C]['args']>
