import { z } from 'zod'
import { channel } from './channel.ts'

/** What is being typed and not yet recorded. It stays on this console until it is recorded or a person discards it. */
export interface DraftRecord {
  readonly id: string
  readonly begunMs: number
  readonly savedMs: number
  /** Who typed last; '' when nobody was signed in. */
  readonly personName: string
  /** As the page had it: plain JSON. */
  readonly body: { readonly [key: string]: unknown }
}

/**
 * Made by the page; a call recorded from the draft takes it into its own id, so that one draft makes one call. Pages make up to
 * 40 characters, and a drill puts its own word before them (draftWorlds.ts).
 */
export const draftId = z.string().regex(/^[a-z0-9]{8,64}$/)
/** `log`: the one entry box of the duty log. */
const kind = z.enum(['intake', 'task', 'reply', 'log', 'report', 'correct', 'help', 'note', 'call', 'figures', 'act'])

export const draftChannels = {
  'draft.save': channel(z.object({ id: draftId, kind, body: z.record(z.string(), z.json()) })).answers<{
    readonly savedMs: number
  }>(),
  'draft.list': channel(z.object({ kind })).answers<readonly DraftRecord[]>(),
  'draft.discard': channel(z.object({ id: draftId })).answers<null>(),
} as const
