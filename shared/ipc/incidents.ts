import { z } from 'zod'
import type { Call } from '../domain/call/call.ts'
import type { Folded } from '../domain/fold.ts'
import { type Phase, phase } from '../domain/incident/course.ts'
import { incidentFields } from '../domain/incident/events.ts'
import type { Adopted } from '../domain/incident/figureBoard.ts'
import { figureField, figures } from '../domain/incident/figures.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { term } from '../domain/incident/labels.ts'
import { type Level, level } from '../domain/incident/levels.ts'
import type { Amount, IncidentRef } from '../domain/values.ts'
import {
  amount,
  entityId,
  instant,
  longText,
  means,
  reason,
  requiredText,
  shortText,
  versions,
} from '../domain/values.ts'
import type { Acted } from './calls.ts'
import { channel } from './channel.ts'
import type { ProposedGrade } from './grading.ts'
import type { LogLine } from './log.ts'

/** open: a case of its own; dismissed 误报; merged into another; voided 作废. */
export const STANDINGS = ['open', 'dismissed', 'merged', 'voided'] as const
export type Standing = (typeof STANDINGS)[number]

/** What the ledger shows of one figure: the official value, else every different thing that was said. Never a sum. */
export interface FigureSummary {
  readonly field: string
  readonly official: Adopted | null
  /** Different amounts claimed, newest first. */
  readonly said: readonly Amount[]
}

/** A row of the incident ledger. */
export interface IncidentRow {
  readonly id: string
  readonly no: string
  readonly title: string
  /** Key in the classification, '' when not known, and the name it was recorded under. */
  readonly type: string
  readonly typeName: string
  readonly level: Level
  readonly phase: Phase
  readonly villageName: string
  readonly place: string
  readonly atMs: number | null
  readonly openedMs: number
  /** When anything was last written about it. */
  readonly changedMs: number
  readonly known: boolean
  readonly standing: Standing
  readonly mergedInto: IncidentRef | null
  /** Names of bodies it was transferred to. */
  readonly bodies: readonly string[]
  readonly calls: number
  readonly figures: readonly FigureSummary[]
  readonly conflicts: number
}

export const incidentFilter = z.object({
  text: z.string().trim().max(100).optional(),
  standings: z.array(z.enum(STANDINGS)).max(4).optional(),
  phases: z.array(phase).max(5).optional(),
  levels: z.array(level).max(5).optional(),
  types: z.array(shortText).max(100).optional(),
  village: entityId.optional(),
  ids: z.array(entityId).max(100).optional(),
  /** Beijing dates of opening. */
  fromDay: z.string().optional(),
  toDay: z.string().optional(),
})
export type IncidentFilter = z.infer<typeof incidentFilter>

export const INCIDENT_SORTS = ['openedMs', 'atMs', 'no', 'title', 'type', 'level', 'phase', 'village'] as const

/** An incident with all that belongs to it. */
export interface IncidentDetail {
  readonly incident: Folded<Incident>
  /** The one it ends in when merged. */
  readonly root: IncidentRef
  /** Two consoles merged incidents into each other; a person has to choose. */
  readonly circle: boolean
  readonly calls: readonly Folded<Call>[]
  /** Those merged into it, directly or not. */
  readonly members: readonly Folded<Incident>[]
  /** Those split from it. */
  readonly splits: readonly IncidentRef[]
}

/** A line of the timeline. `hubMs`: when the county's hub had it, by the hub's clock; `receivedMs`: when this console had it. */
export interface TimelineLine extends LogLine {
  readonly hubMs: number | null
  readonly receivedMs: number
  readonly own: boolean
}

const on = z.object({ id: entityId, base: versions })

export const incidentChannels = {
  'incident.page': channel(
    z.object({
      filter: incidentFilter,
      sort: z.enum(INCIDENT_SORTS),
      descending: z.boolean(),
      offset: z.int().min(0).max(1e7),
      limit: z.int().min(1).max(5_000),
    }),
  ).answers<{ readonly rows: readonly IncidentRow[]; readonly total: number }>(),
  'incident.detail': channel(z.object({ id: entityId })).answers<IncidentDetail | null>(),
  'incident.timeline': channel(
    z.object({
      id: entityId,
      before: z.object({ atMs: z.number(), id: z.number() }).nullable(),
      limit: z.int().min(1).max(5_000),
    }),
  ).answers<{ readonly lines: readonly TimelineLine[]; readonly next: { atMs: number; id: number } | null }>(),
  'incident.correct': channel(on.extend({ set: incidentFields.partial(), reason: reason.optional() })).answers<Acted>(),
  /** The grade the rules give for the figures as they stand. Topics: incident, call. */
  'incident.proposedGrade': channel(z.object({ id: entityId })).answers<ProposedGrade | null>(),
  /** `because`: the proposal in words, as it was on screen; `reason`: why another grade. */
  'incident.grade': channel(
    on.extend({ level, because: z.string().trim().max(1_000), reason: reason.optional() }),
  ).answers<Acted>(),
  'incident.advance': channel(on.extend({ to: phase, reason: reason.optional() })).answers<Acted>(),
  'incident.reopen': channel(on.extend({ to: phase, reason })).answers<Acted>(),
  'incident.dismiss': channel(on.extend({ reason })).answers<Acted>(),
  'incident.undismiss': channel(on.extend({ reason })).answers<Acted>(),
  'incident.merge': channel(on.extend({ into: entityId, reason: reason.optional() })).answers<Acted>(),
  'incident.unmerge': channel(on.extend({ reason })).answers<Acted>(),
  'incident.split': channel(
    on.extend({
      calls: z.array(entityId).min(1).max(100),
      title: requiredText,
      set: incidentFields.pick({ type: true, level: true, at: true, village: true, place: true }).partial(),
      reason,
    }),
  ).answers<{ readonly incident: IncidentRef }>(),
  'incident.unsplit': channel(on.extend({ reason })).answers<Acted>(),
  'incident.transfer': channel(
    on.extend({ body: term, person: shortText, means, note: shortText.optional() }),
  ).answers<Acted>(),
  'incident.returnTransfer': channel(on.extend({ transfer: shortText, reason })).answers<Acted>(),
  'incident.claimFigures': channel(
    on.extend({ at: instant, source: requiredText, figures, note: shortText.optional() }),
  ).answers<Acted>(),
  'incident.withdrawClaim': channel(on.extend({ claim: shortText, reason })).answers<Acted>(),
  'incident.adoptFigure': channel(
    on.extend({
      field: figureField,
      adopted: z.object({ value: amount, claim: shortText, source: shortText }).nullable(),
      reason: reason.optional(),
    }),
  ).answers<Acted>(),
  'incident.note': channel(on.extend({ at: instant, text: longText.min(1) })).answers<Acted>(),
  'incident.void': channel(on.extend({ reason })).answers<Acted>(),
  'incident.restore': channel(on.extend({ reason })).answers<Acted>(),
} as const

/** Arguments of one channel, parsed. */
export type IncidentArgs<C extends keyof typeof incidentChannels> = z.output<(typeof incidentChannels)[C]['args']>
