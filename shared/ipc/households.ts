import { z } from 'zod'
import { type HouseholdFields, householdChanges, householdFields } from '../domain/household/events.ts'
import type { HouseholdRow } from '../domain/household/sheet.ts'
import { entityId, reason, shortText, versions } from '../domain/values.ts'
import { channel } from './channel.ts'

/** A household as the ledger shows it. Personal: it stays out of full-text search. */
export interface HouseholdLine extends HouseholdFields {
  readonly id: string
  readonly tips: readonly string[]
  /** Why it is no longer on the register, or null. */
  readonly retired: string | null
}

/** A file as it was read; nothing is written yet. */
export interface HouseholdFile {
  readonly sha256: string
  readonly rows: readonly HouseholdRow[]
}

const { name, village } = householdFields.shape
const edit = { household: entityId, base: versions }

export const householdChannels = {
  'households.list': channel(z.null()).answers<readonly HouseholdLine[]>(),
  'households.add': channel(householdChanges.extend({ name, village })).answers<{ readonly id: string }>(),
  'households.edit': channel(z.object({ ...edit, set: householdChanges })).answers<null>(),
  'households.retire': channel(z.object({ ...edit, reason })).answers<null>(),
  'households.restore': channel(z.object({ ...edit, reason })).answers<null>(),
  /** Reads an .xlsx or CSV file; writes nothing. */
  'households.read': channel(z.object({ fileName: shortText, base64: z.string() })).answers<HouseholdFile>(),
  /** New ones are added, known ones (same village, group and head) brought up to date. */
  'households.import': channel(
    z.object({
      file: shortText,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      rows: z.array(householdFields).min(1).max(20_000),
      rowsLeftOut: z.int().min(0),
    }),
  ).answers<{ readonly added: number; readonly updated: number }>(),
} as const
export type HouseholdArgs<C extends keyof typeof householdChannels> = z.output<(typeof householdChannels)[C]['args']>
