import { z } from 'zod'
import type { Organisation } from '../domain/township/events.ts'
import { entityId, type PersonRef, type Role } from '../domain/values.ts'
import { channel } from './channel.ts'

export interface SessionPerson extends PersonRef {
  readonly roles: readonly Role[]
}

/**
 * Who uses this console now. `empty`: it belongs to no township yet. `claim`: it has joined one, but nobody has proven at this
 * console to be an administrator. `locked`: the screen is covered; the person comes back with the password.
 */
export type SessionState =
  | { readonly state: 'empty' }
  | { readonly state: 'claim' }
  | { readonly state: 'signedOut' }
  | { readonly state: 'locked'; readonly person: SessionPerson }
  | { readonly state: 'signedIn'; readonly person: SessionPerson }

/** Somebody who may sign in at this console. */
export interface SignInOption extends SessionPerson {
  readonly post: string
  /** `code`: a one-time code of an administrator waits; `none`: one has to be made first. */
  readonly access: 'password' | 'code' | 'none'
}

/** What the recovery sheet says; printed, never stored. The code is shown once. */
export interface RecoverySheet {
  readonly township: string
  readonly county: string
  readonly organisation: Organisation
  readonly division: string
  readonly console: string
  readonly letter: string
  readonly device: string
  readonly atMs: number
  readonly code: string
}

/** What proves a person who sets a password. */
export const passwordProof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string().max(100) }),
  z.object({ kind: z.literal('recovery'), code: z.string().max(100) }),
  z.object({ kind: z.literal('oldPassword'), password: z.string().max(200) }),
])
export type PasswordProof = z.infer<typeof passwordProof>

const password = z.string().max(200)

export const sessionChannels = {
  'session.current': channel(z.null()).answers<SessionState>(),
  'session.options': channel(z.null()).answers<readonly SignInOption[]>(),
  /** Also unlocks, and changes the person (换人). */
  'session.signIn': channel(z.object({ person: entityId, password })).answers<SessionPerson>(),
  'session.signOut': channel(z.null()).answers<null>(),
  'session.lock': channel(z.null()).answers<null>(),
  /** Sets the password and signs in. With the recovery code it answers a new sheet: the old one is used up. */
  'session.setPassword': channel(
    z.object({ person: entityId, proof: passwordProof, password }),
  ).answers<RecoverySheet | null>(),
  /** A new recovery code for this console; the sheet before it no longer works. */
  'session.newRecoverySheet': channel(z.null()).answers<RecoverySheet>(),
} as const
