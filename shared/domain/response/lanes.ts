import type { LaneRules } from '../lane.ts'

/** That help is asked for overtakes everything; who commands and what was started is command; ticks of a list are routine. */
export const responseLanes: LaneRules = {
  'response.started': () => 1,
  'response.levelChanged': () => 1,
  'response.ended': () => 1,
  'response.commandOffered': () => 1,
  'response.commandAccepted': () => 1,
  'response.commandDeclined': () => 1,
  'response.etaGiven': () => 1,
  'response.helpRequested': () => 0,
  'response.helpAnswered': () => 1,
}
