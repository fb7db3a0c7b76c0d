import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import type { FrameOf } from '../../shared/protocol/frames.ts'
import type { Log } from '../../shared/protocol/ports.ts'
import type { Primitives } from '../../shared/protocol/primitives.ts'
import { sealReceived } from '../../shared/protocol/received.ts'
import type { ChainName, EpochReason, SyncStore } from './ports.ts'

export interface RecoveryPorts {
  readonly store: SyncStore
  readonly primitives: Primitives
  readonly log: Log
  /** The hub's clock, as far as we know it, ms since 1970. */
  readonly hubNow: () => number
  readonly ask: (frame: FrameOf<'own'>) => void
  /** All chains are settled: sending can go on. */
  readonly onSettled: () => void
}

export interface Recovery {
  /** Fetches what the hub holds of our chains from a number on, then writes again what only we hold. */
  begin(chains: readonly (ChainName & { readonly from: number })[], newEpoch: EpochReason | null): void
  receive(frame: FrameOf<'ownEvents'>): void
  isHeld(chain: ChainName): boolean
  active(): boolean
}

interface Fetch extends ChainName {
  from: number
  /** Last event that both sides agree on; null while no difference was found. */
  commonSeq: number | null
  last: number
}

/**
 * Brings this device's own chains and the hub's together after a restored backup, a fork or a second device with the same key.
 *
 *   begin ─▶ new epoch (writing goes on there at once) ─▶ own(from) ─▶ ownEvents … ─▶ reissue what only we hold ─▶ settled
 */
export function createRecovery({ store, primitives, log, hubNow, ask, onSettled }: RecoveryPorts): Recovery {
  const fetches: Fetch[] = []
  let forks: (ChainName & { readonly commonSeq: number; readonly last: number })[] = []

  function askNext(): void {
    const [current] = fetches
    if (current) {
      ask({ t: 'own', epoch: current.epoch, lane: current.lane, from: current.from })
      return
    }
    if (forks.length > 0) log.warn('sync.reissued', { events: store.reissue(forks) })
    // What stands behind a fork came from the hub: nothing of it waits to leave.
    for (const { epoch, lane, last } of forks) store.saveAck({ epoch, lane }, last, hubNow())
    forks = []
    store.setRecovering(false)
    onSettled()
  }

  function take(fetch: Fetch, events: readonly SealedEvent[]): void {
    for (const { envelope, hash } of events) {
      const ours = store.hashAt(fetch, envelope.seq)
      if (fetch.commonSeq === null && ours !== null && ours !== hash) fetch.commonSeq = envelope.seq - 1
      fetch.last = Math.max(fetch.last, envelope.seq)
    }
    store.applyOwn(events)
  }

  function finish(fetch: Fetch): void {
    fetches.shift()
    const { epoch, lane, commonSeq, last } = fetch
    const agreed = commonSeq ?? last
    if (agreed > 0) store.saveAck({ epoch, lane }, agreed, hubNow())
    if (commonSeq !== null) forks.push({ epoch, lane, commonSeq, last })
    askNext()
  }

  return {
    begin(chains, newEpoch) {
      if (newEpoch) log.warn('sync.newEpoch', { reason: newEpoch, epoch: store.startEpoch(newEpoch) })
      const idle = fetches.length === 0
      if (chains.length > 0) store.setRecovering(true)
      for (const { epoch, lane, from } of chains) {
        if (!fetches.some((fetch) => isSame(fetch, { epoch, lane })))
          fetches.push({ epoch, lane, from, commonSeq: null, last: 0 })
      }
      if (idle && fetches.length > 0) askNext()
    },
    receive(frame) {
      const [current] = fetches
      if (!current || !isSame(current, frame)) return
      const events = readAll(frame, store.origin, primitives, log)
      const first = events[0]?.envelope
      const parted =
        first &&
        current.last === 0 &&
        first.seq > 1 &&
        first.seq === current.from &&
        store.hashAt(current, first.seq - 1) !== first.prev
      if (parted) {
        // Even what both sides held for settled differs: begin at the beginning.
        current.from = 1
        askNext()
        return
      }
      take(current, events)
      if (frame.next > current.from) {
        current.from = frame.next
        askNext()
      } else finish(current)
    },
    // A forked chain stays held until it is closed, also while the others are still being fetched.
    isHeld: (chain) => [...fetches, ...forks].some((one) => isSame(one, chain)),
    active: () => fetches.length > 0,
  }
}

function readAll(
  { events }: FrameOf<'ownEvents'>,
  origin: string,
  primitives: Primitives,
  log: Log,
): readonly SealedEvent[] {
  const read: SealedEvent[] = []
  for (const value of events) {
    try {
      const event = sealReceived(value, primitives)
      if (event.envelope.origin === origin) read.push(event)
    } catch {
      log.warn('sync.unreadableOwnEvent', {})
    }
  }
  return read
}

function isSame(a: ChainName, b: ChainName): boolean {
  return a.epoch === b.epoch && a.lane === b.lane
}
