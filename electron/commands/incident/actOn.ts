import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { labelOf } from '../../../shared/domain/incident/readIncident.ts'
import type { Standing } from '../../../shared/ipc/incidents.ts'
import { shortHash } from '../../../shared/protocol/envelope.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readState } from '../../store/projections/entityState.ts'
import type { AnyDraft } from '../../store/writer.ts'
import { CommandError } from '../commandError.ts'
import { requireRole } from '../requireRole.ts'

/** What an act on an incident or call begins with: which, and the versions the person had on screen. */
export interface Act {
  readonly id: string
  readonly base: readonly string[]
}

/** The incident as it stands. @throws {CommandError} incident.unknown */
export function findIncident({ store }: Pick<DeskContext, 'store'>, id: string): Incident {
  const found = readState(store.db, 'incident', id)
  if (!found) throw new CommandError('incident.unknown')
  return found.state
}

export function standingOf({ store }: Pick<DeskContext, 'store'>, id: string): Standing {
  const row = store.db.prepare<[string], { standing: Standing }>('SELECT standing FROM incident WHERE id = ?').get(id)
  if (!row) throw new CommandError('incident.unknown')
  return row.standing
}

/** @throws {CommandError} incident.dismissed, incident.merged or incident.voided when it is not a case of its own. */
export function findOpen(desk: Pick<DeskContext, 'store'>, id: string): Incident {
  const incident = findIncident(desk, id)
  const standing = standingOf(desk, id)
  if (standing !== 'open') throw new CommandError(`incident.${standing}`, { no: labelOf(incident).no })
  return incident
}

/**
 * Appends one act in one transaction. Handling an incident is never refused for a role: lives may depend on it.
 * @returns the version its first event made. @throws {CommandError} session.signInFirst
 */
export function act(desk: DeskContext, ...drafts: readonly AnyDraft[]): { version: string } {
  const flags = requireRole(desk, 'incident.handle')
  const [sealed] = desk.store.append(drafts, { author: desk.session.author(), flags })
  return { version: sealed ? shortHash(sealed.hash) : '' }
}
