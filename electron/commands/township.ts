import { type Mode, type Organisation, TOWNSHIP } from '../../shared/domain/township/events.ts'
import type { DeskContext } from '../deskContext.ts'
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
