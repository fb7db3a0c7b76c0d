import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'

/** How far the hub confirmed one of our chains. */
export interface OwnAck {
  readonly epoch: string
  readonly lane: Lane
  readonly acked: number
  readonly ackedOnce: number
  readonly closedAt: number | null
}

export function readOwnAcks(db: ReadableDb): readonly OwnAck[] {
  return db
    .prepare<[], OwnAck>('SELECT epoch, lane, acked, acked_once AS ackedOnce, closed_at AS closedAt FROM own_ack')
    .all()
}

/** The hub holds everything up to `seq`, durably, since `hubMs` by its clock. */
export function raiseAck(db: WritableDb, epoch: string, lane: Lane, seq: number, hubMs: number): void {
  db.prepare(
    `INSERT INTO own_ack (epoch, lane, acked, acked_once) VALUES (?, ?, ?, ?)
     ON CONFLICT (epoch, lane) DO UPDATE
     SET acked = max(acked, excluded.acked), acked_once = max(acked_once, excluded.acked_once)`,
  ).run(epoch, lane, seq, seq)
  db.prepare('INSERT OR IGNORE INTO hub_ack (epoch, lane, seq, hub_ms) VALUES (?, ?, ?, ?)').run(
    epoch,
    lane,
    seq,
    hubMs,
  )
}

/** The hub lost what is above `seq`; what it once confirmed stays known, for 待重新送达. */
export function lowerAck(db: WritableDb, epoch: string, lane: Lane, seq: number): void {
  db.prepare('UPDATE own_ack SET acked = min(acked, ?) WHERE epoch = ? AND lane = ?').run(seq, epoch, lane)
}

/** Ends a forked chain. False when it was ended already. */
export function closeChain(db: WritableDb, epoch: string, lane: Lane, commonSeq: number): boolean {
  const row = db
    .prepare<[string, number], { closedAt: number | null }>(
      'SELECT closed_at AS closedAt FROM own_ack WHERE epoch = ? AND lane = ?',
    )
    .get(epoch, lane)
  if (row?.closedAt != null) return false
  db.prepare(
    `INSERT INTO own_ack (epoch, lane, acked, acked_once, closed_at) VALUES (?, ?, 0, 0, ?)
     ON CONFLICT (epoch, lane) DO UPDATE SET closed_at = excluded.closed_at`,
  ).run(epoch, lane, commonSeq)
  return true
}
