import { z } from 'zod'
import { householdRef } from '../household/events.ts'
import type { LaneRules } from '../lane.ts'
import { entityId, incidentRef, instant, means, reason, shortText, villageRef } from '../values.ts'

/** One list a village and incident: two consoles that tick its households are seen. */
export const evacuationEntity = (incident: string, village: string): string => `evacuation-${incident}-${village}`

/** 应转, 已转, 拒转, 失联, 已返回. */
export const HOUSEHOLD_STATES = ['listed', 'moved', 'refused', 'missing', 'returned'] as const
export const householdState = z.enum(HOUSEHOLD_STATES)
export type HouseholdState = (typeof HOUSEHOLD_STATES)[number]

/** Households of one event: with every field full it stays far below the largest envelope. */
export const HOUSEHOLDS_AT_ONCE = 100

const count = z.int().min(0).max(1_000_000).nullable()
/** People, as a village counts them without a list; null: not said. */
export const villageCounts = z.object({ should: count, moved: count, refused: count, missing: count })
export type VillageCounts = z.infer<typeof villageCounts>

const said = { at: instant, by: shortText, means }

/** The incident by number and title only: hundreds of ticks shall not flood its timeline. */
const about = { label: z.object({ incident: entityId, no: shortText, title: shortText }), village: villageRef }

export const evacuationBodies = {
  /** 下达转移: who has to leave, and where to. */
  'evacuation.ordered': z.object({
    incident: incidentRef,
    village: villageRef,
    zone: shortText,
    shelter: shortText,
    households: z.array(householdRef).max(HOUSEHOLDS_AT_ONCE),
    at: instant,
    authority: shortText,
  }),
  'evacuation.marked': z.object({
    ...about,
    household: householdRef,
    state: householdState,
    /** People it is true of; absent: the whole household. */
    people: z.int().min(0).max(1_000).optional(),
    ...said,
    note: shortText,
  }),
  /** What a village counted itself, beside the list. */
  'evacuation.counted': z.object({
    incident: incidentRef,
    village: villageRef,
    counts: villageCounts,
    ...said,
    note: shortText,
  }),
  /** Taken off the list: it was no longer there, or listed twice. */
  'evacuation.struckOff': z.object({ ...about, household: householdRef, reason }),
} as const

/** Who refuses or cannot be reached is command; ticks of a list are routine. */
export const evacuationLanes: LaneRules = {
  'evacuation.ordered': () => 1,
  'evacuation.marked': ({ state }) => (state === 'refused' || state === 'missing' ? 1 : 2),
  'evacuation.counted': () => 1,
}
