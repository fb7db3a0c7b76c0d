import { MAX_FRAME_EVENTS } from '../../shared/protocol/frames.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import { frameBytes } from '../../shared/protocol/linkWidth.ts'
import type { Cancel } from '../../shared/protocol/ports.ts'
import type { LaneCounts } from './admit.ts'
import type { HubLink, HubPorts } from './ports.ts'

/** Frames under way that nobody has acknowledged yet; lanes 1 and 0 may go one and two beyond, so that they never queue behind routine. */
const WINDOW = 4
/** Without any acknowledgement for so long the console is taken for gone. */
const STALLED_MS = 60_000

/** An urgent frame unconfirmed for so many round trips also goes out on the console's other links, at once. */
const OVERDUE_ROUND_TRIPS = 1.5
const LEAST_OVERDUE_MS = 1_000

export interface DownFlow {
  /** Sends what is due, lane 0 first, as far as the window allows. */
  pump(): void
  acknowledged(lane: Lane, feedSeq: number): void
  /** The console holds a lane up to a number that came by another link: it need not come here too. */
  heldElsewhere(lane: Lane, feedSeq: number): void
  /** Lanes that come down this link from now on, as a set of bits, after what the console holds already. */
  carry(lanes: number, held: Readonly<LaneCounts>): void
  /** Another link of this console does not deliver: brings this lane here up to a number, whoever carries it. */
  urge(lane: Lane, upTo: number): void
  /** Whether any lane comes down this link. */
  isCarrying(): boolean
  /** Everything this link carries was sent and confirmed; false for a link that carries nothing. */
  drained(): boolean
  stop(): void
}

interface Options {
  readonly link: HubLink
  readonly device: string
  readonly from: LaneCounts
  readonly lanes: number
  /** Usable bits a second: decides how large frames are. */
  readonly bitRate: number
  readonly onStalled: () => void
  /** An urgent frame is not confirmed in time. */
  readonly onOverdue: (lane: Lane, upTo: number) => void
}

interface Flight {
  readonly lane: Lane
  readonly first: number
  readonly last: number
  readonly sentAt: number
  overdue: boolean
}

/** Brings one console its feed over one link, lane by lane, from where it left off. */
export function createDownFlow(
  { store, codec, clock }: Pick<HubPorts, 'store' | 'codec' | 'clock'>,
  { link, device, from, lanes, bitRate, onStalled, onOverdue }: Options,
): DownFlow {
  const sent: LaneCounts = [...from]
  const largest = frameBytes(bitRate)
  const urged: LaneCounts = [0, 0, 0]
  let carried = lanes
  let flights: Flight[] = []
  let roundTripMs = 0
  let cancelStalled: Cancel | null = null
  let cancelOverdue: Cancel | null = null
  let stopped = false

  const carries = (lane: Lane): boolean => (carried & (1 << lane)) !== 0
  const end = (lane: Lane): number => (carries(lane) ? store.feedHead(device, lane) : urged[lane])
  const dueLane = (): Lane | undefined => LANES.find((lane) => end(lane) > sent[lane])

  /** A number the console names, as far as this feed goes. */
  const known = (lane: Lane, feedSeq: number): number => Math.min(feedSeq, store.feedHead(device, lane))
  /** All from a number on that was sent here is still on its way. */
  const isUnderWay = (lane: Lane, from: number): boolean =>
    (flights.find((flight) => flight.lane === lane)?.first ?? Number.POSITIVE_INFINITY) <= from

  function rearm(): void {
    cancelStalled?.()
    cancelStalled = flights.length > 0 && !stopped ? clock.after(STALLED_MS, onStalled) : null
  }

  function watchUrgent(): void {
    cancelOverdue?.()
    cancelOverdue = null
    const next = flights.find(({ lane, overdue }) => lane < 2 && !overdue)
    if (!next || stopped) return
    const due = next.sentAt + Math.max(LEAST_OVERDUE_MS, OVERDUE_ROUND_TRIPS * roundTripMs)
    cancelOverdue = clock.after(Math.max(0, due - clock.monotonic()), () => {
      next.overdue = true
      onOverdue(next.lane, next.last)
      watchUrgent()
    })
  }

  return {
    pump() {
      for (
        let lane = dueLane();
        lane !== undefined && !stopped && flights.length < WINDOW + 2 - lane;
        lane = dueLane()
      ) {
        const due = end(lane) - sent[lane]
        const limit = { events: Math.min(MAX_FRAME_EVENTS, due), bytes: largest * codec.gain }
        const events = store.readFeed(device, lane, sent[lane] + 1, limit).map(({ bytes }) => bytes)
        if (events.length === 0) break
        const more = lane === 2 && due > events.length && flights.length + 1 < WINDOW
        const frame = { t: 'down' as const, lane, from: sent[lane] + 1, ...(more && { more }), events }
        const fitted = codec.fit(frame, largest)
        link.send(fitted.bytes)
        sent[lane] += fitted.events
        flights.push({ lane, first: frame.from, last: sent[lane], sentAt: clock.monotonic(), overdue: false })
        if (flights.length === 1) rearm()
        if (lane < 2) watchUrgent()
      }
    },
    acknowledged(lane, feedSeq) {
      const answered = flights.filter((flight) => flight.lane === lane && flight.last <= feedSeq)
      const newest = answered.at(-1)
      if (newest) roundTripMs = roundTripMs * 0.8 + (clock.monotonic() - newest.sentAt) * 0.2
      flights = flights.filter((flight) => !answered.includes(flight))
      rearm()
      watchUrgent()
    },
    heldElsewhere(lane, feedSeq) {
      if (!carries(lane)) sent[lane] = Math.max(sent[lane], known(lane, feedSeq))
    },
    carry(next, held) {
      for (const lane of LANES) {
        const from = known(lane, held[lane])
        // What it confirmed elsewhere it may have lost since, if it goes on from a backup: a lane begins here where the console says.
        sent[lane] = carries(lane) || isUnderWay(lane, from + 1) ? Math.max(sent[lane], from) : from
      }
      carried = next
    },
    urge(lane, upTo) {
      urged[lane] = Math.max(urged[lane], upTo)
    },
    isCarrying: () => carried !== 0,
    drained: () => carried !== 0 && flights.length === 0 && dueLane() === undefined,
    stop() {
      stopped = true
      rearm()
      watchUrgent()
    },
  }
}
