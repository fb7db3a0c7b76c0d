import type { PractisedIncident } from '../../shared/ipc/drill.ts'
import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import type { DeskContext } from '../deskContext.ts'
import { readDrill, readDrillSince, readPractised } from '../store/repositories/drills.ts'
import { CommandError } from './commandError.ts'

/** The log as a drill left it, read again from its events, whichever world this console is in. @throws {CommandError} drill.unknown */
export function openPastDrill({ drill: { real }, now }: DeskContext, id: string): ReadableDb {
  const found = readDrill(real.db, id)
  if (!found) throw new CommandError('drill.unknown')
  const sinceMs = readDrillSince(real.db, now(), found.startedAt ?? undefined)
  return real.drills.of({ id, sinceMs, untilMs: found.ended?.at ?? null })
}

/** @throws {CommandError} drill.unknown */
export function readDrillIncidents(desk: DeskContext, id: string): readonly PractisedIncident[] {
  return readPractised(openPastDrill(desk, id))
}
