import { tellsOfLives } from '../incident/figures.ts'
import { isGrave } from '../incident/levels.ts'
import type { LaneRules } from '../lane.ts'

/** Every call is command; one that tells of lives at stake or of a grade 较大 or above is flash. */
export const callLanes: LaneRules = {
  'call.recorded': ({ level, figures }) => (isGrave(level) || tellsOfLives(figures) ? 0 : 1),
  'call.corrected': ({ set, figures }) => (isGrave(set.level) || tellsOfLives(figures) ? 0 : 1),
  'call.attached': () => 1,
  'call.detached': () => 1,
  'call.confirmed': () => 1,
  'call.voided': () => 1,
  'call.restored': () => 1,
}
