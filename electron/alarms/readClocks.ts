import { isWatched } from '../../shared/domain/deadline.ts'
import { orderClocks } from '../../shared/domain/order/clocks.ts'
import { reportClocks } from '../../shared/domain/report/clocks.ts'
import type { CountyHad } from '../../shared/domain/report/countyHad.ts'
import { commanderOf, responseClocks } from '../../shared/domain/response/readResponse.ts'
import type { Response } from '../../shared/domain/response/response.ts'
import { acknowledgeSpan, taskClocks } from '../../shared/domain/task/clocks.ts'
import type { Task } from '../../shared/domain/task/task.ts'
import { taskValues } from '../../shared/domain/task/values.ts'
import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import { readCountyHad } from '../store/repositories/countyHad.ts'
import { readWatchedOrders, type WatchedOrder } from '../store/repositories/orders.ts'
import { type ReportedIncident, readWatchedReporting } from '../store/repositories/reporting.ts'
import { readWatchedResponses } from '../store/repositories/response.ts'
import { readWatchedTasks } from '../store/repositories/tasks.ts'
import type { DutyClock } from './clock.ts'
import type { ClockRules } from './clockRules.ts'

/** The last instant there is (values.ts). */
const NEVER_MS = 8.64e15

/**
 * All clocks of this console that run, or were missed without a reason. Whatever has deadlines adds its own here.
 * @param origin this console's id
 * @param isCounted whether losses of that type of incident are counted and checked (核报)
 */
export function readClocks(
  db: ReadableDb,
  origin: string,
  rules: ClockRules,
  isCounted: (type: string) => boolean,
  now: number,
): readonly DutyClock[] {
  return [
    ...readWatchedReporting(db).flatMap((watched) =>
      clocksOfReporting(watched, readCountyHad(db, origin, watched.parts), rules, isCounted, now),
    ),
    ...readWatchedOrders(db).flatMap((watched) => clocksOfOrder(watched, rules)),
    ...readWatchedTasks(db).flatMap((task) => clocksOfTask(task, rules)),
    ...readWatchedResponses(db).flatMap((response) => clocksOfResponse(response, rules)),
  ]
}

function clocksOfTask(task: Task, rules: ClockRules): readonly DutyClock[] {
  const { title, to, at, urgency } = taskValues(task)
  const acknowledge = acknowledgeSpan(task)
  return taskClocks(task)
    .filter(isWatched)
    .map(({ clock, dueAt, stoppedAt, explained }) => ({
      id: `${task.id}/${clock}/${dueAt}`,
      kind: `task.${clock}`,
      subject: { id: task.id, no: task.no, title },
      who: to?.name ?? '',
      urgency,
      amberAt: rules.amberFrom(clock === 'due' ? (at ?? dueAt) : (acknowledge?.from ?? dueAt), dueAt),
      dueAt,
      stoppedAt,
      explained,
      heard: [],
    }))
}

function clocksOfOrder({ order, receivedAt }: WatchedOrder, rules: ClockRules): readonly DutyClock[] {
  const urgency = order.issued?.urgency ?? 'ordinary'
  const limit = rules.limit(`order.acknowledge.${urgency}`, receivedAt)
  // Without a limit it still has to be heard when it comes; it only never turns red.
  const acknowledgeBy = limit?.dueAt ?? NEVER_MS
  return orderClocks(order, acknowledgeBy)
    .filter(isWatched)
    .map(({ clock, dueAt, stoppedAt, explained }) => ({
      id: `${order.id}/${clock}/${dueAt}`,
      kind: `order.${clock}`,
      subject: order.ref,
      who: order.issued?.by ?? '',
      urgency,
      // An order sounds when it comes.
      amberAt: clock === 'acknowledge' ? receivedAt : rules.amberFrom(receivedAt, dueAt),
      dueAt,
      stoppedAt,
      explained,
      heard: order.heard.filter((heard) => heard.clock === clock).map(({ stage }) => stage),
    }))
}

function clocksOfReporting(
  { incident, facts, type, parts }: ReportedIncident,
  had: CountyHad,
  rules: ClockRules,
  isCounted: (type: string) => boolean,
  now: number,
): readonly DutyClock[] {
  const counted = facts.endedAt !== null && isCounted(type)
  return reportClocks(parts, { ...facts, counted, had }, rules.reports, now)
    .filter(isWatched)
    .map(({ clock, dueAt, startAt, stoppedAt, explained, report }) => ({
      id: `${incident.id}/${clock}${report && `-${report}`}/${dueAt}`,
      kind: `report.${clock}`,
      subject: incident,
      who: '',
      urgency: 'ordinary',
      amberAt: rules.amberFrom(startAt, dueAt),
      dueAt,
      stoppedAt,
      explained,
      heard: [],
    }))
}

function clocksOfResponse(response: Response, rules: ClockRules): readonly DutyClock[] {
  const run = response.course.runs.at(-1)
  const { incident } = response
  if (!run || !incident) return []
  return responseClocks(response)
    .filter(isWatched)
    .map(({ clock, dueAt, stoppedAt, explained }) => ({
      id: `${response.id}/${clock}/${dueAt}`,
      kind: `response.${clock}`,
      subject: incident,
      who: commanderOf(response)?.name ?? '',
      urgency: 'life-safety',
      amberAt: rules.amberFrom(run.since, dueAt),
      dueAt,
      stoppedAt,
      explained,
      heard: [],
    }))
}
