import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { type Hlc, hlcMs, MAX_DRIFT_MS, makeHlc } from '../../shared/protocol/hlc.ts'
import { epochCounter, epochName } from '../../shared/protocol/identity.ts'
import type { Random } from '../../shared/protocol/ports.ts'
import { readChains } from './eventLog.ts'
import type { Heads } from './headsFile.ts'
import { readSetting } from './settings.ts'
import type { WriterState } from './writer.ts'

/** Where this device's writing stands, by what the database holds. `epoch` is '' before the first. */
export function readWriterState(db: ReadableDb, origin: string, nowMs: number): WriterState {
  const epoch = readText(db, 'epoch')
  return {
    origin,
    epoch,
    scope: readText(db, 'scope'),
    hlc: readLastHlc(db, origin, nowMs),
    n: epoch ? countWritten(db, origin, epoch) : 0,
    clockQuality: 0,
  }
}

/** How many events the device has written in an epoch, over all lanes. */
function countWritten(db: ReadableDb, origin: string, epoch: string): number {
  const counts = readChains(db, origin)
    .filter((chain) => chain.epoch === epoch)
    .map((chain) => chain.n)
  return Math.max(0, ...counts)
}

/**
 * The clock to go on from: after our own last events whatever the wall clock says, and after what was seen last unless its clock
 * ran away.
 */
function readLastHlc(db: ReadableDb, origin: string, nowMs: number): Hlc {
  const own = db
    .prepare<[string], { hlc: Uint8Array }>(
      `SELECT e.hlc FROM chain_head h JOIN event e ON e.hash = h.hash WHERE h.origin = ?`,
    )
    .all(origin)
  const last = db.prepare<[], { hlc: Uint8Array }>('SELECT hlc FROM event ORDER BY id DESC LIMIT 1').all()
  const seen = last.map(({ hlc }) => toHex(hlc)).filter((hlc) => hlcMs(hlc) <= nowMs + MAX_DRIFT_MS)
  return latestHlc([...own.map(({ hlc }) => toHex(hlc)), ...seen])
}

export function latestHlc(clocks: readonly Hlc[]): Hlc {
  return clocks.toSorted().at(-1) ?? makeHlc(0, 0)
}

/** A new epoch's name: above every epoch that this device ever wrote in, by all that is known here. */
export function nextEpoch(
  db: ReadableDb,
  { origin, epoch }: WriterState,
  heads: Heads | null,
  random: Pick<Random, 'bytes'>,
): string {
  const known = [epoch, heads?.epoch ?? '', ...readChains(db, origin).map((chain) => chain.epoch)]
  return epochName(Math.max(...known.map(epochCounter)) + 1, random.bytes(4))
}

/** True when the device had written further than the database knows: an older copy was put back. */
export function headsAreAhead(heads: Heads | null, state: WriterState): boolean {
  if (!heads) return false
  return heads.epoch === state.epoch ? heads.n > state.n : epochCounter(heads.epoch) >= epochCounter(state.epoch)
}

function readText(db: ReadableDb, key: string): string {
  const value = readSetting(db, key)
  return typeof value === 'string' ? value : ''
}
