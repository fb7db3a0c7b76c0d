import { randomBytes } from 'node:crypto'
import { labelOf } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentArgs } from '../../../shared/ipc/incidents.ts'
import type { DeskContext } from '../../deskContext.ts'
import { CommandError } from '../commandError.ts'
import { act, findIncident, findOpen } from './actOn.ts'

/** Corrects facts; also how one of several values set at the same time is chosen. */
export function correctIncident(desk: DeskContext, args: IncidentArgs<'incident.correct'>) {
  const { id, base, set, reason } = args
  if (Object.keys(set).length === 0) throw new CommandError('incident.nothingChanged')
  const label = labelOf(findIncident(desk, id))
  return act(desk, { kind: 'incident.corrected', entity: id, body: { label, set, reason }, base })
}

export function noteIncident(desk: DeskContext, { id, base, at, text }: IncidentArgs<'incident.note'>) {
  const label = labelOf(findIncident(desk, id))
  return act(desk, { kind: 'incident.noted', entity: id, body: { label, at, text }, base })
}

/** Figures somebody gave without a call of their own (county, village check). */
export function claimFigures(desk: DeskContext, args: IncidentArgs<'incident.claimFigures'>) {
  const { id, base, at, source, figures, note } = args
  if (Object.keys(figures).length === 0) throw new CommandError('incident.noFigures')
  const label = labelOf(findOpen(desk, id))
  const body = { label, claim: shortId(), at, source, figures, note }
  return act(desk, { kind: 'incident.figuresClaimed', entity: id, body, base })
}

export function withdrawClaim(desk: DeskContext, args: IncidentArgs<'incident.withdrawClaim'>) {
  const { id, base, claim, reason } = args
  const incident = findIncident(desk, id)
  const found = incident.claims.find((one) => one.id === claim && !one.withdrawn)
  if (!found) throw new CommandError('incident.unknownClaim')
  const body = { label: labelOf(incident), claim, field: found.field, reason }
  return act(desk, { kind: 'incident.claimWithdrawn', entity: id, body, base })
}

/** The officer's choice of the official value; null: there is none any more. */
export function adoptFigure(desk: DeskContext, args: IncidentArgs<'incident.adoptFigure'>) {
  const { id, base, field, adopted, reason } = args
  const label = labelOf(findOpen(desk, id))
  return act(desk, { kind: 'incident.figureAdopted', entity: id, body: { label, field, adopted, reason }, base })
}

/** 分转 to a competent body. The incident stays in our hands until it is ended. */
export function transferIncident(desk: DeskContext, args: IncidentArgs<'incident.transfer'>) {
  const { id, base, body, person, means, note } = args
  const label = labelOf(findOpen(desk, id))
  return act(desk, {
    kind: 'incident.transferred',
    entity: id,
    body: { label, transfer: shortId(), body, person, means, note },
    base,
  })
}

export function returnTransfer(desk: DeskContext, args: IncidentArgs<'incident.returnTransfer'>) {
  const { id, base, transfer, reason } = args
  const incident = findIncident(desk, id)
  const found = incident.transfers.find((one) => one.id === transfer && !one.returned)
  if (!found) throw new CommandError('incident.unknownTransfer')
  const body = { label: labelOf(incident), transfer, body: found.body, reason }
  return act(desk, { kind: 'incident.transferReturned', entity: id, body, base })
}

/** Names one claim or transfer within its incident. */
function shortId(): string {
  return randomBytes(5).toString('hex')
}
