import type { ConsoleRef, LeaveReason } from '../../shared/domain/drill/events.ts'
import { textOf } from '../../shared/domain/registers.ts'
import type { DrillState } from '../../shared/ipc/drill.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readDrill, readDrillSince, readDrills } from '../store/repositories/drills.ts'
import { CommandError } from './commandError.ts'
import { consoleEntity } from './consoles.ts'
import { consoleLetter } from './numbering.ts'
import { requireRole } from './requireRole.ts'

export function readDrillState({ drill }: DeskContext): Omit<DrillState, 'realAlarms'> {
  const { db } = drill.real
  const own = drill.now?.id
  return {
    drill: own === undefined ? null : (readDrill(db, own) ?? unknownDrill(own)),
    running: readDrills(db).filter((one) => one.id !== own && !one.ended && one.startedAt !== null),
  }
}

/** The log was set back to before the drill began; the console is still in it until somebody leaves. */
function unknownDrill(id: string) {
  return { id, name: '', plannedEnd: null, startedAt: null, startedBy: '', consoles: [], ended: null }
}

/** 开始演练 at this console. @throws {CommandError} drill.alreadyIn, drill.endInPast, session.roleNeeded */
export function startDrill(desk: DeskContext, { name, plannedEnd }: { name: string; plannedEnd: number }): null {
  requireRole(desk, 'drill.command')
  const { drill, now, session } = desk
  if (drill.now) throw new CommandError('drill.alreadyIn')
  if (plannedEnd <= now()) throw new CommandError('drill.endInPast')
  const id = newId('drill')
  const body = { name, plannedEnd, console: ownConsole(desk) }
  drill.change(
    { id, sinceMs: readDrillSince(drill.real.db, now()) },
    [{ kind: 'drill.started', entity: id, base: [], body }],
    {
      author: session.author(),
    },
  )
  return null
}

/** Takes part in a drill that another console began, or comes back to it. @throws {CommandError} drill.alreadyIn, drill.over */
export function joinDrill(desk: DeskContext, { id }: { id: string }): null {
  requireRole(desk, 'drill.command')
  const { drill, now, session } = desk
  if (drill.now) throw new CommandError('drill.alreadyIn')
  const found = readDrill(drill.real.db, id)
  if (!found || found.startedAt === null || found.ended) throw new CommandError('drill.over')
  const body = { drill: { id, name: found.name }, console: ownConsole(desk) }
  drill.change(
    { id, sinceMs: readDrillSince(drill.real.db, now(), found.startedAt) },
    [{ kind: 'drill.joined', entity: id, body }],
    { author: session.author() },
  )
  return null
}

/**
 * Back to the real world; the drill goes on without this console. Never refused, and nobody need be signed in: a real call is
 * waiting.
 */
export function leaveDrill(desk: DeskContext, { reason }: { reason: LeaveReason }): null {
  const { drill, session } = desk
  if (!drill.now) return null
  const { id } = drill.now
  const name = readDrill(drill.real.db, id)?.name || id
  const body = { drill: { id, name }, console: ownConsole(desk), reason }
  const author = session.current() ? session.author() : null
  drill.change(null, [{ kind: 'drill.left', entity: id, body }], { author })
  return null
}

export function ownConsole({ drill }: DeskContext): ConsoleRef {
  const id = consoleEntity(drill.real)
  const known = readState(drill.real.db, 'console', id)?.state
  const name = [consoleLetter(drill.real.db), known && textOf(known.fields, 'name')].filter(Boolean).join(' ')
  return { id, name }
}
