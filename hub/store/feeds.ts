import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { DeviceRecord, FeedItem, ReadLimit } from '../core/ports.ts'
import { takeWithin } from './takeWithin.ts'

/**
 * Numbers everything of a console's township that its feed does not hold yet, the county's word to it included, in order of
 * arrival, except its own. Call in the transaction that brought it, or in any later one: the order of arrival stays the same.
 */
export function fillFeed(db: WritableDb, { origin, division }: Pick<DeviceRecord, 'origin' | 'division'>): void {
  const filled = db
    .prepare<[string], { id: number }>('SELECT event_id AS id FROM feed_end WHERE device = ?')
    .get(origin)
  const last = db
    .prepare<[string], { id: number | null }>('SELECT max(id) AS id FROM event WHERE scope = ?')
    .get(division)
  const [from, to] = [filled?.id ?? 0, last?.id ?? 0]
  if (to <= from) return
  for (const lane of LANES) {
    const start = readFeedHead(db, origin, lane)
    const { changes } = db
      .prepare(
        `INSERT INTO feed (device, lane, feed_seq, event_id)
         SELECT ?, ?, ? + row_number() OVER (ORDER BY id), id FROM event
         WHERE scope = ? AND id > ? AND lane = ? AND origin <> ?`,
      )
      .run(origin, lane, start, division, from, lane, origin)
    if (changes > 0) writeFeedHead(db, origin, lane, start + changes)
  }
  db.prepare(
    'INSERT INTO feed_end (device, event_id) VALUES (?, ?) ON CONFLICT (device) DO UPDATE SET event_id = excluded.event_id',
  ).run(origin, to)
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
