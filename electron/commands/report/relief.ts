import type { ReportArgs } from '../../../shared/ipc/reports.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readReportedIncident } from '../../store/repositories/reporting.ts'
import { CommandError } from '../commandError.ts'
import { act, checkNotAhead, onIncident } from './actOn.ts'

/** People had to be moved: the ten hours count from the first word. @throws {CommandError} report.reliefRuns */
export function startRelief(desk: DeskContext, { incident: id, base }: ReportArgs<'report.startRelief'>): null {
  const { incident, entity, reporting } = onIncident(desk, id)
  if (reporting?.relief) throw new CommandError('report.reliefRuns')
  const receivedAt = readReportedIncident(desk.store.db, id)?.facts.receivedAt ?? desk.now()
  const limit = desk.clockRules.reports.due('relief', receivedAt)
  return act(desk, [{ kind: 'report.reliefStarted', entity, base, body: { incident, ...(limit && { limit }) } }])
}

/** One of the four conditions is there. @throws {CommandError} report.reliefNotStarted, report.reliefReached */
export function reachRelief(
  desk: DeskContext,
  { incident: id, base, condition, at }: ReportArgs<'report.reachRelief'>,
): null {
  const { incident, entity, reporting } = onIncident(desk, id)
  checkNotAhead(desk, at)
  if (!reporting?.relief) throw new CommandError('report.reliefNotStarted')
  if (reporting.relief.reached[condition]) throw new CommandError('report.reliefReached')
  const body = { incident, condition, at, by: desk.session.author().name }
  return act(desk, [{ kind: 'report.reliefReached', entity, base, body }])
}

/** @throws {CommandError} report.reliefNotReached */
export function undoRelief(
  desk: DeskContext,
  { incident: id, base, condition, reason }: ReportArgs<'report.undoRelief'>,
): null {
  const { incident, entity, reporting } = onIncident(desk, id)
  if (!reporting?.relief?.reached[condition]) throw new CommandError('report.reliefNotReached')
  return act(desk, [{ kind: 'report.reliefUndone', entity, base, body: { incident, condition, reason } }])
}
