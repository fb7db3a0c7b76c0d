import { mentionsOf } from '../../../shared/domain/mentions.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import { type Envelope, parseEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import { fromHex } from '../../../shared/protocol/hex.ts'

/** True when its own device wrote this event again: nobody else can take an event out of anybody's log. */
export function isWithdrawn(db: ReadableDb, { envelope: e, hash }: Pick<SealedEvent, 'envelope' | 'hash'>): boolean {
  return (
    db
      .prepare('SELECT 1 FROM withdrawn WHERE hash = ? AND origin = ? AND kind = ? AND entity = ?')
      .get(fromHex(hash), e.origin, e.kind, e.entity) !== undefined
  )
}

/** Events that were written again, for one transaction: hardly ever are there any, and then nothing is looked up. */
export function openWithdrawn(db: WritableDb): {
  has(event: Pick<SealedEvent, 'envelope' | 'hash'>): boolean
  add(hash: string, by: Envelope): void
} {
  let isAny = db.prepare('SELECT 1 FROM withdrawn LIMIT 1').get() !== undefined
  return {
    has: (event) => isAny && isWithdrawn(db, event),
    add(hash, by) {
      isAny = true
      withdrawEvent(db, hash, by)
    },
  }
}

/**
 * Takes an event that was written again (`by`) out of the lists, also when it has not arrived yet. Its entity has to be folded
 * anew afterwards.
 */
function withdrawEvent(db: WritableDb, hash: string, by: Envelope): void {
  const bytes = fromHex(hash)
  db.prepare('INSERT OR IGNORE INTO withdrawn (hash, origin, kind, entity) VALUES (?, ?, ?, ?)').run(
    bytes,
    by.origin,
    by.kind,
    by.entity,
  )
  const row = db
    .prepare<[Uint8Array], { id: number; bytes: Uint8Array }>('SELECT id, bytes FROM event WHERE hash = ?')
    .get(bytes)
  if (!row) return
  const envelope = parseEnvelope(JSON.parse(Buffer.from(row.bytes).toString('utf8')))
  if (!isWithdrawn(db, { envelope, hash })) return
  db.prepare('DELETE FROM log_line WHERE event_id = ?').run(row.id)
  db.prepare('DELETE FROM search WHERE rowid = ?').run(row.id)
  for (const subject of mentionsOf(envelope.entity, envelope.body)) {
    db.prepare('DELETE FROM mention WHERE subject = ? AND event_id = ?').run(subject, row.id)
  }
}
