import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { type Envelope, EnvelopeError, openEnvelope } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { StoreError } from '../storeError.ts'

/** So many of the last rows are hashed again at every start: more than any power cut can have touched, in about a millisecond. */
const TAIL_ROWS = 64

interface StoredRow {
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
  readonly origin: string
  readonly epoch: string
  readonly lane: number
  readonly seq: number
}

/**
 * Looks at what a power cut or a bad disk damages first: the last rows of the log and every chain's head, hashed again from their
 * bytes and compared with what the table says. The whole log is looked at later, by a worker.
 * @throws {StoreError} corrupt
 */
export function checkTail(db: ReadableDb): void {
  const rows = db
    .prepare<[number], StoredRow>('SELECT hash, bytes, origin, epoch, lane, seq FROM event ORDER BY id DESC LIMIT ?')
    .all(TAIL_ROWS)
  for (const row of rows) checkRow(row)
  const heads = db
    .prepare<[], StoredRow & { headHash: Uint8Array; bytes: Uint8Array | null }>(
      `SELECT h.hash AS headHash, h.origin, h.epoch, h.lane, h.seq, e.hash, e.bytes FROM chain_head h
       LEFT JOIN event e ON e.origin = h.origin AND e.epoch = h.epoch AND e.lane = h.lane AND e.seq = h.seq AND e.branch = 0`,
    )
    .all()
  for (const { headHash, ...row } of heads) {
    if (!row.bytes || toHex(row.hash) !== toHex(headHash)) throw new StoreError('corrupt')
    checkRow({ ...row, bytes: row.bytes })
  }
}

/** @throws {StoreError} corrupt */
function checkRow(row: StoredRow): void {
  try {
    if (isIntact(row)) return
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error
  }
  throw new StoreError('corrupt')
}

/** Whether a stored row still hashes to its hash and says the same as its columns. @throws {EnvelopeError} when unreadable. */
export function isIntact(row: StoredRow): boolean {
  const { envelope, hash } = openEnvelope(row.bytes, nodePrimitives)
  return hash === toHex(row.hash) && isSamePlace(envelope, row)
}

function isSamePlace(e: Envelope, row: StoredRow): boolean {
  return e.origin === row.origin && e.epoch === row.epoch && e.lane === row.lane && e.seq === row.seq
}
