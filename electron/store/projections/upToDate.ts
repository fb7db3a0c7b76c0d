import { createHash } from 'node:crypto'
import { bodies } from '../../../shared/domain/kinds.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import { readSetting, writeSetting } from '../settings.ts'
import { rebuildProjections } from './rebuild.ts'
import { projectionTables } from './registry.ts'

/** Raise it when a reducer or a projection comes to another result from the same events. */
const RULES_VERSION = 8

const SETTING = 'projections'

/** How far a rebuild has come, in rows of `event` and entities. */
export interface RebuildProgress {
  readonly done: number
  readonly total: number
}

export interface RebuildHere {
  /** Longest log, in events, that may be rebuilt in this thread; any when absent. */
  readonly longest?: number
  onStep?(progress: RebuildProgress): void
}

/** There is more to rebuild than this thread may do: {@link upgradeFolder} does it in one of its own. */
export class LongRebuild extends Error {}

/** Whether this program would have built them the same. */
export function areProjectionsUpToDate(db: ReadableDb): boolean {
  return readSetting(db, SETTING) === fingerprint()
}

/**
 * Builds the projections anew when this program knows kinds or tables that the one before did not: what arrived meanwhile was
 * kept unread. On a log of 100,000 events that takes some ten seconds, once an upgrade.
 * @throws {LongRebuild} when the log is longer than `longest`.
 */
export function bringProjectionsUpToDate(db: WritableDb, { longest, onStep }: RebuildHere = {}): void {
  if (areProjectionsUpToDate(db)) return
  const events = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM event').get()?.count ?? 0
  if (longest !== undefined && events > longest) throw new LongRebuild(`${events} events`)
  db.transaction(() => {
    if (events > 0) for (const progress of rebuildProjections(db)) onStep?.(progress)
    writeSetting(db, SETTING, fingerprint())
  }).immediate()
}

function fingerprint(): string {
  const known = [RULES_VERSION, ...Object.keys(bodies).sort(), ...projectionTables()]
  return createHash('sha256').update(known.join('\n')).digest('hex').slice(0, 16)
}
