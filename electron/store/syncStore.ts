import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { Checkpoint } from '../../shared/protocol/checkpoint.ts'
import { openEnvelope, type SealedEvent } from '../../shared/protocol/envelope.ts'
import { LANES } from '../../shared/protocol/lanes.ts'
import type { ChainName, CountyHeads, HubPin, OwnChain, PendingEnrolment, ReadLimit, SyncStore } from '../sync/ports.ts'
import { type Chain, type ChainKey, readChains, readHash, readHashes, readRange } from './eventLog.ts'
import { readForkBranch, readForkEnd } from './forks.ts'
import { keepHubSince } from './hubSince.ts'
import { closeChain, lowerAck, raiseAck, readOwnAcks } from './ownAcks.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Store } from './store.ts'

/** Setting: the county's hub this console belongs to. */
export const HUB_PIN = 'hubPin'
const RECOVERING = 'recoveringOwn'
const PENDING = 'pendingEnrolment'
const COUNTY_HEADS = 'countyHeads'

/** Own records are coming back from the hub, and not all are here yet. */
export function isRecovering(db: ReadableDb): boolean {
  return readSetting(db, RECOVERING) === true
}

/** The sync engine's view of the store. */
export function createSyncStore(store: Store): SyncStore {
  const { db, origin } = store
  const key = ({ epoch, lane }: ChainName) => ({ origin, epoch, lane })
  const closedAtOf = ({ epoch, lane }: ChainName): number | null =>
    readOwnAcks(db).find((one) => one.epoch === epoch && one.lane === lane)?.closedAt ?? null
  /** Behind a fork a chain is the branch that the hub goes on with. */
  const branchAt = (chain: ChainName, seq: number): number => {
    const closedAt = closedAtOf(chain)
    return closedAt !== null && seq > closedAt ? readForkBranch(db, key(chain), closedAt) : 0
  }

  // Asked for with every frame, and rarely another.
  let known: { readonly version: number; readonly chains: readonly Chain[]; readonly own: readonly OwnChain[] } | null =
    null

  function now(): NonNullable<typeof known> {
    if (known?.version === store.version) return known
    const chains = readChains(db, origin)
    known = { version: store.version, chains, own: withAcks(chains) }
    return known
  }

  function withAcks(chains: readonly Chain[]): readonly OwnChain[] {
    const acks = new Map(readOwnAcks(db).map((ack) => [`${ack.epoch} ${ack.lane}`, ack]))
    return chains.map(({ epoch, lane, head }) => {
      const { acked = 0, ackedOnce = 0, closedAt = null } = acks.get(`${epoch} ${lane}`) ?? {}
      if (closedAt === null) return { epoch, lane, head, acked, ackedOnce, closedAt }
      const end = readForkEnd(db, key({ epoch, lane }), closedAt)
      return { epoch, lane, head: end, acked, ackedOnce, closedAt: end.seq }
    })
  }

  return {
    origin,
    currentEpoch: () => store.epoch,
    ownChains: () => now().own,
    hashAt: (chain, seq) => readHash(db, key(chain), seq, branchAt(chain, seq)),
    holdsOwn: (chain, seq, prefix) => readHashes(db, key(chain), seq).some((hash) => hash.startsWith(prefix)),
    readOwn(chain, fromSeq, limit) {
      const closedAt = closedAtOf(chain)
      const isCommon = closedAt !== null && fromSeq <= closedAt
      const events = isCommon ? Math.min(limit.events, closedAt - fromSeq + 1) : limit.events
      return readWithin(db, key(chain), fromSeq, { ...limit, events }, branchAt(chain, fromSeq))
    },
    saveAck: ({ epoch, lane }, seq, hubMs) =>
      store.writeLocal((writable) => raiseAck(writable, epoch, lane, seq, hubMs)),
    lowerAck: ({ epoch, lane }, seq) => store.writeLocal((writable) => lowerAck(writable, epoch, lane, seq)),
    savePark({ epoch, lane }, seq, code) {
      store.writeLocal((writable) =>
        writable
          .prepare('INSERT OR IGNORE INTO parked (epoch, lane, seq, code) VALUES (?, ?, ?, ?)')
          .run(epoch, lane, seq, code),
      )
    },

    downCursor(lane) {
      const row = db
        .prepare<[number], { feedSeq: number; hash: string }>(
          'SELECT feed_seq AS feedSeq, hash FROM down_cursor WHERE lane = ?',
        )
        .get(lane)
      return row ?? { feedSeq: 0, hash: '' }
    },
    resetDown(lane) {
      store.writeLocal((writable) => writable.prepare('DELETE FROM down_cursor WHERE lane = ?').run(lane))
    },
    applyDown(lane, events, cursor) {
      store.applyRemote(events, (writable) =>
        writable
          .prepare(
            `INSERT INTO down_cursor (lane, feed_seq, hash) VALUES (?, ?, ?)
             ON CONFLICT (lane) DO UPDATE SET feed_seq = excluded.feed_seq, hash = excluded.hash`,
          )
          .run(lane, cursor.feedSeq, cursor.hash),
      )
    },
    setRecovering(on) {
      if (isRecovering(db) !== on) store.writeLocal((writable) => writeSetting(writable, RECOVERING, on))
    },
    applyOwn: (events) => void store.applyRemote(events),

    startEpoch(reason) {
      store.startEpoch(reason)
      return store.epoch
    },
    reissue(forks) {
      const closing = forks.filter((chain) => closedAtOf(chain) === null)
      const abandoned = closing
        .flatMap((chain) => readRange(db, key(chain), chain.commonSeq + 1, Number.MAX_SAFE_INTEGER))
        .map(({ bytes }) => openEnvelope(bytes, nodePrimitives))
        .toSorted(byDeviceOrder)
      store.reissue(abandoned, (writable) => {
        for (const { epoch, lane, commonSeq } of closing) closeChain(writable, epoch, lane, commonSeq)
      })
      return abandoned.length
    },

    currentCheckpoint: () => checkpointOf(now().chains, origin, store.epoch),
    saveCheckpoint(checkpoint, signature) {
      store.writeLocal((writable) =>
        writable
          .prepare(
            'INSERT OR IGNORE INTO checkpoint (origin, epoch, n, heads, device_signature) VALUES (?, ?, ?, ?, ?)',
          )
          .run(checkpoint.origin, checkpoint.epoch, checkpoint.n, JSON.stringify(checkpoint.heads), signature),
      )
    },
    saveCountersignature({ epoch, n }, witness) {
      store.writeLocal((writable) =>
        writable
          .prepare(
            `UPDATE checkpoint SET hub_id = ?, hub_epoch = ?, hub_ms = ?, hub_signature = ?
             WHERE origin = ? AND epoch = ? AND n = ? AND hub_signature IS NULL`,
          )
          .run(witness.hubId, witness.hubEpoch, witness.at, witness.signature, origin, epoch, n),
      )
    },

    saveCountyHeads(heads) {
      const others = readCountyHeads(store).filter(({ epoch }) => epoch !== heads.epoch)
      store.writeLocal((writable) => writeSetting(writable, COUNTY_HEADS, [...others, heads]))
    },
    countyHeads: () => readCountyHeads(store),
    countyHashAt: (hubId, { epoch, lane }, seq) => readHash(db, { origin: hubId, epoch, lane }, seq),
    readCounty: (hubId, { epoch, lane }, fromSeq, limit) =>
      readWithin(db, { origin: hubId, epoch, lane }, fromSeq, limit),

    // Written by this file alone, so the shapes are known.
    hubPin: () => (readSetting(db, HUB_PIN) as HubPin | undefined) ?? null,
    saveHubEpoch(hubEpoch) {
      const pin = readSetting(db, HUB_PIN) as HubPin | undefined
      if (pin) store.writeLocal((writable) => writePin(writable, { ...pin, hubEpoch }))
    },
    pendingEnrolment: () => (readSetting(db, PENDING) as PendingEnrolment | null | undefined) ?? null,
    savePendingEnrolment: (request) => store.writeLocal((writable) => writeSetting(writable, PENDING, request)),
    saveEnrolled({ pin, township, letter }) {
      store.writeLocal((writable) => {
        writePin(writable, pin)
        keepHubSince(writable, store.now())
        writeSetting(writable, PENDING, null)
        writeSetting(writable, 'letter', letter)
        writeSetting(writable, 'enrolledTownship', township)
      })
      if (store.scope === '') store.setScope(township.division)
    },
  }
}

