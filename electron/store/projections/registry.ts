import type { AggregateName } from '../../../shared/domain/aggregates.ts'
import { isPractised } from '../../../shared/domain/worlds.ts'
import { markActsOf } from './afterRevocation.ts'
import { attachmentProjection } from './attachment.ts'
import { callProjection } from './calls.ts'
import { householdProjection } from './household.ts'
import { incidentProjection } from './incidents.ts'
import { orderProjection } from './order.ts'
import { outageProjection } from './outage.ts'
import type { Projection } from './projection.ts'
import { receiptProjection } from './receipt.ts'
import { responseProjection } from './response.ts'
import { taskProjection } from './task.ts'
import { writeTeamLine } from './teamLine.ts'

type Projections = { readonly [N in AggregateName]?: Projection<N> }

/** Tables of every aggregate that has some; an aggregate without is read from its state alone. */
export const projections: Projections = {
  person: { aggregate: 'person', tables: [], write: markActsOf },
  team: { aggregate: 'team', tables: ['team_line'], write: writeTeamLine },
  task: taskProjection,
  order: orderProjection,
  receipt: receiptProjection,
  call: callProjection,
  incident: incidentProjection,
  response: responseProjection,
  outage: outageProjection,
  household: householdProjection,
  attachment: attachmentProjection,
}

/** Tables every event writes to. */
const COMMON_TABLES = ['entity_state', 'withdrawn', 'log_line', 'mention', 'human_number'] as const

/** All projection tables, for the rebuild that is compared with them. */
export function projectionTables(): readonly string[] {
  const own = Object.values(projections).flatMap((projection) => projection.tables)
  return [...new Set([...COMMON_TABLES, 'drill_event', ...own])]
}

/** Those a drill has of its own (store/drill); what is not here it shares with the real world. */
export function practisedTables(): readonly string[] {
  const own = Object.values(projections).filter(({ aggregate }) => isPractised(aggregate))
  return [...new Set([...COMMON_TABLES, ...own.flatMap((projection) => projection.tables)])]
}
