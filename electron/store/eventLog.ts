import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { type ChainHead, EMPTY_HEAD } from '../../shared/protocol/chain.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'

/** Which chain: a device's epoch and lane. */
export interface ChainKey {
  readonly origin: string
  readonly epoch: string
  readonly lane: Lane
}

/** A chain with where it stands; `n` is the device's event count at its head. */
export interface Chain extends ChainKey {
  readonly head: ChainHead
  readonly n: number
}

/** Writes events of one transaction, with the heads of their chains. */
export interface LogWriter {
  headOf(chain: ChainKey): ChainHead
  /** Appends one event. @param branch 0 the chain itself, whose head moves. @returns the event's local row id. */
  insert(sealed: SealedEvent, receivedMs: number, branch?: number): number
  /** Writes where the chains stand now. */
  flush(): void
}

/** For one transaction: each head is read once and written once, however many events its chain grows by. */
export function createLogWriter(db: WritableDb): LogWriter {
  const insert = db.prepare(
    `INSERT INTO event (hash, origin, epoch, lane, seq, branch, n, hlc, kind, entity, received_ms, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const heads = new Map<string, { readonly chain: ChainKey; readonly head: ChainHead; readonly n: number }>()
  const nameOf = ({ origin, epoch, lane }: ChainKey): string => `${lane} ${epoch} ${origin}`

  function headOf(chain: ChainKey): ChainHead {
    return heads.get(nameOf(chain))?.head ?? readHead(db, chain)
  }

  return {
    headOf,
    insert({ envelope: e, bytes, hash }, receivedMs, branch = 0) {
      const { lastInsertRowid } = insert.run(
        ...[fromHex(hash), e.origin, e.epoch, e.lane, e.seq, branch, e.n],
        ...[fromHex(e.hlc), e.kind, e.entity, receivedMs, bytes],
      )
      if (branch === 0 && e.seq > headOf(e).seq) {
        const { origin, epoch, lane, seq, n } = e
        heads.set(nameOf(e), { chain: { origin, epoch, lane }, head: { seq, hash }, n })
      }
      return Number(lastInsertRowid)
    },
    flush() {
      const write = db.prepare(
        `INSERT INTO chain_head (origin, epoch, lane, seq, hash, n) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (origin, epoch, lane) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, n = excluded.n`,
      )
      for (const { chain, head, n } of heads.values())
        write.run(chain.origin, chain.epoch, chain.lane, head.seq, fromHex(head.hash), n)
      heads.clear()
    },
  }
}

export function readHead(db: ReadableDb, { origin, epoch, lane }: ChainKey): ChainHead {
  const row = db
    .prepare<[string, string, number], { seq: number; hash: Uint8Array }>(
      'SELECT seq, hash FROM chain_head WHERE origin = ? AND epoch = ? AND lane = ?',
    )
    .get(origin, epoch, lane)
  return row ? { seq: row.seq, hash: toHex(row.hash) } : EMPTY_HEAD
}

/** All chains of one device, its oldest epoch first. */
export function readChains(db: ReadableDb, origin: string): readonly Chain[] {
  return db
    .prepare<[string], { epoch: string; lane: Lane; seq: number; hash: Uint8Array; n: number }>(
      'SELECT epoch, lane, seq, hash, n FROM chain_head WHERE origin = ? ORDER BY CAST(epoch AS INTEGER), epoch, lane',
    )
    .all(origin)
    .map(({ epoch, lane, seq, hash, n }) => ({ origin, epoch, lane, head: { seq, hash: toHex(hash) }, n }))
}

/** The hash (64 digits) of one event of a chain, or null. */
export function readHash(db: ReadableDb, { origin, epoch, lane }: ChainKey, seq: number, branch = 0): string | null {
  const row = db
    .prepare<[string, string, number, number, number], { hash: Uint8Array }>(
      'SELECT hash FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ? AND branch = ?',
    )
    .get(origin, epoch, lane, seq, branch)
  return row ? toHex(row.hash) : null
}

/** Hashes (64 digits) of all events that were ever written under one number, the chain's own first. */
export function readHashes(db: ReadableDb, { origin, epoch, lane }: ChainKey, seq: number): readonly string[] {
  return db
    .prepare<[string, string, number, number], { hash: Uint8Array }>(
      'SELECT hash FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ? ORDER BY branch',
    )
    .all(origin, epoch, lane, seq)
    .map(({ hash }) => toHex(hash))
}

/** Stored bytes of a chain from `fromSeq` on, in order: at most `limit` events. */
export function readRange(
  db: ReadableDb,
  { origin, epoch, lane }: ChainKey,
  fromSeq: number,
  limit: number,
  branch = 0,
): readonly { seq: number; bytes: Uint8Array }[] {
  return db
    .prepare<[string, string, number, number, number, number], { seq: number; bytes: Uint8Array }>(
      'SELECT seq, bytes FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND branch = ? AND seq >= ? ORDER BY seq LIMIT ?',
    )
    .all(origin, epoch, lane, branch, fromSeq, limit)
}

/** Stored bytes of every event of one entity, in order of arrival. */
export function readEntityEvents(db: ReadableDb, entity: string): readonly { hash: Uint8Array; bytes: Uint8Array }[] {
  return db
    .prepare<[string], { hash: Uint8Array; bytes: Uint8Array }>(
      'SELECT hash, bytes FROM event WHERE entity = ? ORDER BY id',
    )
    .all(entity)
}

export function countEvents(db: ReadableDb): number {
  return db.prepare<[], { count: number }>('SELECT count(*) AS count FROM event').get()?.count ?? 0
}
