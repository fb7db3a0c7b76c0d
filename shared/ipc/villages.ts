import { z } from 'zod'
import {
  entityId,
  type PersonRef,
  reason,
  requiredText,
  shortText,
  type VillageRef,
  versions,
} from '../domain/values.ts'
import { channel } from './channel.ts'

/** A village as the ledger shows it. */
export interface VillageLine {
  readonly id: string
  readonly tips: readonly string[]
  readonly name: string
  /** 12 digits, '' when not known. */
  readonly code: string
  /** Who answers for emergency work there; null is a gap to fill (村明确1人负责). */
  readonly responsible: (PersonRef & { readonly phone: string }) | null
  readonly merged: (PersonRef & { readonly reason: string }) | null
  /** Why it is no longer a village of the township, or null. */
  readonly retired: string | null
  readonly contested: readonly string[]
}

const edit = { village: entityId, base: versions }
const code = z.string().trim().max(20)

export const villageChannels = {
  'villages.list': channel(z.null()).answers<readonly VillageLine[]>(),
  /** Those that can be named now: not merged away, not retired. */
  'villages.options': channel(z.null()).answers<readonly VillageRef[]>(),
  /** Names, one a line; those that exist already are left out. */
  'villages.add': channel(z.object({ names: z.array(shortText).max(500) })).answers<{ readonly added: number }>(),
  'villages.edit': channel(
    z.object({ ...edit, set: z.object({ name: requiredText, code }).partial() }),
  ).answers<null>(),
  'villages.assign': channel(z.object({ ...edit, person: entityId.nullable() })).answers<null>(),
  'villages.merge': channel(z.object({ ...edit, into: entityId, reason })).answers<null>(),
  'villages.unmerge': channel(z.object({ ...edit, reason })).answers<null>(),
  'villages.retire': channel(z.object({ ...edit, reason })).answers<null>(),
  'villages.restore': channel(z.object({ ...edit, reason })).answers<null>(),
} as const
