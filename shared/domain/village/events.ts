import { z } from 'zod'
import { personRef, reason, requiredText, villageRef } from '../values.ts'

/** A village or community of the township. `code`: 12 digits of the statistical code, where known. */
const village = z.object({
  name: requiredText,
  code: z
    .string()
    .regex(/^\d{12}$/)
    .or(z.literal('')),
})

export const villageBodies = {
  'village.added': village.partial({ code: true }),
  'village.edited': z.object({ set: village.partial() }),
  /** Who answers for emergency work in the village (村明确1人负责); null: nobody. */
  'village.assigned': z.object({ person: personRef.nullable() }),
  'village.merged': z.object({ into: villageRef, reason }),
  'village.unmerged': z.object({ reason }),
  /** No longer a village of the township (撤并、划出). */
  'village.retired': z.object({ reason }),
  'village.restored': z.object({ reason }),
} as const