/**
 * Another hub, or another life of it, numbers its feed anew. In one transaction: an old cursor beside a new pin would be taken for
 * one of the new feed, and an event that happens to have the same place in both would hide all that differs before it.
 */
function writePin(db: WritableDb, pin: HubPin): void {
  const before = readSetting(db, HUB_PIN) as HubPin | undefined
  if (before?.hubId !== pin.hubId || before.hubEpoch !== pin.hubEpoch) db.prepare('DELETE FROM down_cursor').run()
  writeSetting(db, HUB_PIN, pin)
}

/** Written by this file alone, so the shape is known. */
function readCountyHeads({ db }: Store): readonly CountyHeads[] {
  return (readSetting(db, COUNTY_HEADS) as readonly CountyHeads[] | undefined) ?? []
}

/** Events from a number on, within the limits; the first one always. */
function readWithin(
  db: ReadableDb,
  chain: ChainKey,
  fromSeq: number,
  limit: ReadLimit,
  branch = 0,
): readonly Uint8Array[] {
  const events: Uint8Array[] = []
  let size = 0
  for (const { bytes } of readRange(db, chain, fromSeq, limit.events, branch)) {
    size += bytes.length
    if (events.length > 0 && size > limit.bytes) break
    events.push(bytes)
  }
  return events
}

function byDeviceOrder(a: SealedEvent, b: SealedEvent): number {
  return a.envelope.n - b.envelope.n
}

function checkpointOf(chains: readonly Chain[], origin: string, epoch: string): Checkpoint {
  const current = chains.filter((chain) => chain.epoch === epoch)
  return {
    origin,
    epoch,
    n: Math.max(0, ...current.map((chain) => chain.n)),
    heads: LANES.map((lane) => {
      const head = current.find((chain) => chain.lane === lane)?.head
      return [head?.seq ?? 0, head?.hash ?? ''] as const
    }),
  }
}
