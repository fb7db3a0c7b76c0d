import type { LaneRules } from '../lane.ts'
import { isLifeAtStake, tellsOfLives } from './figures.ts'
import { isGrave } from './levels.ts'

/** Everything about an incident is command; what tells of lives at stake or grades it 较大 or above is flash. */
export const incidentLanes: LaneRules = {
  'incident.opened': ({ level, lives }) => (lives || isGrave(level) ? 0 : 1),
  'incident.corrected': ({ set }) => (isGrave(set.level) ? 0 : 1),
  'incident.graded': ({ level }) => (isGrave(level) ? 0 : 1),
  'incident.advanced': () => 1,
  'incident.reopened': () => 1,
  'incident.dismissed': () => 1,
  'incident.undismissed': () => 1,
  'incident.merged': () => 1,
  'incident.unmerged': () => 1,
  'incident.unsplit': () => 1,
  'incident.transferred': () => 1,
  'incident.transferReturned': () => 1,
  'incident.figuresClaimed': ({ figures }) => (tellsOfLives(figures) ? 0 : 1),
  'incident.claimWithdrawn': () => 1,
  'incident.figureAdopted': ({ field, adopted }) => (isLifeAtStake(field, adopted?.value) ? 0 : 1),
  'incident.noted': () => 1,
  'incident.voided': () => 1,
  'incident.restored': () => 1,
}
