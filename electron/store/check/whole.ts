import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readLogRows } from './storedRows.ts'
import { isIntact } from './tail.ts'

/** Reads a database whole: its structure, and every event hashed again. */
export function isWhole(db: Pick<ReadableDb, 'prepare' | 'pragma'>): boolean {
  try {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return false
    for (const found of readLogRows(db)) {
      if (found.state === 'unreadable' || !isIntact(found.row)) return false
    }
    return true
  } catch {
    return false
  }
}
