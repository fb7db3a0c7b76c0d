import { z } from 'zod'
import { entityId, requiredText } from '../domain/values.ts'
import { channel } from './channel.ts'
import type { SavedDocument } from './documents.ts'
import type { RecoverySheet } from './session.ts'

/** The file for a further console, and the code that opens it: shown once. */
export interface Invitation {
  readonly saved: SavedDocument
  readonly code: string
  readonly letter: string
}

/** How far a join file has been read or applied. */
export type JoinProgress =
  | { readonly state: 'idle' }
  | { readonly state: 'writing' | 'opening' | 'applying'; readonly done: number; readonly total: number }

/** A console that has joined, before an administrator has proven themselves at it. */
export interface Joined {
  readonly by: 'file' | 'hub'
  /** '' while nothing of the township has arrived. */
  readonly township: string
  readonly division: string
  readonly letter: string
  readonly administrators: readonly { readonly id: string; readonly name: string; readonly post: string }[]
  /** Events stored so far. */
  readonly events: number
}

/** A file travels to the desk in parts, so that no message is too large for the browser host. */
export const JOIN_PART_BYTES = 4 * 1024 * 1024

const code = z.string().trim().min(1).max(100)

export const joinChannels = {
  /** At a console of the township. */
  'join.invite': channel(z.null()).answers<Invitation>(),
  'join.progress': channel(z.null()).answers<JoinProgress>(),
  /** At the console that joins: the file, part by part from its beginning, then its code. */
  'join.receive': channel(
    z.object({
      at: z.int().min(0),
      total: z
        .int()
        .min(1)
        .max(512 * 1024 * 1024),
      base64: z.string(),
    }),
  ).answers<null>(),
  'join.import': channel(z.object({ code })).answers<null>(),
  'join.cancel': channel(z.null()).answers<null>(),
  'join.byHub': channel(z.object({ url: z.string().trim().min(1).max(300), code })).answers<null>(),
  'join.joined': channel(z.null()).answers<Joined | null>(),
  /** Leaves a join by hub that brought nothing, to found the township from here. */
  'join.claim': channel(
    z.object({ person: entityId, code, password: z.string().max(200), console: requiredText }),
  ).answers<RecoverySheet>(),
} as const
