import { type Mode, type Organisation, TOWNSHIP } from '../../shared/domain/township/events.ts'
import type { DeskContext } from '../deskContext.ts'
import { holdsForeignEvents, rescope } from '../store/rescope.ts'
import { createSyncStore } from '../store/syncStore.ts'
import { CommandError } from './commandError.ts'
import { requireRole } from './requireRole.ts'
import { hasTownship } from './setUp.ts'

export function editTownship(
  context: DeskContext,
  {
    base,
    set,
  }: {
    base: readonly string[]
    set: { name?: string | undefined; county?: string | undefined; organisation?: Organisation | undefined }
  },
): null {
  requireRole(context, 'township.edit')
  if (!hasTownship(context)) throw new CommandError('setup.noTownship')
  const { store, session } = context
  store.append([{ kind: 'township.edited', entity: TOWNSHIP, body: { set }, base }], { author: session.author() })
  return null
}

/**
 * The division code was typed wrong at set-up. Only before the county knows it, and before another computer has joined under it.
 * @throws {CommandError} township.sameDivision, township.divisionAtCounty, township.divisionShared {consoles}
 */
export function correctDivision(
  context: DeskContext,
  { division, reason }: { division: string; reason: string },
): null {
  requireRole(context, 'township.edit')
  if (!hasTownship(context)) throw new CommandError('setup.noTownship')
  const { store, session } = context
  const author = session.author()
  const from = store.scope
  if (division === from) throw new CommandError('township.sameDivision')
  const sync = createSyncStore(store)
  if (sync.hubPin()) throw new CommandError('township.divisionAtCounty')
  if (holdsForeignEvents(store)) throw new CommandError('township.divisionShared')
  const said = { kind: 'township.divisionCorrected', entity: TOWNSHIP, body: { division, from, reason } } as const
  rescope(store, division, [said], { author })
  const pending = sync.pendingEnrolment()
  if (pending) sync.savePendingEnrolment({ ...pending, township: { ...pending.township, division } })
  return null
}

/** 转入非常态 or 恢复常态. Never refused for a role: whoever sees the flood first says so. */
export function changeMode(
  context: DeskContext,
  { base, mode, reason }: { base: readonly string[]; mode: Mode; reason: string },
): null {
  const flags = requireRole(context, 'township.changeMode')
  if (!hasTownship(context)) throw new CommandError('setup.noTownship')
  const { store, session } = context
  store.append([{ kind: 'township.modeChanged', entity: TOWNSHIP, body: { mode, reason }, base }], {
    author: session.author(),
    flags,
  })
  return null
}
