import { z } from 'zod'
import { reason, requiredText, shortText } from '../values.ts'
import { isTownshipDivision } from './division.ts'

/** What kind of organisation the township is: 乡、镇、街道、功能区、团场. The word stands in every official paper. */
export const ORGANISATIONS = ['township', 'town', 'subdistrict', 'functionalZone', 'regimentFarm'] as const
export const organisation = z.enum(ORGANISATIONS)
export type Organisation = z.infer<typeof organisation>

/** 常态 with internal duty, 非常态 with joint duty. */
export const MODES = ['normal', 'emergency'] as const
export type Mode = (typeof MODES)[number]

/** There is one township a console: its entity has a fixed id. */
export const TOWNSHIP = 'township'

export const townshipCreated = z.object({
  name: requiredText,
  /** Nine digits; also the scope of every event. Once the county knows it, it cannot be changed. */
  division: z.string().refine(isTownshipDivision),
  organisation,
  county: requiredText,
})

export const divisionCorrected = z.object({ division: townshipCreated.shape.division, from: shortText, reason })

export const townshipBodies = {
  'township.created': townshipCreated,
  'township.edited': z.object({ set: townshipCreated.omit({ division: true }).partial() }),
  /** The code was typed wrong; every record of this console was written again under the right one. */
  'township.divisionCorrected': divisionCorrected,
  'township.modeChanged': z.object({ mode: z.enum(MODES), reason }),
} as const
