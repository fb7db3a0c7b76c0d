import { z } from 'zod'
import { entityId, reason, requiredText, shortText } from '../values.ts'

/** Somebody who cannot leave alone: 老、幼、病、残、孕、独居. `kind` as the township calls it. */
export const vulnerable = z.object({ name: requiredText, kind: shortText, note: shortText })
export type Vulnerable = z.infer<typeof vulnerable>

/** 包保人: who answers for getting the household out. */
export const keeper = z.object({ name: requiredText, phone: shortText })
export type Keeper = z.infer<typeof keeper>

const village = z.object({ id: entityId.exactOptional(), name: requiredText })
export type HouseholdVillage = z.infer<typeof village>

/** A household in a danger zone, or with people who need help to leave. Personal: never in full-text search. */
export const householdFields = z.object({
  /** 户主 */
  name: requiredText,
  village,
  /** 村民小组 */
  group: shortText,
  /** 人数; null: not known. */
  people: z.int().min(0).max(1_000).nullable(),
  phone: shortText,
  /** 危险区或隐患点 */
  zone: shortText,
  vulnerable: z.array(vulnerable).max(30),
  keeper: keeper.nullable(),
  note: shortText,
})
export type HouseholdFields = z.infer<typeof householdFields>

const { name } = householdFields.shape
/** Any of them; what is left out stays as it is. */
export const householdChanges = z.object({
  name: householdFields.shape.name.exactOptional(),
  village: householdFields.shape.village.exactOptional(),
  group: shortText.exactOptional(),
  people: householdFields.shape.people.exactOptional(),
  phone: shortText.exactOptional(),
  zone: shortText.exactOptional(),
  vulnerable: householdFields.shape.vulnerable.exactOptional(),
  keeper: householdFields.shape.keeper.exactOptional(),
  note: shortText.exactOptional(),
})
export type HouseholdChanges = z.infer<typeof householdChanges>

/** How an event that lists households names one: enough to call at its door without the register. */
export const householdRef = z.object({
  id: entityId,
  name: shortText,
  group: shortText,
  people: z.int().min(0).nullable(),
})
export type HouseholdRef = z.infer<typeof householdRef>

export const householdBodies = {
  'household.added': householdChanges.extend({ name, village }),
  'household.edited': z.object({ set: householdChanges }),
  'household.retired': z.object({ reason }),
  'household.restored': z.object({ reason }),
} as const

/** 导入重点户名册: one line of the log for the whole act. */
export const householdListBodies = {
  'householdList.imported': z.object({
    file: shortText,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    added: z.int().min(0),
    updated: z.int().min(0),
    rowsLeftOut: z.int().min(0),
  }),
} as const
