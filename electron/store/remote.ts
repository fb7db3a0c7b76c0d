import type { WritableDb } from '../../shared/node/openDatabase.ts'
import { fitChain } from '../../shared/protocol/chain.ts'
import { type Envelope, parseEnvelope, type SealedEvent } from '../../shared/protocol/envelope.ts'
import { fromHex } from '../../shared/protocol/hex.ts'
import { createLogWriter, type LogWriter, readHash, readRange } from './eventLog.ts'
import { createProjector, type Projector } from './projections/projector.ts'

/**
 * What became of an event from elsewhere. `duplicate`: we had it. `forked`: its device wrote two histories; both are kept
 * and count, until the device writes one of them again in a new epoch (see shared/protocol/reissue.ts).
 */
export type Applied = 'applied' | 'duplicate' | 'forked'

/**
 * Stores events of other devices, or of our own that came back, with all that follows. Call inside a transaction. The hub's feed
 * has no gap, so a number missing in a chain is one the hub keeps aside: what follows is taken, the hole stays visible.
 */
export function applyRemoteEvents(
  db: WritableDb,
  events: readonly SealedEvent[],
  receivedMs: number,
): readonly Applied[] {
  const log = createLogWriter(db)
  const projector = createProjector(db)
  const results = events.map((sealed) => applyOne(db, log, projector, sealed, receivedMs))
  log.flush()
  projector.flush()
  return results
}

function applyOne(
  db: WritableDb,
  log: LogWriter,
  projector: Projector,
  sealed: SealedEvent,
  receivedMs: number,
): Applied {
  const { envelope, hash } = sealed
  // What follows a head cannot be known already: its hash covers its number.
  const isNext = fitChain(log.headOf(envelope), envelope) === 'next'
  if (!isNext && db.prepare('SELECT 1 FROM event WHERE hash = ?').get(fromHex(hash))) return 'duplicate'
  const branch = isNext ? 0 : findBranch(db, envelope, hash)
  projector.add(log.insert(sealed, receivedMs, branch), sealed)
  return branch === 0 ? 'applied' : 'forked'
}

/** Which history an event belongs to: the one its predecessor stands in, the chain where it has a hole, or a new one. */
function findBranch(db: WritableDb, e: Envelope, hash: string): number {
  const parent = e.prev === '' ? 0 : findPlace(db, e, e.prev)
  const taken = db
    .prepare<[string, string, number, number], { branch: number }>(
      'SELECT branch FROM event WHERE origin = ? AND epoch = ? AND lane = ? AND seq = ? ORDER BY branch',
    )
    .all(e.origin, e.epoch, e.lane, e.seq)
    .map((row) => row.branch)
  if (!taken.includes(0) && (parent ?? 0) === 0 && isAwaited(db, e, hash)) return 0
  if (parent !== null && parent > 0 && !taken.includes(parent)) return parent
  return Math.max(0, ...taken) + 1
}

/** The branch of a chain in which the event before `e` stands, if it is that one. */
function findPlace(db: WritableDb, e: Envelope, prev: string): number | null {
  const row = db
    .prepare<[Uint8Array, string, string, number, number], { branch: number }>(
      'SELECT branch FROM event WHERE hash = ? AND origin = ? AND epoch = ? AND lane = ? AND seq = ?',
    )
    .get(fromHex(prev), e.origin, e.epoch, e.lane, e.seq - 1)
  return row?.branch ?? null
}

/** True when the event fits into a hole: what stands on either side of it, if anything does, names it or is named by it. */
function isAwaited(db: WritableDb, e: Envelope, hash: string): boolean {
  const before = e.seq > 1 ? readHash(db, e, e.seq - 1) : null
  if (before !== null && before !== e.prev) return false
  const [after] = readRange(db, e, e.seq + 1, 1)
  return after?.seq !== e.seq + 1 || parseEnvelope(JSON.parse(Buffer.from(after.bytes).toString('utf8'))).prev === hash
}
