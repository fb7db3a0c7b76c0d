import { z } from 'zod'
import { logEntered } from '../domain/log/events.ts'
import type { JsonObject } from '../protocol/canonical.ts'
import type { Author } from '../protocol/envelope.ts'
import { channel } from './channel.ts'

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
  /** 撤销后: written after its author's authority had been revoked, where that had not arrived. */
  readonly flag?: 'afterRevocation'
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
  fromDay: z.string().optional(),
  toDay: z.string().optional(),
  subject: z.string().optional(),
})
export type LogFilter = z.infer<typeof logFilter>

export const logChannels = {
  'log.page': channel(
    z.object({
      filter: logFilter,
      before: z.object({ atMs: z.number(), id: z.number() }).nullable(),
      limit: z.int().min(1).max(500),
    }),
  ).answers<LogPage>(),
  'log.enter': channel(logEntered).answers<{ readonly id: string; readonly version: string }>(),
} as const
