import type { Lane } from '../protocol/lanes.ts'
import { attachmentLanes } from './attachment/events.ts'
import { callLanes } from './call/lanes.ts'
import { drillLanes } from './drill/events.ts'
import { evacuationLanes } from './evacuation/events.ts'
import { incidentLanes } from './incident/lanes.ts'
import type { Body, Kind } from './kinds.ts'
import { orderLanes } from './order/events.ts'
import { outageLanes } from './outage/events.ts'
import { reportLanes } from './report/events.ts'
import { responseLanes } from './response/lanes.ts'
import { taskLanes } from './task/events.ts'
import { teamLanes } from './team/events.ts'

/** Lane of one kind of event, decided by its body alone. */
export type LaneRules = { readonly [K in Kind]?: (body: Body<K>) => Lane }

/** Kinds that are not routine; each aggregate's own file says why. Everything not named here is lane 2. */
const rules: LaneRules = {
  ...taskLanes,
  ...orderLanes,
  ...teamLanes,
  ...callLanes,
  ...incidentLanes,
  ...reportLanes,
  ...responseLanes,
  ...outageLanes,
  ...evacuationLanes,
  ...attachmentLanes,
  ...drillLanes,
}

/** The lane of an event: 0 for what may cost a life if late, 1 for command, 2 for routine. Fixed when it is written. */
export function laneOf<K extends Kind>(kind: K, body: Body<K>): Lane {
  return rules[kind]?.(body) ?? 2
}
