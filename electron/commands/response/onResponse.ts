import { cardsFor } from '../../../shared/domain/card/card.ts'
import { fieldsOf, refOf } from '../../../shared/domain/incident/readIncident.ts'
import { standingOf } from '../../../shared/domain/response/course.ts'
import { type Authority, responseEntity } from '../../../shared/domain/response/events.ts'
import { chosenCards } from '../../../shared/domain/response/readResponse.ts'
import { type Response, responseAggregate } from '../../../shared/domain/response/response.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { ResponseArgs } from '../../../shared/ipc/response.ts'
import { FLAG_OUTSIDE_ROLE } from '../../../shared/protocol/envelope.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readState } from '../../store/projections/entityState.ts'
import { readActivePeople } from '../../store/repositories/people.ts'
import type { AnyDraft } from '../../store/writer.ts'
import { CommandError } from '../commandError.ts'
import { findOpen } from '../incident/actOn.ts'
import { requireRole } from '../requireRole.ts'
import { isAhead } from '../saidTimes.ts'

/** What an act on a response works with. */
export interface OnResponse {
  readonly entity: string
  readonly incident: IncidentRef
  readonly type: string
  readonly response: Response
}

/** @throws {CommandError} incident.unknown, incident.merged, incident.dismissed, incident.voided, response.timeInFuture */
export function findResponse(desk: DeskContext, incident: string, at?: number): OnResponse {
  if (at !== undefined && isAhead(at, desk.now())) throw new CommandError('response.timeInFuture')
  const found = findOpen(desk, incident)
  const entity = responseEntity(incident)
  const response = readState(desk.store.db, 'response', entity)?.state ?? responseAggregate.initial(entity)
  return { entity, incident: refOf(found), type: fieldsOf(found).type?.key ?? '', response }
}

/** @throws {CommandError} response.notRunning */
export function findRunning(desk: DeskContext, incident: string, at?: number): OnResponse {
  const found = findResponse(desk, incident, at)
  if (standingOf(found.response.course) !== 'running')
    throw new CommandError('response.notRunning', { no: found.incident.no })
  return found
}

/** Appends one act in one transaction. Never refused for a role: lives may depend on it. @throws {CommandError} session.signInFirst */
export function act(desk: DeskContext, drafts: readonly AnyDraft[], moreFlags = 0): null {
  const flags = requireRole(desk, 'response.command') | moreFlags
  desk.store.append(drafts, { author: desk.session.author(), flags })
  return null
}

/**
 * On whose word it is done. Whoever is not the township's head stands in for the head, with the reason why; the record is flagged.
 * @throws {CommandError} response.authorityMissing, response.insteadMissing
 */
export function readAuthority(
  { store }: DeskContext,
  { person, name, means, at, instead }: ResponseArgs<'response.start'>['authority'],
): { readonly authority: Authority; readonly flags: number } {
  const found = person === null ? undefined : readActivePeople(store.db).find(({ id }) => id === person)
  const called = found?.name ?? name
  if (called === '') throw new CommandError('response.authorityMissing')
  const isHead = found?.roles.includes('townshipHead') ?? false
  if (!isHead && !instead) throw new CommandError('response.insteadMissing', { name: called })
  const role = isHead ? 'townshipHead' : (found?.roles[0] ?? null)
  return {
    authority: {
      ...(found ? { id: found.id } : {}),
      name: called,
      role,
      means,
      at,
      ...(isHead || !instead ? {} : { instead }),
    },
    flags: isHead ? 0 : FLAG_OUTSIDE_ROLE,
  }
}

/** The cards at hand, as they lie on the shelf now. */
export function cardsAtHand({ cards }: DeskContext, { type, response }: Pick<OnResponse, 'type' | 'response'>) {
  const all = cards.all().map(({ card }) => card)
  return cardsFor(all, type, chosenCards(response))
}
