import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import { type FrameOf, MAX_FRAME_EVENTS } from '../../shared/protocol/frames.ts'
import type { Cancel, Clock } from '../../shared/protocol/ports.ts'
import type { ChainName, OwnChain, SyncStore } from './ports.ts'
import type { RoundTrip } from './roundTrip.ts'

export interface UploaderPorts {
  readonly store: SyncStore
  readonly codec: FrameCodec
  readonly clock: Clock
  readonly roundTrip: RoundTrip
  readonly send: (frame: Uint8Array) => void
  /** Largest frame, bytes. */
  readonly frameBytes: number
  /** Frames under way of lane 2; lanes 1 and 0 may go one and two beyond, so that they never queue behind routine. */
  readonly window: number
  /** Chains that must not be sent now: the two sides are finding out where they parted. */
  readonly isHeld: (chain: ChainName) => boolean
  /** Last number of a chain that may leave by this link: another one may be carrying it. */
  readonly reach: (chain: ChainName) => number
  /** An urgent frame is not confirmed in time. */
  readonly onOverdue: (chain: ChainName, last: number) => void
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
  /** Nothing under way and nothing to send here. */
  drained(): boolean
  underWay(): number
  /** Mean size of an event in its frame here, bytes; null before the first. */
  bytesPerEvent(): number | null
  stop(): void
}

interface Flight {
  readonly key: string
  readonly chain: ChainName
  readonly last: number
  readonly sentAt: number
  overdue: boolean
}

/** Sends this device's own chains and follows the hub's acknowledgements. The store's acknowledged numbers are the only memory. */
export function createUploader(ports: UploaderPorts): Uploader {
  const { store, codec, clock, roundTrip } = ports
  const sent = new Map<string, number>()
  let flights: Flight[] = []
  let cancelOverdue: Cancel | null = null
  let bytesPerEvent: number | null = null

  const lastToSend = (chain: OwnChain): number => Math.min(chain.closedAt ?? chain.head.seq, ports.reach(chain))
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
    const due = lastToSend(chain) - from + 1
    const limit = { events: Math.min(MAX_FRAME_EVENTS, due), bytes: ports.frameBytes * codec.gain }
    const events = store.readOwn(chain, from, limit)
    if (events.length === 0) return false
    const { epoch, lane } = chain
    // Said before it is known how many fit: a promise that the hub waits for in vain only costs it a moment.
    const more = lane === 2 && due > events.length && flights.length + 1 < ports.window
    const frame = { t: 'events' as const, epoch, lane, from, ...(more && { more }), events }
    const fitted = codec.fit(frame, ports.frameBytes)
    const last = from + fitted.events - 1
    ports.send(fitted.bytes)
    const size = fitted.bytes.length / fitted.events
    bytesPerEvent = bytesPerEvent === null ? size : bytesPerEvent * 0.8 + size * 0.2
    sent.set(keyOf(chain), last)
    flights.push({ key: keyOf(chain), chain: { epoch, lane }, last, sentAt: clock.monotonic(), overdue: false })
    if (lane < 2) watchUrgent()
    return true
  }

  /** The oldest urgent frame that nobody was told of yet. */
  function watchUrgent(): void {
    cancelOverdue?.()
    cancelOverdue = null
    const next = flights.find(({ chain, overdue }) => chain.lane < 2 && !overdue)
    if (!next) return
    const due = next.sentAt + roundTrip.overdueMs()
    cancelOverdue = clock.after(Math.max(0, due - clock.monotonic()), () => {
      cancelOverdue = null
      next.overdue = true
      watchUrgent()
      ports.onOverdue(next.chain, next.last)
    })
  }

  function keepFlights(stays: (flight: Flight) => boolean): void {
    flights = flights.filter(stays)
    watchUrgent()
  }

  /** A forked chain: the hub goes on with another branch, which says nothing of ours behind the point where it ends. */
  function settleClosed(chain: OwnChain, closedAt: number, at: number): AckVerdict {
    keepFlights(({ key }) => key !== keyOf(chain))
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
      keepFlights((flight) => !answered.includes(flight))
      if (seq > chain.acked) store.saveAck(chain, seq, at)
      return 'ok'
    },
    gap({ epoch, lane, from }) {
      const chain = store.ownChains().find((one) => one.epoch === epoch && one.lane === lane)
      // An answer that is older than what the hub has confirmed since says nothing any more.
      if (!chain || from <= chain.acked || from > sentOf(chain)) return
      sent.set(keyOf(chain), from - 1)
      keepFlights(({ key }) => key !== keyOf(chain))
    },
    drop(chain) {
      sent.delete(keyOf(chain))
      keepFlights(({ key }) => key !== keyOf(chain))
    },
    drained: () => flights.length === 0 && nextDue() === undefined,
    underWay: () => flights.length,
    bytesPerEvent: () => bytesPerEvent,
    stop() {
      keepFlights(() => false)
    },
  }
}

function keyOf({ epoch, lane }: ChainName): string {
  return `${lane} ${epoch}`
}
