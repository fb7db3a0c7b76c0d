import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { readSetting, writeSetting } from './settings.ts'

/** Setting: when this console first knew a county hub, ms by its own clock. */
const HUB_SINCE = 'hubSince'

/**
 * From when on this console's records were for a county hub, ms; null: it never knew one. What it wrote before was on its way to
 * nobody, and is not late because it is handed on when the console joins.
 */
export function readHubSince(db: ReadableDb): number | null {
  const kept = readSetting(db, HUB_SINCE)
  return typeof kept === 'number' ? kept : null
}

/** Of any hub the first counts: another one later does not make earlier records new. */
export function keepHubSince(db: WritableDb, at: number): void {
  if (readHubSince(db) === null) writeSetting(db, HUB_SINCE, at)
}
