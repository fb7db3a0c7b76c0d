import { attachmentAggregate } from './attachment/attachment.ts'
import { callAggregate } from './call/call.ts'
import { cardAggregate } from './card/review.ts'
import { consoleAggregate } from './console/console.ts'
import { drillAggregate } from './drill/drill.ts'
import { dutyAggregate } from './duty/duty.ts'
import { evacuationAggregate } from './evacuation/evacuation.ts'
import type { Aggregate } from './event.ts'
import { householdAggregate } from './household/household.ts'
import { incidentAggregate } from './incident/incident.ts'
import { logAggregate } from './log/log.ts'
import { orderAggregate } from './order/order.ts'
import { outageAggregate } from './outage/outage.ts'
import { personAggregate } from './person/person.ts'
import { receiptAggregate } from './receipt/receipt.ts'
import { reportAggregate } from './report/reporting.ts'
import { responseAggregate } from './response/response.ts'
import { reviewAggregate } from './review/review.ts'
import { taskAggregate } from './task/task.ts'
import { teamAggregate } from './team/team.ts'
import { townshipAggregate } from './township/township.ts'
import { villageAggregate } from './village/village.ts'

/** All aggregates by name. */
export const aggregates = {
  log: logAggregate,
  task: taskAggregate,
  order: orderAggregate,
  receipt: receiptAggregate,
  console: consoleAggregate,
  township: townshipAggregate,
  village: villageAggregate,
  person: personAggregate,
  duty: dutyAggregate,
  team: teamAggregate,
  call: callAggregate,
  incident: incidentAggregate,
  report: reportAggregate,
  response: responseAggregate,
  card: cardAggregate,
  outage: outageAggregate,
  household: householdAggregate,
  evacuation: evacuationAggregate,
  attachment: attachmentAggregate,
  drill: drillAggregate,
  review: reviewAggregate,
} as const

export type AggregateName = keyof typeof aggregates
export type StateOf<N extends AggregateName> = (typeof aggregates)[N] extends Aggregate<infer State> ? State : never

export function isAggregateName(name: string): name is AggregateName {
  return Object.hasOwn(aggregates, name)
}
