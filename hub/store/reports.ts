import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import { type Envelope, parseEnvelope } from '../../shared/protocol/envelope.ts'
import { toHex } from '../../shared/protocol/hex.ts'

/** An event as it is held, for reports. */
export interface HeldEvent {
  readonly hash: string
  readonly envelope: Envelope
  readonly receivedAt: number
}

interface Row {
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
  readonly receivedAt: number
}

const COLUMNS = 'hash, bytes, received_ms AS receivedAt'

function held({ hash, bytes, receivedAt }: Row): HeldEvent {
  return { hash: toHex(hash), envelope: parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8'))), receivedAt }
}

/** Every event of a township in order of arrival, the county's word to it included. */
export function* readTownshipEvents(db: ReadableDb, division: string, pageSize = 500): Generator<HeldEvent> {
  const page = db.prepare<[string, number, number], Row & { id: number }>(
    `SELECT id, ${COLUMNS} FROM event WHERE scope = ? AND id > ? ORDER BY id LIMIT ?`,
  )
  for (
    let after = 0, rows = page.all(division, after, pageSize);
    rows.length > 0;
    rows = page.all(division, after, pageSize)
  ) {
    for (const row of rows) yield held(row)
    after = rows.at(-1)?.id ?? after
  }
}

export function readEventsOfKind(db: ReadableDb, kind: string): readonly (HeldEvent & { readonly id: number })[] {
  return db
    .prepare<[string], Row & { id: number }>(`SELECT id, ${COLUMNS} FROM event WHERE kind = ? ORDER BY id`)
    .all(kind)
    .map((row) => ({ id: row.id, ...held(row) }))
}

export function readEventsOfEntity(db: ReadableDb, entity: string): readonly HeldEvent[] {
  return db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM event WHERE entity = ? ORDER BY id`).all(entity).map(held)
}

/** Events whose hash starts with these digits, at most two: more than one is ambiguous. */
export function readEventsByHash(db: ReadableDb, digits: string): readonly HeldEvent[] {
  const from = digits.padEnd(64, '0')
  const to = digits.padEnd(64, 'f')
  return db
    .prepare<[Buffer, Buffer], Row>(`SELECT ${COLUMNS} FROM event WHERE hash BETWEEN ? AND ? LIMIT 2`)
    .all(Buffer.from(from, 'hex'), Buffer.from(to, 'hex'))
    .map(held)
}

/** Entities whose events carry this human number (0714-A03). Looks through the whole log: for the command line only. */
export function readEntitiesByNumber(db: ReadableDb, no: string): readonly string[] {
  return db
    .prepare<[string], { entity: string }>(
      `SELECT DISTINCT entity FROM event WHERE json_extract(CAST(bytes AS TEXT), '$[14].no') = ? LIMIT 3`,
    )
    .all(no)
    .map(({ entity }) => entity)
}

/** Consoles that have to receive an event, or had to while they were let in, with whether they confirmed it. */
export function readDelivery(
  db: ReadableDb,
  eventId: number,
): readonly { readonly device: string; readonly received: boolean }[] {
  return db
    .prepare<[number], { device: string; received: number }>(
      `SELECT device.origin AS device, coalesce(feed_head.delivered >= feed.feed_seq, 0) AS received
       FROM event JOIN device ON device.division = event.scope AND device.origin <> event.origin
       LEFT JOIN feed ON feed.event_id = event.id AND feed.device = device.origin
       LEFT JOIN feed_head ON feed_head.device = feed.device AND feed_head.lane = feed.lane
       WHERE event.id = ? AND (feed.device IS NOT NULL OR device.revoked_ms IS NULL OR device.revoked_ms > event.received_ms)
       ORDER BY device.letter`,
    )
    .all(eventId)
    .map(({ device, received }) => ({ device, received: received === 1 }))
}

export function countTownshipEvents(db: ReadableDb, division: string): number {
  return (
    db.prepare<[string], { count: number }>('SELECT count(*) AS count FROM event WHERE scope = ?').get(division)
      ?.count ?? 0
  )
}

/** What is kept beside the log of a device: parked events, or other branches of forks. */
export function countAside(db: ReadableDb, table: 'parked' | 'branch', origin: string): number {
  const sql = {
    parked: 'SELECT count(*) AS count FROM parked WHERE origin = ?',
    branch: 'SELECT count(*) AS count FROM branch WHERE origin = ?',
  }
  return db.prepare<[string], { count: number }>(sql[table]).get(origin)?.count ?? 0
}

export interface AsideRow {
  readonly origin: string
  readonly epoch: string
  readonly lane: number
  readonly seq: number
  readonly reason: string
  readonly hash: string
  readonly receivedAt: number
}

/** Parked events and other branches of one device's chains. */
export function readAside(db: ReadableDb, origin: string): readonly AsideRow[] {
  return db
    .prepare<[string, string], AsideRow>(
      `SELECT origin, epoch, lane, seq, code AS reason, coalesce(hash, '') AS hash, received_ms AS receivedAt FROM parked WHERE origin = ?
       UNION ALL
       SELECT origin, epoch, lane, seq, 'branch', lower(hex(hash)), received_ms FROM branch WHERE origin = ?
       ORDER BY receivedAt`,
    )
    .all(origin, origin)
}

export function readLastArrival(db: ReadableDb, origin: string): number | null {
  const sql = 'SELECT max(received_ms) AS at FROM event WHERE origin = ?'
  return db.prepare<[string], { at: number | null }>(sql).get(origin)?.at ?? null
}

/** Events a console has to receive and has not confirmed: those in its feed, and those its feed will be filled with. */
export function countUndelivered(db: ReadableDb, device: string): number {
  const filed = 'SELECT sum(feed_seq - delivered) AS count FROM feed_head WHERE device = ?'
  const later = `SELECT count(*) AS count FROM device JOIN event ON event.scope = device.division AND event.origin <> device.origin
    WHERE device.origin = ? AND device.revoked_ms IS NULL
      AND event.id > coalesce((SELECT event_id FROM feed_end WHERE feed_end.device = device.origin), 0)`
  const count = (sql: string): number => db.prepare<[string], { count: number | null }>(sql).get(device)?.count ?? 0
  return count(filed) + count(later)
}
