import { z } from 'zod'
import { logCorrected, logEntered } from '../domain/log/events.ts'
import { entityId, type PersonRef, reason, versions } from '../domain/values.ts'
import type { JsonObject } from '../protocol/canonical.ts'
import type { Author } from '../protocol/envelope.ts'
import { channel } from './channel.ts'
import type { Delivery } from './sync.ts'

/** One line of the duty log: any event, in the words of its kind (`log.<kind>` in the locales fills in the body). */
export interface LogLine {
  readonly id: number
  /** 16 digits of the event's hash. */
  readonly version: string
  /** When the author wrote it, ms. */
  readonly atMs: number
  readonly kind: string
  readonly entity: string
  readonly body: JsonObject
  readonly author: Author | null
  readonly approver: Author | null
  readonly origin: string
  readonly flags: number
  /** How far it has come on its way to the county; null for what other devices wrote, of which only they can tell. */
  readonly delivery: Delivery | null
  /** Written at the same time as something else by somebody who had not seen it (并发). */
  readonly concurrent: boolean
  /** Kept without effect (未生效). */
  readonly ineffective: boolean
  /** What it says was taken back, by whom and why: a call or a step of a task, what was told. */
  readonly voided?: { readonly reason: string; readonly by: string }
  /** What the thing it speaks of is called now, such as a number and title; '' when it has no name. */
  readonly label: string
  /** Of a call: the incident it belongs to now. */
  readonly incident?: string
  /** The free entry it belongs to, as it stands now; null for every other kind of record. */
  readonly entry: LogEntryNow | null
  /**
   * 撤销后: written after its author's authority had been revoked, where that had not arrived. 真演混用: a drill's about something real,
   * or the other way round; it changed nothing there.
   */
  readonly flag?: 'afterRevocation' | 'otherWorld'
}

/** A free entry as corrections and voiding have left it. */
export interface LogEntryNow {
  /** Versions an edit names as `base`. */
  readonly tips: readonly string[]
  /** When it happened, ms. */
  readonly at: number
  readonly text: string
  readonly corrected: boolean
  readonly voided: { readonly reason: string; readonly by: string } | null
  /** Who wrote it first: only that person corrects or voids it. */
  readonly author: string | null
}

export interface LogPage {
  readonly lines: readonly LogLine[]
  /** Pass as `before` for older lines; null at the beginning of the log. */
  readonly next: { readonly atMs: number; readonly id: number } | null
}

/** Which lines: all that are given must hold. `text` is searched in Chinese by its character pairs. */
export const logFilter = z.object({
  text: z.string().trim().max(100).optional(),
  person: z.string().optional(),
  kinds: z.array(z.string()).max(100).optional(),
  /** Aggregates, the part of a kind before the dot. */
  groups: z
    .array(z.string().regex(/^[a-z]+$/i))
    .max(40)
    .optional(),
  fromDay: z.string().optional(),
  toDay: z.string().optional(),
  subject: z.string().optional(),
  /** In the real world: what all drills left in the log, each line with its mark. In a drill its own lines are shown anyway. */
  drill: z.boolean().optional(),
})
export type LogFilter = z.infer<typeof logFilter>

/** Which entry, and the versions on screen. */
const edit = { entry: entityId, base: versions }

export const logChannels = {
  'log.page': channel(
    z.object({
      filter: logFilter,
      before: z.object({ atMs: z.number(), id: z.number() }).nullable(),
      limit: z.int().min(1).max(500),
    }),
  ).answers<LogPage>(),
  /** Everybody who has written in the log of this console and those it hears from, by name. */
  'log.authors': channel(z.null()).answers<readonly PersonRef[]>(),
  /** Answers the new line, so that it is on screen without another question. */
  'log.enter': channel(logEntered).answers<LogLine>(),
  'log.correct': channel(z.object({ ...edit, set: logCorrected.shape.set, reason })).answers<null>(),
  'log.void': channel(z.object({ ...edit, reason })).answers<null>(),
  'log.restore': channel(z.object({ ...edit, reason })).answers<null>(),
} as const
