import type { WritableDb } from '../../shared/node/openDatabase.ts'
import { fitChain } from '../../shared/protocol/chain.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'
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
  const fit = fitChain(readHead(db, envelope), envelope)
  if (fit === 'gap') return 'gap'
  const branch = fit === 'next' ? 0 : nextBranch(db, sealed)
  projectEvent(db, insertEvent(db, sealed, receivedMs, branch), sealed)
  return branch === 0 ? 'applied' : 'forked'
}

function nextBranch(db: WritableDb, { envelope: e }: SealedEvent): number {
  const row = db
    .prepare<[string, string, number, number], { branch: number | null }>(
      'SELECT max(branch) AS branch FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ?',
    )
    .get(e.origin, e.epoch, e.lane, e.seq)
  return (row?.branch ?? 0) + 1
}
