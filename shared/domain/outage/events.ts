import { z } from 'zod'
import type { LaneRules } from '../lane.ts'
import { incidentRef, instant, means, reason, shortText, villageRef } from '../values.ts'

/** Lifelines of a village: 道路, 供电, 通信, 供水, 供气. */
export const UTILITIES = ['road', 'power', 'communication', 'water', 'gas'] as const
export const utility = z.enum(UTILITIES)
export type Utility = (typeof UTILITIES)[number]

export const outageFields = z.object({
  utility,
  village: villageRef,
  /** Where it is cut; '' the whole village. */
  place: shortText,
  since: instant,
  /** Who said so. */
  source: shortText,
  note: shortText,
})
export type OutageFields = z.infer<typeof outageFields>

/** Said with every later event, so that it can be read alone. */
const about = { utility, village: villageRef, incident: incidentRef.optional() }

export const outageBodies = {
  'outage.reported': outageFields.extend({ means, incident: incidentRef.optional() }),
  'outage.corrected': z.object({ ...about, set: outageFields.omit({ utility: true }).partial(), reason }),
  /** 恢复. */
  'outage.repaired': z.object({ ...about, at: instant, by: shortText, means, note: shortText }),
  /** 再次中断, or a repair that was not one. */
  'outage.reopened': z.object({ ...about, at: instant, reason }),
  'outage.voided': z.object({ ...about, reason }),
  'outage.unvoided': z.object({ ...about, reason }),
} as const

/** A village without road, power or telephone is command traffic: the county sends by it. */
export const outageLanes: LaneRules = {
  'outage.reported': () => 1,
  'outage.corrected': () => 1,
  'outage.repaired': () => 1,
  'outage.reopened': () => 1,
  'outage.voided': () => 1,
  'outage.unvoided': () => 1,
}
