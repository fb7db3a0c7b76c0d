import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import type { ParkCode } from '../../shared/protocol/frames.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import type { ChainKey, ParkedRecord, ReadLimit, StoredHead } from '../core/ports.ts'
import { takeWithin } from './takeWithin.ts'

export function readHead(db: ReadableDb, { origin, epoch, lane }: ChainKey): StoredHead {
  const row = db
    .prepare<[string, string, number], { seq: number; hash: string | null }>(
      'SELECT seq, hash FROM head WHERE origin = ? AND epoch = ? AND lane = ?',
    )
    .get(origin, epoch, lane)
  return row ?? { seq: 0, hash: '' }
}

export function readChains(db: ReadableDb, origin: string): readonly (ChainKey & StoredHead)[] {
  return db
    .prepare<[string], ChainKey & StoredHead>(
      'SELECT origin, epoch, lane, seq, hash FROM head WHERE origin = ? ORDER BY CAST(epoch AS INTEGER), epoch, lane',
    )
    .all(origin)
}

export function writeHead(db: WritableDb, { origin, epoch, lane }: ChainKey, { seq, hash }: StoredHead): void {
  db.prepare(
    `INSERT INTO head (origin, epoch, lane, seq, hash) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (origin, epoch, lane) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
  ).run(origin, epoch, lane, seq, hash)
}

/** Hash of the event at a number, accepted or parked; null when there is none or it has no hash. */
export function readHash(db: ReadableDb, { origin, epoch, lane }: ChainKey, seq: number): string | null {
  const event = db
    .prepare<[string, string, number, number], { hash: Uint8Array }>(
      'SELECT hash FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ?',
    )
    .get(origin, epoch, lane, seq)
  if (event) return toHex(event.hash)
  const parked = db
    .prepare<[string, string, number, number], { hash: string | null }>(
      'SELECT hash FROM parked WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ?',
    )
    .get(origin, epoch, lane, seq)
  return parked?.hash ?? null
}

export function insertEvent(db: WritableDb, { envelope: e, hash, bytes }: SealedEvent, at: number): void {
  db.prepare(
    `INSERT INTO event (hash, origin, epoch, lane, seq, scope, kind, entity, received_ms, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(fromHex(hash), e.origin, e.epoch, e.lane, e.seq, normaliseDivision(e.scope), e.kind, e.entity, at, bytes)
}

export function insertParked(db: WritableDb, { origin, epoch, lane, seq, code, hash, bytes, at }: ParkedRecord): void {
  db.prepare(
    'INSERT INTO parked (origin, epoch, lane, seq, code, hash, bytes, received_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(origin, epoch, lane, seq, code, hash, bytes, at)
  writeHead(db, { origin, epoch, lane }, { seq, hash })
}

export function readParkedCode(db: ReadableDb, { origin, epoch, lane }: ChainKey, seq: number): ParkCode | null {
  const row = db
    .prepare<[string, string, number, number], { code: ParkCode }>(
      'SELECT code FROM parked WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ?',
    )
    .get(origin, epoch, lane, seq)
  return row?.code ?? null
}

/** Keeps an event of another branch. False when it was kept already. */
export function insertBranch(db: WritableDb, { envelope: e, hash, bytes }: SealedEvent, at: number): boolean {
  const { changes } = db
    .prepare(
      'INSERT INTO branch (hash, origin, epoch, lane, seq, bytes, received_ms) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
    )
    .run(fromHex(hash), e.origin, e.epoch, e.lane, e.seq, bytes, at)
  return changes > 0
}

interface ChainItem {
  readonly seq: number
  readonly bytes: Uint8Array
}

export function readChain(
  db: ReadableDb,
  { origin, epoch, lane }: ChainKey,
  fromSeq: number,
  limit: ReadLimit,
): readonly ChainItem[] {
  const rows = db
    .prepare<[string, string, number, number, string, string, number, number, number], ChainItem>(
      `SELECT seq, bytes FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq >= ?
       UNION ALL
       SELECT seq, bytes FROM parked WHERE origin = ? AND epoch = ? AND lane = ? AND seq >= ? AND hash IS NOT NULL
       ORDER BY seq LIMIT ?`,
    )
    .iterate(origin, epoch, lane, fromSeq, origin, epoch, lane, fromSeq, limit.events)
  return takeWithin(rows, limit.bytes)
}
