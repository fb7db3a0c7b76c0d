import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { DeviceRecord, FeedItem, ReadLimit } from '../core/ports.ts'
import { takeWithin } from './takeWithin.ts'

/** Appends an event to a device's feed. Call in the transaction that inserted the event: that keeps the numbers gap-free. */
export function appendToFeed(db: WritableDb, device: string, lane: Lane, eventId: number): void {
  const next = readFeedHead(db, device, lane) + 1
  db.prepare('INSERT INTO feed (device, lane, feed_seq, event_id) VALUES (?, ?, ?, ?)').run(device, lane, next, eventId)
  writeFeedHead(db, device, lane, next)
}

/** Everything of a new console's township so far, the county's word to it included, in order of arrival, except its own. */
export function fillFeed(db: WritableDb, { origin, division }: DeviceRecord): void {
  for (const lane of LANES) {
    const start = readFeedHead(db, origin, lane)
    const { changes } = db
      .prepare(
        `INSERT INTO feed (device, lane, feed_seq, event_id)
         SELECT ?, ?, ? + row_number() OVER (ORDER BY id), id FROM event
         WHERE scope = ? AND lane = ? AND origin <> ?`,
      )
      .run(origin, lane, start, division, lane, origin)
    if (changes > 0) writeFeedHead(db, origin, lane, start + changes)
  }
}

function writeFeedHead(db: WritableDb, device: string, lane: Lane, feedSeq: number): void {
  db.prepare(
    `INSERT INTO feed_head (device, lane, feed_seq, delivered) VALUES (?, ?, ?, 0)
     ON CONFLICT (device, lane) DO UPDATE SET feed_seq = excluded.feed_seq`,
  ).run(device, lane, feedSeq)
}

export function readFeedHead(db: ReadableDb, device: string, lane: Lane): number {
  const row = db
    .prepare<[string, number], { feed_seq: number }>('SELECT feed_seq FROM feed_head WHERE device = ? AND lane = ?')
    .get(device, lane)
  return row?.feed_seq ?? 0
}

/** Hash of the event at a feed number; '' for 0, null when the feed does not reach so far. */
export function readFeedHash(db: ReadableDb, device: string, lane: Lane, feedSeq: number): string | null {
  if (feedSeq === 0) return ''
  const row = db
    .prepare<[string, number, number], { hash: Uint8Array }>(
      'SELECT event.hash FROM feed JOIN event ON event.id = feed.event_id WHERE device = ? AND feed.lane = ? AND feed_seq = ?',
    )
    .get(device, lane, feedSeq)
  return row ? toHex(row.hash) : null
}

export function readFeed(
  db: ReadableDb,
  device: string,
  lane: Lane,
  fromFeedSeq: number,
  limit: ReadLimit,
): readonly FeedItem[] {
  const rows = db
    .prepare<[string, number, number, number], FeedItem>(
      `SELECT feed_seq AS feedSeq, event.bytes FROM feed JOIN event ON event.id = feed.event_id
       WHERE device = ? AND feed.lane = ? AND feed_seq >= ? ORDER BY feed_seq LIMIT ?`,
    )
    .iterate(device, lane, fromFeedSeq, limit.events)
  return takeWithin(rows, limit.bytes)
}

/** How far a console has confirmed to hold its feed; never goes back. */
export function writeDelivered(db: WritableDb, device: string, lane: Lane, feedSeq: number, at: number): void {
  db.prepare(
    'UPDATE feed_head SET delivered = ?, delivered_ms = ? WHERE device = ? AND lane = ? AND delivered < ?',
  ).run(feedSeq, at, device, lane, feedSeq)
}
