import { fieldsOf } from '../../../shared/domain/call/readCall.ts'
import { tellsOfLives } from '../../../shared/domain/incident/figures.ts'
import { refOf } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { CallArgs, Recorded } from '../../../shared/ipc/calls.ts'
import { worldOfDraft } from '../../../shared/ipc/draftWorlds.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { type DeskContext, newId } from '../../deskContext.ts'
import { deleteDraft } from '../../store/drafts.ts'
import { readState } from '../../store/projections/entityState.ts'
import type { AnyDraft } from '../../store/writer.ts'
import { CommandError } from '../commandError.ts'
import { findOpen } from '../incident/actOn.ts'
import { nextNumber } from '../numbering.ts'
import { requireRole } from '../requireRole.ts'

/** What the intake form hands over. */
export type Intake = CallArgs<'intake.record'>

/** The id of the call made from a draft: one draft makes one call, however often it is sent. */
export function callIdOf(draft: string): string {
  return `call-${draft}`
}

/**
 * Records a call with what it leads to, and lets go of its draft, in one transaction. Nobody need be signed in: the call then
 * carries the name the person gave and waits to be confirmed.
 * @throws {CommandError} intake.noTownship, intake.nameNeeded, drill.turned, incident.*
 */
export function recordCall(desk: DeskContext, { draft, call, into, claimedName }: Intake): Recorded {
  // Typed as the one, sent when this console was in the other already: never taken for what it is not.
  if (worldOfDraft(draft) !== desk.drill.world) throw new CommandError('drill.turned')
  const id = callIdOf(draft)
  const known = alreadyRecorded(desk, id)
  if (known) return known
  if (desk.store.scope === '') throw new CommandError('intake.noTownship')
  if (!desk.session.current() && !claimedName) throw new CommandError('intake.nameNeeded')
  const author = desk.session.authorOrClaimed(claimedName ?? '')
  const flags = requireRole(desk, 'call.record') | (into.kind === 'open' ? requireRole(desk, 'incident.open') : 0)
  const no = nextNumber(desk, 'call')
  const incident = into.kind === 'attach' ? refOf(findOpen(desk, into.incident)) : nextIncident(desk, into.title)
  const opening: readonly AnyDraft[] =
    into.kind === 'attach'
      ? []
      : [{ kind: 'incident.opened', entity: incident.id, body: openingOf(incident, { id, no }, call), base: [] }]
  const named = author.person === null ? { claimedName: author.name } : {}
  const events = desk.store.append(
    [...opening, { kind: 'call.recorded', entity: id, body: { ...call, no, incident, ...named }, base: [] }],
    { author, flags },
    (db) => deleteDraft(db, draft),
  )
  const atMs = hlcMs(events.at(-1)?.envelope.hlc ?? '')
  return { call: { id, no }, incident, opened: into.kind === 'open', atMs }
}

function nextIncident(desk: DeskContext, title: string): IncidentRef {
  return { id: newId('incident'), no: nextNumber(desk, 'incident'), title }
}

function openingOf({ no, title }: IncidentRef, from: { id: string; no: string }, { figures, ...call }: Intake['call']) {
  const { type, level, at, village, place } = call
  const lives = tellsOfLives(figures) ? { lives: true as const } : {}
  return { no, title, type, level, at, village, place, call: from, ...lives }
}

/** The answer got lost (a crash, a second Enter): the record is there, and nothing is written again. */
function alreadyRecorded({ store }: DeskContext, id: string): Recorded | null {
  const found = readState(store.db, 'call', id)
  const incident = found && fieldsOf(found.state).incident
  if (!found?.state.recorded || !incident) return null
  const { no } = found.state.label
  return { call: { id, no }, incident, opened: false, atMs: hlcMs(found.state.recorded.hlc) }
}
