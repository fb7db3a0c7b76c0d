import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import type { FrameOf } from '../../shared/protocol/frames.ts'
import type { Clock } from '../../shared/protocol/ports.ts'
import type { ChainName, OwnChain, ReadLimit, SyncStore } from './ports.ts'
import type { RoundTrip } from './roundTrip.ts'

export interface UploaderPorts {
  readonly store: SyncStore
  readonly codec: FrameCodec
  readonly clock: Clock
  readonly roundTrip: RoundTrip
  readonly send: (frame: Uint8Array) => void
  readonly frameLimit: ReadLimit
  /** Frames under way of lane 2; lanes 1 and 0 may go one and two beyond, so that they never queue behind routine. */
  readonly window: number
  /** Chains that must not be sent now: the two sides are finding out where they parted. */
  readonly isHeld: (chain: ChainName) => boolean
}

export type AckVerdict = 'ok' | 'fork' | 'impossible'

export interface Uploader {
  /** Sends what is due, lane 0 first and older epochs first, as far as the window allows. */
  pump(): void
  acked(frame: FrameOf<'ack'>): AckVerdict
  /** The hub misses events from a number on: they go out again. */
  gap(frame: FrameOf<'gap'>): void
  /** Forgets what is under way of a chain that forked. */
  drop(chain: ChainName): void
  /** Nothing under way and nothing to send. */
  drained(): boolean
  underWay(): number
}

interface Flight {
  readonly key: string
  readonly last: number
  readonly sentAt: number
}

/** Sends this device's own chains and follows the hub's acknowledgements. The store's acknowledged numbers are the only memory. */
export function createUploader(ports: UploaderPorts): Uploader {
  const { store, codec, clock, roundTrip } = ports
  const sent = new Map<string, number>()
  let flights: Flight[] = []

  const lastToSend = (chain: OwnChain): number => chain.closedAt ?? chain.head.seq
  const sentOf = (chain: OwnChain): number => Math.max(sent.get(keyOf(chain)) ?? 0, chain.acked)
  const isDue = (chain: OwnChain): boolean => lastToSend(chain) > sentOf(chain) && !ports.isHeld(chain)

  function nextDue(): OwnChain | undefined {
    return store
      .ownChains()
      .filter(isDue)
      .reduce<OwnChain | undefined>((first, chain) => (!first || chain.lane < first.lane ? chain : first), undefined)
  }

  function sendNext(chain: OwnChain): boolean {
    const from = sentOf(chain) + 1
    const limit = { ...ports.frameLimit, events: Math.min(ports.frameLimit.events, lastToSend(chain) - from + 1) }
    const events = store.readOwn(chain, from, limit)
    if (events.length === 0) return false
    const last = from + events.length - 1
    ports.send(codec.encode({ t: 'events', epoch: chain.epoch, lane: chain.lane, from, events }))
    sent.set(keyOf(chain), last)
    flights.push({ key: keyOf(chain), last, sentAt: clock.monotonic() })
    return true
  }

  /** A forked chain: the hub goes on with another branch, which says nothing of ours behind the point where it ends. */
  function settleClosed(chain: OwnChain, closedAt: number, at: number): AckVerdict {
    flights = flights.filter(({ key }) => key !== keyOf(chain))
    if (closedAt > chain.acked) store.saveAck(chain, closedAt, at)
    return 'ok'
  }

  return {
    pump() {
      for (let chain = nextDue(); chain && flights.length < ports.window + 2 - chain.lane; chain = nextDue()) {
        if (!sendNext(chain)) break
      }
    },
    acked({ epoch, lane, seq, hash, at }) {
      const chain = store.ownChains().find((one) => one.epoch === epoch && one.lane === lane)
      if (seq === 0) return 'ok'
      if (!chain) return 'impossible'
      if (chain.closedAt !== null && seq >= chain.closedAt) return settleClosed(chain, chain.closedAt, at)
      if (seq > chain.head.seq) return 'impossible'
      // The hub has no hash where it kept something unreadable aside.
      if (hash !== '' && !store.hashAt(chain, seq)?.startsWith(hash)) return 'fork'
      const answered = flights.filter((flight) => flight.key === keyOf(chain) && flight.last <= seq)
      const newest = answered.at(-1)
      if (newest) roundTrip.sample(clock.monotonic() - newest.sentAt)
      flights = flights.filter((flight) => !answered.includes(flight))
      if (seq > chain.acked) store.saveAck(chain, seq, at)
      return 'ok'
    },
    gap({ epoch, lane, from }) {
      const chain = store.ownChains().find((one) => one.epoch === epoch && one.lane === lane)
      // An answer that is older than what the hub has confirmed since says nothing any more.
      if (!chain || from <= chain.acked || from > sentOf(chain)) return
      sent.set(keyOf(chain), from - 1)
      flights = flights.filter(({ key }) => key !== keyOf(chain))
    },
    drop(chain) {
      sent.delete(keyOf(chain))
      flights = flights.filter(({ key }) => key !== keyOf(chain))
    },
    drained: () => flights.length === 0 && nextDue() === undefined,
    underWay: () => flights.length,
  }
}

function keyOf({ epoch, lane }: ChainName): string {
  return `${lane} ${epoch}`
}
