import type { ChainName, HubPin, OwnChain, SyncStore } from '../../electron/sync/ports.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import { type Envelope, type SealedEvent, sealEnvelope } from '../../shared/protocol/envelope.ts'
import { tickHlc } from '../../shared/protocol/hlc.ts'
import { epochCounter, epochName } from '../../shared/protocol/identity.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { Random } from '../../shared/protocol/ports.ts'
import { asReissue } from '../../shared/protocol/reissue.ts'
import { type ConsoleDisk, emptyDisk, NO_CURSOR } from './consoleDisk.ts'
import { createMemoryChains, hashIn, readFrom } from './memoryChains.ts'

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

/** The sync engine's store in memory: any lane, quick to copy. Passes the same contract suite as the real one. */
export function createMemoryStore({ origin, division, random, now, disk = emptyDisk(random) }: Options): MemoryStore {
  const chains = createMemoryChains(disk)
  const chainOf = (epoch: string, lane: Lane): readonly SealedEvent[] => chains.of(origin, { epoch, lane })
  const ackOf = (epoch: string, lane: Lane) =>
    (disk.acks[`${epoch} ${lane}`] ??= { acked: 0, ackedOnce: 0, closedAt: null })

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
    chains.keep(event)
    return event.hash
  }

  function pinHub(pin: HubPin): void {
    if (disk.pin?.hubId !== pin.hubId || disk.pin.hubEpoch !== pin.hubEpoch)
      disk.cursors = [NO_CURSOR, NO_CURSOR, NO_CURSOR]
    disk.pin = pin
  }

  /** An own chain as the hub knows it: behind a fork, what came from the hub. */
  function sentChain({ epoch, lane }: ChainName): readonly SealedEvent[] {
    const { closedAt } = ackOf(epoch, lane)
    const chain = chainOf(epoch, lane)
    return closedAt === null
      ? chain
      : [...chain.slice(0, closedAt), ...chains.branchOf(origin, { epoch, lane }, closedAt)]
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
    holds: chains.holds,
    holdsOwn: ({ epoch, lane }, seq, prefix) =>
      chains
        .all()
        .some(
          ({ envelope: e, hash }) =>
            e.origin === origin && e.epoch === epoch && e.lane === lane && e.seq === seq && hash.startsWith(prefix),
        ),
    branches: () => disk.events.filter(({ branch }) => branch > 0).length,
    currentEpoch: () => disk.epoch,
    ownChains: () =>
      chains
        .chainsOf(origin)
        .map((chain): OwnChain | null => {
          const head = chain.at(-1)
          if (!head) return null
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
      for (const event of events) chains.keep(event)
      disk.cursors[lane] = cursor
    },
    applyOwn(events) {
      for (const event of events) chains.keep(event)
    },
    setRecovering(on) {
      disk.recovering = on
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
    countyHashAt: (hubId, chain, seq) => hashIn(chains.of(hubId, chain), seq),
    readCounty: (hubId, chain, fromSeq, limit) => readFrom(chains.of(hubId, chain), fromSeq, limit),
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
