import { isForward, skippedBetween } from '../../../shared/domain/incident/course.ts'
import { labelOf, officialOf } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentArgs } from '../../../shared/ipc/incidents.ts'
import type { DeskContext } from '../../deskContext.ts'
import { CommandError } from '../commandError.ts'
import { requireRole } from '../requireRole.ts'
import { type Act, act, findIncident, findOpen, standingOf } from './actOn.ts'

/** Moves on; phases passed over stay 未报. @throws {CommandError} incident.notForward */
export function advanceIncident(desk: DeskContext, args: IncidentArgs<'incident.advance'>) {
  const { id, base, to, reason } = args
  const incident = findOpen(desk, id)
  const { phase } = incident.course
  if (!isForward(phase, to)) throw new CommandError('incident.notForward', { no: labelOf(incident).no })
  const skipped = [...skippedBetween(phase, to)]
  return act(desk, {
    kind: 'incident.advanced',
    entity: id,
    body: { label: labelOf(incident), to, skipped, reason },
    base,
  })
}

/** Goes back to an earlier phase. @throws {CommandError} incident.notBack */
export function reopenIncident(desk: DeskContext, { id, base, to, reason }: IncidentArgs<'incident.reopen'>) {
  const incident = findOpen(desk, id)
  if (!isForward(to, incident.course.phase)) throw new CommandError('incident.notBack', { no: labelOf(incident).no })
  return act(desk, { kind: 'incident.reopened', entity: id, body: { label: labelOf(incident), to, reason }, base })
}

/** 误报. */
export function dismissIncident(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  const label = labelOf(findOpen(desk, id))
  return act(desk, { kind: 'incident.dismissed', entity: id, body: { label, reason }, base })
}

export function undismissIncident(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  const label = labelOf(findIncident(desk, id))
  if (standingOf(desk, id) !== 'dismissed') throw new CommandError('incident.notDismissed', { no: label.no })
  return act(desk, { kind: 'incident.undismissed', entity: id, body: { label, reason }, base })
}

/**
 * 作废: for a record made by mistake. Refused while something hangs on it that would disappear with it.
 * @throws {CommandError} incident.hasCalls, incident.hasOfficial
 */
export function voidIncident(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  requireRole(desk, 'record.void')
  const incident = findIncident(desk, id)
  const label = labelOf(incident)
  if (incident.voided) throw new CommandError('incident.voided', { no: label.no })
  const calls = desk.store.db
    .prepare<[string], { count: number }>(
      `SELECT count(*) AS count FROM incident i JOIN call c ON c.incident = i.id WHERE i.root = ? AND c.voided = 0`,
    )
    .get(id)
  if (calls && calls.count > 0) throw new CommandError('incident.hasCalls', { no: label.no, count: calls.count })
  if (Object.values(officialOf(incident)).some((official) => official !== null))
    throw new CommandError('incident.hasOfficial', { no: label.no })
  return act(desk, { kind: 'incident.voided', entity: id, body: { label, reason }, base })
}

export function restoreIncident(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  requireRole(desk, 'record.void')
  const incident = findIncident(desk, id)
  if (!incident.voided) throw new CommandError('incident.notVoided', { no: labelOf(incident).no })
  return act(desk, { kind: 'incident.restored', entity: id, body: { label: labelOf(incident), reason }, base })
}
