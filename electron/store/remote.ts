import type { WritableDb } from '../../shared/node/openDatabase.ts'
import { fitChain } from '../../shared/protocol/chain.ts'
import type { Envelope, SealedEvent } from '../../shared/protocol/envelope.ts'
import { fromHex } from '../../shared/protocol/hex.ts'
import { insertEvent, readHead } from './eventLog.ts'
import { projectEvent } from './projections/project.ts'

/**
 * What became of an event from elsewhere. `duplicate`: we had it. `forked`: its device wrote two histories; both are kept
 * and count, until the device writes one of them again in a new epoch (see shared/protocol/reissue.ts).
 */
export type Applied = 'applied' | 'duplicate' | 'forked'

/**
 * Stores one event of another device, or of our own that came back, with all that follows. Call inside a transaction. The hub's
 * feed has no gap, so a number missing in a chain is one the hub keeps aside: what follows is taken, the hole stays visible.
 */
export function applyRemoteEvent(db: WritableDb, sealed: SealedEvent, receivedMs: number): Applied {
  const { envelope, hash } = sealed
  if (db.prepare('SELECT 1 FROM event WHERE hash = ?').get(fromHex(hash))) return 'duplicate'
  const branch = fitChain(readHead(db, envelope), envelope) === 'next' ? 0 : findBranch(db, envelope)
  projectEvent(db, insertEvent(db, sealed, receivedMs, branch), sealed)
  return branch === 0 ? 'applied' : 'forked'
}

/** Which history an event belongs to: the one its predecessor stands in, the chain behind a hole in it, or a new one. */
function findBranch(db: WritableDb, e: Envelope): number {
  const parent =
    e.prev === ''
      ? { branch: 0 }
      : db.prepare<[Uint8Array], { branch: number }>('SELECT branch FROM event WHERE hash = ?').get(fromHex(e.prev))
  if (!parent && e.seq > readHead(db, e).seq + 1) return 0
  const taken = db
    .prepare<[string, string, number, number], { branch: number }>(
      'SELECT branch FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ? ORDER BY branch',
    )
    .all(e.origin, e.epoch, e.lane, e.seq)
    .map((row) => row.branch)
  if (parent && parent.branch > 0 && !taken.includes(parent.branch)) return parent.branch
  return Math.max(0, ...taken) + 1
}
