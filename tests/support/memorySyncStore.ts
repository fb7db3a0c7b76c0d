import type {
  ChainName,
  CountyHeads,
  DownCursor,
  Enrolled,
  HubPin,
  OwnChain,
  PendingEnrolment,
  ReadLimit,
  SyncStore,
} from '../../electron/sync/ports.ts'
import { takeWithin } from '../../hub/store/takeWithin.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import type { Checkpoint } from '../../shared/protocol/checkpoint.ts'
import { type Envelope, openEnvelope, type SealedEvent, sealEnvelope } from '../../shared/protocol/envelope.ts'
import { makeHlc, tickHlc } from '../../shared/protocol/hlc.ts'
import { epochCounter, epochName } from '../../shared/protocol/identity.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { Random } from '../../shared/protocol/ports.ts'
import { asReissue } from '../../shared/protocol/reissue.ts'

/** Everything a console's disk would hold; plain data, so that a copy of it is a backup. */
export interface ConsoleDisk {
  epoch: string
  n: number
  hlc: string
  /** Own and others' events by hash, in order of arrival. `branch` 0 is the chain, 1 another history under the same identity. */
  events: { hash: string; bytes: Uint8Array; branch: number }[]
  acks: { [chain: string]: { acked: number; ackedOnce: number; closedAt: number | null } }
  cursors: [DownCursor, DownCursor, DownCursor]
  parked: { [place: string]: string }
  countyHeads: CountyHeads[]
  checkpoints: { checkpoint: Checkpoint; countersigned: boolean }[]
  pin: HubPin | null
  pending: PendingEnrolment | null
  enrolled: Enrolled | null
}

export interface MemoryStore extends SyncStore {
  readonly disk: ConsoleDisk
  /** Writes an own event, durably. @returns its hash. */
  write(lane: Lane, body: JsonObject): string
  /** Hashes of all events on a chain, sorted. */
  hashes(): readonly string[]
  /** Whether an event is on this disk, on whatever branch. */
  holds(hash: string): boolean
  /** How many events have another history under the same identity. */
  branches(): number
}

interface Options {
  readonly origin: string
  readonly division: string
  readonly random: Pick<Random, 'bytes'>
  readonly now: () => number
  readonly disk?: ConsoleDisk
}

const NO_CURSOR: DownCursor = { feedSeq: 0, hash: '' }

export function emptyDisk(random: Pick<Random, 'bytes'>): ConsoleDisk {
  return {
    epoch: epochName(1, random.bytes(4)),
    n: 0,
    hlc: makeHlc(0, 0),
    events: [],
    acks: {},
    cursors: [NO_CURSOR, NO_CURSOR, NO_CURSOR],
    parked: {},
    countyHeads: [],
    checkpoints: [],
    pin: null,
    pending: null,
    enrolled: null,
  }
}

/** A backup of a disk, or the disk of a restored one. */
export function copyDisk(disk: ConsoleDisk): ConsoleDisk {
  return structuredClone(disk)
}

