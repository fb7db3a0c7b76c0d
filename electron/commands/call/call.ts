import { fieldsOf, isUnconfirmed, labelOf } from '../../../shared/domain/call/readCall.ts'
import { refOf } from '../../../shared/domain/incident/readIncident.ts'
import type { CallArgs } from '../../../shared/ipc/calls.ts'
import type { DeskContext } from '../../deskContext.ts'
import { CommandError } from '../commandError.ts'
import { type Act, act, findOpen } from '../incident/actOn.ts'
import { requireRole } from '../requireRole.ts'
import { findCall } from './findCall.ts'

export function correctCall(desk: DeskContext, args: CallArgs<'call.correct'>) {
  const { id, base, set, figures, withdrawn, reason } = args
  const changes = [set, figures ?? {}, withdrawn ?? []].some((part) => Object.keys(part).length > 0)
  if (!changes) throw new CommandError('call.nothingChanged')
  const label = labelOf(findCall(desk, id).state)
  return act(desk, { kind: 'call.corrected', entity: id, body: { label, set, figures, withdrawn, reason }, base })
}

/** Puts the call to an incident, taking it from the one it belonged to. */
export function attachCall(desk: DeskContext, args: CallArgs<'call.attach'>) {
  const { id, base, reason } = args
  const { state } = findCall(desk, id)
  const from = fieldsOf(state).incident ?? undefined
  const contested = (state.fields.incident?.rivals ?? []).length > 0
  if (from?.id === args.incident && !contested) throw new CommandError('call.alreadyThere', { no: from.no })
  const incident = refOf(findOpen(desk, args.incident))
  return act(desk, { kind: 'call.attached', entity: id, body: { label: labelOf(state), incident, from, reason }, base })
}

export function detachCall(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  const { state } = findCall(desk, id)
  const { incident } = fieldsOf(state)
  if (!incident) throw new CommandError('call.notAttached', { no: state.label.no })
  return act(desk, { kind: 'call.detached', entity: id, body: { label: labelOf(state), incident, reason }, base })
}

/** A person who is signed in vouches for a call taken without sign-in. */
export function confirmCall(desk: DeskContext, { id, base }: Act) {
  const { state } = findCall(desk, id)
  if (!isUnconfirmed(state)) throw new CommandError('call.alreadyConfirmed', { no: state.label.no })
  const body = { label: labelOf(state), claimedName: state.claimedName ?? '' }
  return act(desk, { kind: 'call.confirmed', entity: id, body, base })
}

export function voidCall(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  requireRole(desk, 'record.void')
  const { state } = findCall(desk, id)
  if (state.voided) throw new CommandError('call.voided', { no: state.label.no })
  return act(desk, { kind: 'call.voided', entity: id, body: { label: labelOf(state), reason }, base })
}

export function restoreCall(desk: DeskContext, { id, base, reason }: Act & { reason: string }) {
  requireRole(desk, 'record.void')
  const { state } = findCall(desk, id)
  if (!state.voided) throw new CommandError('call.notVoided', { no: state.label.no })
  return act(desk, { kind: 'call.restored', entity: id, body: { label: labelOf(state), reason }, base })
}
