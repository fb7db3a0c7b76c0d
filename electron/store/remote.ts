import type { WritableDb } from '../../shared/node/openDatabase.ts'
import { fitChain } from '../../shared/protocol/chain.ts'
import type { Envelope, SealedEvent } from '../../shared/protocol/envelope.ts'
import { fromHex } from '../../shared/protocol/hex.ts'
import { insertEvent, readHead } from './eventLog.ts'
import { projectEvent } from './projections/project.ts'

/**
 * What became of an event from elsewhere. `duplicate`: we had it. `forked`: its device wrote two histories; both are kept
 * and count, until the device writes one of them again in a new epoch (see shared/protocol/reissue.ts). `gap`: events before it are missing; it is not stored.
 */
export type Applied = 'applied' | 'duplicate' | 'forked' | 'gap'

/** Stores one event of another device, or of our own that came back, with all that follows. Call inside a transaction. */
export function applyRemoteEvent(db: WritableDb, sealed: SealedEvent, receivedMs: number): Applied {
  const { envelope, hash } = sealed
  if (db.prepare('SELECT 1 FROM event WHERE hash = ?').get(fromHex(hash))) return 'duplicate'
  const branch = fitChain(readHead(db, envelope), envelope) === 'next' ? 0 : findBranch(db, envelope)
  if (branch === null) return 'gap'
  projectEvent(db, insertEvent(db, sealed, receivedMs, branch), sealed)
  return branch === 0 ? 'applied' : 'forked'
}

/** Which other history an event belongs to: the one its predecessor stands in, or a new one. Null when its past is missing. */
function findBranch(db: WritableDb, e: Envelope): number | null {
  const parent =
    e.prev === ''
      ? { branch: 0 }
      : db.prepare<[Uint8Array], { branch: number }>('SELECT branch FROM event WHERE hash = ?').get(fromHex(e.prev))
  if (!parent) return null
  const taken = db
    .prepare<[string, string, number, number], { branch: number }>(
      'SELECT branch FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ? ORDER BY branch',
    )
    .all(e.origin, e.epoch, e.lane, e.seq)
    .map((row) => row.branch)
  if (parent.branch > 0 && !taken.includes(parent.branch)) return parent.branch
  return Math.max(0, ...taken) + 1
}
