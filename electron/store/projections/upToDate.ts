import { createHash } from 'node:crypto'
import { bodies } from '../../../shared/domain/kinds.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import { readSetting, writeSetting } from '../settings.ts'
import { rebuildProjections } from './rebuild.ts'
import { projectionTables } from './registry.ts'

/** Raise it when a reducer or a projection comes to another result from the same events. */
const RULES_VERSION = 3

const SETTING = 'projections'

/**
 * Builds the projections anew when this program knows kinds or tables that the one before did not: what arrived meanwhile was
 * kept unread. On a log of 100,000 events that takes some ten seconds, once an upgrade.
 */
export function bringProjectionsUpToDate(db: WritableDb): void {
  const wanted = fingerprint()
  if (readSetting(db, SETTING) === wanted) return
  db.transaction(() => {
    const isEmpty = db.prepare('SELECT 1 FROM event LIMIT 1').get() === undefined
    if (!isEmpty) for (const _ of rebuildProjections(db));
    writeSetting(db, SETTING, wanted)
  }).immediate()
}

function fingerprint(): string {
  const known = [RULES_VERSION, ...Object.keys(bodies).sort(), ...projectionTables()]
  return createHash('sha256').update(known.join('\n')).digest('hex').slice(0, 16)
}
