import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import { fromHex } from '../../../shared/protocol/hex.ts'

export function isWithdrawn(db: WritableDb, hash: string): boolean {
  return db.prepare('SELECT 1 FROM withdrawn WHERE hash = ?').get(fromHex(hash)) !== undefined
}

/** Takes an event that was written again out of the lists; its entity is folded anew by the event that replaces it. */
export function withdrawEvent(db: WritableDb, hash: string): void {
  const bytes = fromHex(hash)
  db.prepare('INSERT OR IGNORE INTO withdrawn (hash) VALUES (?)').run(bytes)
  const row = db.prepare<[Uint8Array], { id: number }>('SELECT id FROM event WHERE hash = ?').get(bytes)
  if (!row) return
  db.prepare('DELETE FROM log_line WHERE event_id = ?').run(row.id)
  db.prepare('DELETE FROM mention WHERE event_id = ?').run(row.id)
  db.prepare('DELETE FROM search WHERE rowid = ?').run(row.id)
}
