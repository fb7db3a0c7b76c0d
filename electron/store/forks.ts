import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import type { ChainHead } from '../../shared/protocol/chain.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { type ChainKey, readHash } from './eventLog.ts'

/** No event has this branch. */
const NONE = -1

/**
 * The branch on which a forked chain of ours goes on at the hub: the one that begins right behind the last common event. It came
 * from the hub, which is why it is the one to give back to a hub that lost it.
 */
export function readForkBranch(db: ReadableDb, { origin, epoch, lane }: ChainKey, commonSeq: number): number {
  const row = db
    .prepare<[string, string, number, number, number], { branch: number }>(
      `SELECT branch FROM event AS first
       WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ? AND branch > 0
         AND NOT EXISTS (
           SELECT 1 FROM event AS before
           WHERE before.origin = first.origin AND before.epoch = first.epoch AND before.lane = first.lane
             AND before.seq = ? AND before.branch = first.branch)
       ORDER BY branch LIMIT 1`,
    )
    .get(origin, epoch, lane, commonSeq + 1, commonSeq)
  return row?.branch ?? NONE
}

/** Last event of that branch; the last common one when the hub gave us nothing behind it. */
export function readForkEnd(db: ReadableDb, chain: ChainKey, commonSeq: number): ChainHead {
  const { origin, epoch, lane } = chain
  const row = db
    .prepare<[string, string, number, number], { seq: number; hash: Uint8Array }>(
      'SELECT seq, hash FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND branch = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(origin, epoch, lane, readForkBranch(db, chain, commonSeq))
  if (row) return { seq: row.seq, hash: toHex(row.hash) }
  return { seq: commonSeq, hash: readHash(db, chain, commonSeq) ?? '' }
}
