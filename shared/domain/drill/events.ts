import { z } from 'zod'
import type { LaneRules } from '../lane.ts'
import { entityId, instant, requiredText } from '../values.ts'

/**
 * Why the end of a drill closed something: a key in place of what a person would have typed, said in the reader's own words.
 * Earlier drills have the words themselves.
 */
export const DRILL_ENDED = 'drill.ended'

export const drillRef = z.object({ id: entityId, name: requiredText })
export type DrillRef = z.infer<typeof drillRef>

/** Which console: its entity, and its letter and name as people say them. */
export const consoleRef = z.object({ id: entityId, name: requiredText })
export type ConsoleRef = z.infer<typeof consoleRef>

/** Why a console left a drill that goes on: a real call came in, or somebody said so. */
export const LEAVE_REASONS = ['realCall', 'left'] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

const count = z.int().min(0)
/** What was done in a drill, and what was still open at its end and was closed with it. */
export const drillCounts = z.object({
  minutes: count,
  events: count,
  calls: count,
  incidents: count,
  tasks: count,
  reports: count,
  missed: count,
  closedIncidents: count,
  closedTasks: count,
  closedResponses: count,
})
export type DrillCounts = z.infer<typeof drillCounts>

/**
 * 演练: switched on and off by somebody, at a console. These acts are real: the duty log says when a console practised. What is
 * done in between carries the mark (shared/domain/worlds.ts).
 */
export const drillBodies = {
  'drill.started': z.object({ name: requiredText, plannedEnd: instant, console: consoleRef }),
  /** Another console takes part, or one that left comes back. */
  'drill.joined': z.object({ drill: drillRef, console: consoleRef }),
  'drill.left': z.object({ drill: drillRef, console: consoleRef, reason: z.enum(LEAVE_REASONS) }),
  'drill.ended': z.object({ drill: drillRef, console: consoleRef, counts: drillCounts }),
} as const

/** Command: the county and the other consoles should know that what follows is practice. */
export const drillLanes: LaneRules = {
  'drill.started': () => 1,
  'drill.joined': () => 1,
  'drill.left': () => 1,
  'drill.ended': () => 1,
}
