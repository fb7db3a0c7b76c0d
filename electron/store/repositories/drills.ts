import type { Drill } from '../../../shared/domain/drill/drill.ts'
import type { DrillLine, PractisedIncident } from '../../../shared/ipc/drill.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { readState, readStates } from '../projections/entityState.ts'

/** All drills, the latest first. */
export function readDrills(db: ReadableDb): readonly DrillLine[] {
  return readStates(db, 'drill')
    .map(lineOf)
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.id < b.id ? -1 : 1))
}

export function readDrill(db: ReadableDb, id: string): DrillLine | null {
  const found = readState(db, 'drill', id)
  return found ? lineOf(found.state) : null
}

/**
 * From when on (ms) what was practised belongs to a drill that begins after all that ended by then. Never later than `nowMs`: a
 * console whose clock is fast ended its drill in our future, and what is written here from now on must be shown.
 */
export function readDrillSince(db: ReadableDb, nowMs: number, startedMs = Number.POSITIVE_INFINITY): number {
  const ends = readStates(db, 'drill').flatMap(({ ended }) => (ended ? [hlcMs(ended.by.hlc)] : []))
  return Math.min(nowMs, Math.max(0, ...ends.filter((end) => end < startedMs).map((end) => end + 1)))
}

/** Incidents with a review of their own. @param db as the drill shows it */
export function readPractised(db: ReadableDb): readonly PractisedIncident[] {
  return db
    .prepare<[], PractisedIncident>(
      `SELECT id, no, title, opened_ms AS receivedAt FROM incident
       WHERE root = id AND standing <> 'voided' ORDER BY opened_ms, id`,
    )
    .all()
}

function lineOf({ id, name, plannedEnd, started, consoles, ended }: Drill): DrillLine {
  return {
    id,
    name,
    plannedEnd,
    startedAt: started && hlcMs(started.hlc),
    startedBy: started?.name ?? '',
    consoles: ended ? [] : consoles.filter(({ left }) => left === null).map((one) => one.name),
    ended: ended && { at: hlcMs(ended.by.hlc), by: ended.by.name, counts: ended.counts },
  }
}