/** The sync engine's store in memory: any lane, quick to copy. Passes the same contract suite as the real one. */
export function createMemoryStore({ origin, division, random, now, disk = emptyDisk(random) }: Options): MemoryStore {
  const byHash = new Map<string, SealedEvent>()
  const branched = new Set<string>()
  const chains = new Map<string, SealedEvent[]>()
  const nameOf = (origin: string, epoch: string, lane: Lane): string => `${origin} ${epoch} ${lane}`
  const chainOf = (epoch: string, lane: Lane): SealedEvent[] => chains.get(nameOf(origin, epoch, lane)) ?? []
  const ackOf = (epoch: string, lane: Lane) =>
    (disk.acks[`${epoch} ${lane}`] ??= { acked: 0, ackedOnce: 0, closedAt: null })

  function remember(event: SealedEvent, branch: number): void {
    byHash.set(event.hash, event)
    if (branch > 0) {
      branched.add(event.hash)
      return
    }
    const name = nameOf(event.envelope.origin, event.envelope.epoch, event.envelope.lane)
    const chain = chains.get(name) ?? []
    chain.push(event)
    chains.set(name, chain)
  }

  function keep(event: SealedEvent): void {
    if (byHash.has(event.hash)) return
    const { origin, epoch, lane, seq, prev } = event.envelope
    const chain = chains.get(nameOf(origin, epoch, lane)) ?? []
    const taken = (chain.at(-1)?.envelope.seq ?? 0) >= seq || branched.has(prev)
    disk.events.push({ hash: event.hash, bytes: event.bytes, branch: taken ? 1 : 0 })
    remember(event, taken ? 1 : 0)
  }

  function append(rest: Pick<Envelope, 'lane' | 'hlc' | 'body'>): string {
    const chain = chainOf(disk.epoch, rest.lane)
    disk.n += 1
    const event = sealEnvelope(
      {
        ...rest,
        origin,
        epoch: disk.epoch,
        seq: (chain.at(-1)?.envelope.seq ?? 0) + 1,
        n: disk.n,
        clockQuality: 0,
        flags: 0,
        scope: division,
        kind: 'log.entered',
        kindVer: 1,
        entity: `log:${origin}:${disk.epoch}:${disk.n}`,
        base: [],
        author: null,
        approver: null,
        prev: chain.at(-1)?.hash ?? '',
      },
      nodePrimitives,
    )
    keep(event)
    return event.hash
  }

  for (const { bytes, branch } of disk.events) remember(openEnvelope(bytes, nodePrimitives), branch)

  function pinHub(pin: HubPin): void {
    if (disk.pin?.hubId !== pin.hubId || disk.pin.hubEpoch !== pin.hubEpoch)
      disk.cursors = [NO_CURSOR, NO_CURSOR, NO_CURSOR]
    disk.pin = pin
  }

  /** An own chain as the hub knows it: behind a fork, what came from the hub. */
  function sentChain({ epoch, lane }: ChainName): readonly SealedEvent[] {
    const { closedAt } = ackOf(epoch, lane)
    const chain = chainOf(epoch, lane)
    return closedAt === null ? chain : [...chain.slice(0, closedAt), ...othersOf(epoch, lane, closedAt)]
  }

  function othersOf(epoch: string, lane: Lane, commonSeq: number): readonly SealedEvent[] {
    return disk.events
      .filter(({ branch }) => branch > 0)
      .map(({ hash }) => byHash.get(hash))
      .filter((event) => event !== undefined)
      .filter(({ envelope: e }) => e.origin === origin && e.epoch === epoch && e.lane === lane && e.seq > commonSeq)
      .sort((a, b) => a.envelope.seq - b.envelope.seq)
  }

  const store: MemoryStore = {
    origin,
    disk,
    write(lane, body) {
      disk.hlc = tickHlc(disk.hlc, now())
      return append({ lane, hlc: disk.hlc, body })
    },
    hashes: () =>
      disk.events
        .filter(({ branch }) => branch === 0)
        .map(({ hash }) => hash)
        .sort(),
    holds: (hash) => byHash.has(hash),
    holdsOwn: ({ epoch, lane }, seq, prefix) =>
      [...byHash.values()].some(
        ({ envelope: e, hash }) =>
          e.origin === origin && e.epoch === epoch && e.lane === lane && e.seq === seq && hash.startsWith(prefix),
      ),
    branches: () => disk.events.filter(({ branch }) => branch > 0).length,
    currentEpoch: () => disk.epoch,
    ownChains: () =>
      [...chains.values()]
        .map((chain): OwnChain | null => {
          const head = chain.at(-1)
          if (head?.envelope.origin !== origin) return null
          const { epoch, lane } = head.envelope
          const ack = ackOf(epoch, lane)
          const last = sentChain({ epoch, lane }).at(-1)
          const seq = last?.envelope.seq ?? 0
          return {
            epoch,
            lane,
            head: { seq, hash: last?.hash ?? '' },
            ...ack,
            closedAt: ack.closedAt === null ? null : seq,
          }
        })
        .filter((chain) => chain !== null)
        .sort(
          (a, b) =>
            epochCounter(a.epoch) - epochCounter(b.epoch) ||
            (a.epoch < b.epoch ? -1 : a.epoch > b.epoch ? 1 : a.lane - b.lane),
        ),
    hashAt: (chain, seq) => hashIn(sentChain(chain), seq),
    readOwn: (chain, fromSeq, limit) => readFrom(sentChain(chain), fromSeq, limit),
    saveAck({ epoch, lane }, seq) {
      const ack = ackOf(epoch, lane)
      ack.acked = Math.max(ack.acked, seq)
      ack.ackedOnce = Math.max(ack.ackedOnce, seq)
    },
    lowerAck({ epoch, lane }, seq) {
      const ack = ackOf(epoch, lane)
      ack.acked = Math.min(ack.acked, seq)
    },
    savePark({ epoch, lane }, seq, code) {
      disk.parked[`${epoch} ${lane} ${seq}`] = code
    },
    downCursor: (lane) => disk.cursors[lane],
    resetDown(lane) {
      disk.cursors[lane] = NO_CURSOR
    },
    applyDown(lane, events, cursor) {
      for (const event of events) keep(event)
      disk.cursors[lane] = cursor
    },
    applyOwn(events) {
      for (const event of events) keep(event)
    },
    startEpoch() {
      disk.epoch = epochName(epochCounter(disk.epoch) + 1, random.bytes(4))
      disk.n = 0
      return disk.epoch
    },
    reissue(forks) {
      const abandoned = forks
        .filter(({ epoch, lane }) => ackOf(epoch, lane).closedAt === null)
        .flatMap(({ epoch, lane, commonSeq }) => {
          ackOf(epoch, lane).closedAt = commonSeq
          return chainOf(epoch, lane).filter(({ envelope }) => envelope.seq > commonSeq)
        })
        .sort((a, b) => a.envelope.n - b.envelope.n)
      for (const { envelope, hash } of abandoned)
        append({ lane: envelope.lane, hlc: envelope.hlc, body: asReissue(envelope.body, hash) })
      return abandoned.length
    },
    currentCheckpoint: () => ({
      origin,
      epoch: disk.epoch,
      n: disk.n,
      heads: LANES.map((lane) => {
        const head = chainOf(disk.epoch, lane).at(-1)
        return [head?.envelope.seq ?? 0, head?.hash ?? ''] as const
      }),
    }),
    saveCheckpoint(checkpoint) {
      disk.checkpoints.push({ checkpoint, countersigned: false })
    },
    saveCountersignature({ epoch, n }) {
      for (const one of disk.checkpoints)
        if (one.checkpoint.epoch === epoch && one.checkpoint.n === n) one.countersigned = true
    },
    saveCountyHeads(heads) {
      disk.countyHeads = [...disk.countyHeads.filter(({ epoch }) => epoch !== heads.epoch), heads]
    },
    countyHeads: () => disk.countyHeads,
    countyHashAt: (hubId, { epoch, lane }, seq) => hashIn(chains.get(nameOf(hubId, epoch, lane)) ?? [], seq),
    readCounty: (hubId, { epoch, lane }, fromSeq, limit) =>
      readFrom(chains.get(nameOf(hubId, epoch, lane)) ?? [], fromSeq, limit),
    hubPin: () => disk.pin,
    saveHubEpoch(hubEpoch) {
      if (disk.pin) pinHub({ ...disk.pin, hubEpoch })
    },
    pendingEnrolment: () => disk.pending,
    savePendingEnrolment(request) {
      disk.pending = request
    },
    saveEnrolled(enrolled) {
      pinHub(enrolled.pin)
      disk.enrolled = enrolled
      disk.pending = null
    },
  }
  return store
}

function hashIn(chain: readonly SealedEvent[], seq: number): string | null {
  const event = chain[indexOf(chain, seq)]
  return event?.envelope.seq === seq ? event.hash : null
}

function readFrom(chain: readonly SealedEvent[], fromSeq: number, limit: ReadLimit): readonly Uint8Array[] {
  const start = indexOf(chain, fromSeq)
  return takeWithin(chain.slice(start, start + limit.events), limit.bytes).map(({ bytes }) => bytes)
}

/** Where a number is, or would be, in a chain that may have holes. */
function indexOf(chain: readonly SealedEvent[], seq: number): number {
  if (chain[seq - 1]?.envelope.seq === seq) return seq - 1
  const found = chain.findIndex(({ envelope }) => envelope.seq >= seq)
  return found < 0 ? chain.length : found
}
