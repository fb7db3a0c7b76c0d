import { z } from 'zod'
import {
  entityId,
  type PersonRef,
  type Role,
  reason,
  requiredText,
  role,
  shortText,
  versions,
} from '../domain/values.ts'
import { channel } from './channel.ts'

/** A person as the ledger shows them. */
export interface PersonLine {
  readonly id: string
  /** Versions an edit has to name as `base`. */
  readonly tips: readonly string[]
  readonly name: string
  readonly phone: string
  readonly post: string
  readonly roles: readonly Role[]
  readonly merged: (PersonRef & { readonly reason: string }) | null
  readonly revoked: { readonly reason: string; readonly by: string; readonly atMs: number } | null
  /** Fields that were set at the same time elsewhere (并发). */
  readonly contested: readonly string[]
  /** What this person can sign in with at this console. */
  readonly access: 'password' | 'code' | 'none'
}

/** Two or more people who may be one: same name, or same phone. */
export interface LikelySame {
  readonly by: 'name' | 'phone'
  readonly people: readonly PersonRef[]
}

const edit = { person: entityId, base: versions }
const roles = z.array(role).max(5)

export const peopleChannels = {
  'people.list': channel(z.null()).answers<readonly PersonLine[]>(),
  /** Those who can be named now: not merged away, not revoked. */
  'people.options': channel(z.null()).answers<
    readonly (PersonRef & { post: string; phone: string; roles: readonly Role[] })[]
  >(),
  'people.likelySame': channel(z.null()).answers<readonly LikelySame[]>(),
  'people.add': channel(z.object({ name: requiredText, phone: shortText, post: shortText, roles })).answers<{
    readonly id: string
  }>(),
  'people.edit': channel(
    z.object({ ...edit, set: z.object({ name: requiredText, phone: shortText, post: shortText }).partial() }),
  ).answers<null>(),
  'people.changeRoles': channel(z.object({ ...edit, add: roles, remove: roles })).answers<null>(),
  'people.merge': channel(z.object({ ...edit, into: entityId, reason })).answers<null>(),
  'people.unmerge': channel(z.object({ ...edit, reason })).answers<null>(),
  'people.revoke': channel(z.object({ ...edit, reason })).answers<null>(),
  'people.reinstate': channel(z.object({ ...edit, reason })).answers<null>(),
  /** Shown once; the console keeps only its hash. */
  'people.issueCode': channel(z.object({ person: entityId })).answers<{
    readonly code: string
    readonly expiresMs: number
  }>(),
} as const
