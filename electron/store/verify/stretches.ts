import { z } from 'zod'
import type { BadRow, ChainStretches } from '../../../shared/ipc/store.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { type Checkpoint, checkpointBytes, countersignBytes } from '../../../shared/protocol/checkpoint.ts'
import { LANES } from '../../../shared/protocol/lanes.ts'
import { readChains, readHash } from '../eventLog.ts'

export interface Witnesses {
  readonly origin: string
  /** This device's own key, raw. */
  readonly deviceKey: Uint8Array
  /** The county hub's pinned id and key, raw; null before it was met. */
  readonly hub: { readonly id: string; readonly key: Uint8Array } | null
}

export interface StretchesReport {
  readonly own: readonly ChainStretches[]
  readonly bad: readonly BadRow[]
  readonly badSignatures: number
}

const heads = z.array(z.tuple([z.int(), z.string()])).length(LANES.length)

interface Row {
  readonly epoch: string
  readonly n: number
  readonly heads: string
  readonly deviceSignature: Uint8Array
  readonly hubId: string | null
  readonly hubEpoch: string | null
  readonly hubMs: number | null
  readonly hubSignature: Uint8Array | null
}

/**
 * How far each chain of this console is witnessed. A checkpoint counts only when its signature verifies and every head it names
 * is still the event that stands there. Yields how many checkpoints are done.
 */
export function* verifyStretches(db: ReadableDb, witnesses: Witnesses): Generator<number, StretchesReport> {
  const reach = new Map<string, { countersigned: number; signed: number }>()
  const bad: BadRow[] = []
  let badSignatures = 0
  let done = 0
  for (const row of readCheckpoints(db, witnesses.origin)) {
    done += 1
    if (done % 100 === 0) yield done
    const checkpoint = parse(row, witnesses.origin)
    const signature = checkpoint ? judge(checkpoint, row, witnesses) : 'none'
    if (!checkpoint || signature === 'none') {
      badSignatures += 1
      continue
    }
    if (signature === 'signedOnly' && row.hubSignature) badSignatures += 1
    for (const lane of LANES) {
      const [seq, hash] = checkpoint.heads[lane] ?? [0, '']
      if (seq === 0) continue
      const chain = { origin: checkpoint.origin, epoch: checkpoint.epoch, lane }
      if (readHash(db, chain, seq) !== hash) {
        bad.push({ ...chain, seq, what: 'signature' })
        continue
      }
      const key = `${checkpoint.epoch} ${lane}`
      const known = reach.get(key) ?? { countersigned: 0, signed: 0 }
      known.signed = Math.max(known.signed, seq)
      if (signature === 'countersigned') known.countersigned = Math.max(known.countersigned, seq)
      reach.set(key, known)
    }
  }
  const own = readChains(db, witnesses.origin).map(({ epoch, lane, head }) => {
    const { countersigned, signed } = reach.get(`${epoch} ${lane}`) ?? { countersigned: 0, signed: 0 }
    return { epoch, lane, seq: head.seq, countersigned, signed: Math.max(signed, countersigned) }
  })
  return { own, bad: dedupe(bad), badSignatures }
}

function judge(
  checkpoint: Checkpoint,
  row: Row,
  { deviceKey, hub }: Witnesses,
): 'none' | 'signedOnly' | 'countersigned' {
  const { verify } = nodePrimitives
  if (!verify(deviceKey, checkpointBytes(checkpoint, nodePrimitives), row.deviceSignature)) return 'none'
  if (!row.hubSignature || !hub || row.hubId !== hub.id || row.hubEpoch === null || row.hubMs === null)
    return 'signedOnly'
  const bytes = countersignBytes(checkpoint, row.hubId, row.hubEpoch, row.hubMs, nodePrimitives)
  return verify(hub.key, bytes, row.hubSignature) ? 'countersigned' : 'signedOnly'
}

function readCheckpoints(db: ReadableDb, origin: string): readonly Row[] {
  return db
    .prepare<[string], Row>(
      `SELECT epoch, n, heads, device_signature AS deviceSignature, hub_id AS hubId, hub_epoch AS hubEpoch,
         hub_ms AS hubMs, hub_signature AS hubSignature FROM checkpoint WHERE origin = ? ORDER BY id`,
    )
    .all(origin)
}

function parse(row: Row, origin: string): Checkpoint | null {
  try {
    return { origin, epoch: row.epoch, n: row.n, heads: heads.parse(JSON.parse(row.heads)) }
  } catch {
    return null
  }
}

function dedupe(rows: readonly BadRow[]): readonly BadRow[] {
  return [...new Map(rows.map((row) => [`${row.epoch} ${row.lane} ${row.seq}`, row])).values()]
}
