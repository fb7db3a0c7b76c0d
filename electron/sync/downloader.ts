import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import type { FrameOf } from '../../shared/protocol/frames.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { Clock, Log } from '../../shared/protocol/ports.ts'
import type { Primitives } from '../../shared/protocol/primitives.ts'
import { sealReceived } from '../../shared/protocol/received.ts'
import type { SyncStore } from './ports.ts'

export interface DownloaderPorts {
  readonly store: SyncStore
  readonly primitives: Primitives
  readonly clock: Clock
  readonly log: Log
  /** Confirms what is durably held, up to a feed number. */
  readonly confirm: (lane: Lane, feedSeq: number) => void
  readonly onFailure: (error: unknown) => void
}

export interface Downloader {
  receive(frame: FrameOf<'down'>): void
  /** Nothing received is waiting to be applied. */
  idle(): boolean
  /** Forgets what waits and goes on where the store says: the feed starts again, or nobody brings the rest. */
  reset(): void
  stop(): void
}

interface LaneQueue {
  /** Last feed number applied. */
  applied: number
  /** Frames by the feed number of their first event; a link may bring them out of order. */
  readonly frames: Map<number, readonly unknown[]>
}

/**
 * One transaction of a catch-up should hold the process no longer than this, so that a person's keystroke is never late. Slices
 * do not shrink below a size where the commit itself is what takes the time: more commits would only make it longer.
 */
const SLICE_TARGET_MS = 12
const SMALLEST_SLICE = 25
const LARGEST_SLICE = 250
/** More frames than that are not kept waiting: the hub's window is smaller. */
const MOST_WAITING_FRAMES = 32

/**
 * Applies the hub's feed in small transactions, the most urgent lane first, and lets everything else have its turn in between.
 * A frame is confirmed only when all of it is durable.
 */
export function createDownloader(ports: DownloaderPorts): Downloader {
  const { store, primitives, clock, log } = ports
  const queues = LANES.map((lane): LaneQueue => ({ applied: store.downCursor(lane).feedSeq, frames: new Map() }))
  const queueOf = (lane: Lane): LaneQueue => queues[lane] as LaneQueue
  let slice = 50
  let scheduled = false
  let stopped = false

  function nextLane(): Lane | undefined {
    return LANES.find((lane) => queueOf(lane).frames.has(queueOf(lane).applied + 1))
  }

  function schedule(): void {
    if (scheduled || stopped || nextLane() === undefined) return
    scheduled = true
    clock.defer(() => {
      scheduled = false
      if (stopped) return
      try {
        applySlice()
      } catch (error) {
        ports.onFailure(error)
        return
      }
      schedule()
    })
  }

  function applySlice(): void {
    const lane = nextLane()
    if (lane === undefined) return
    const queue = queueOf(lane)
    // With another database in its place the store may lack what is below: its cursor must not jump over that.
    if (store.downCursor(lane).feedSeq !== queue.applied) throw new Error(`lane ${lane}: the store stands elsewhere`)
    const from = queue.applied + 1
    const values = queue.frames.get(from) ?? []
    const started = clock.monotonic()
    const events = values.slice(0, slice).map((value) => read(lane, value))
    const feedSeq = queue.applied + events.length
    const held = events.filter((event) => event !== null)
    store.applyDown(lane, held, { feedSeq, hash: events.at(-1)?.hash ?? '' })
    adapt(clock.monotonic() - started)
    queue.applied = feedSeq
    queue.frames.delete(from)
    if (events.length < values.length) queue.frames.set(feedSeq + 1, values.slice(events.length))
    else ports.confirm(lane, feedSeq)
  }

  /** The hub checked it, so an unreadable event is a fault of this program or of the hub: it must not stop the feed. */
  function read(lane: Lane, value: unknown): SealedEvent | null {
    try {
      return sealReceived(value, primitives)
    } catch (error) {
      log.error('sync.unreadableEvent', { lane, message: error instanceof Error ? error.message : '' })
      return null
    }
  }

  function adapt(tookMs: number): void {
    if (tookMs > SLICE_TARGET_MS) slice = Math.max(SMALLEST_SLICE, Math.floor(slice * 0.7))
    else if (tookMs < SLICE_TARGET_MS / 2) slice = Math.min(LARGEST_SLICE, slice + 10)
  }

  return {
    receive({ lane, from, events }) {
      const queue = queueOf(lane)
      if (from + events.length - 1 <= queue.applied) {
        ports.confirm(lane, queue.applied)
        return
      }
      // A frame that repeats the end of the last one goes on where that one ended.
      const known = Math.max(0, queue.applied + 1 - from)
      if (queue.frames.size < MOST_WAITING_FRAMES && !queue.frames.has(from + known))
        queue.frames.set(from + known, events.slice(known))
      schedule()
    },
    idle: () => nextLane() === undefined,
    reset() {
      stopped = false
      for (const lane of LANES) {
        queueOf(lane).frames.clear()
        queueOf(lane).applied = store.downCursor(lane).feedSeq
      }
    },
    stop() {
      stopped = true
    },
  }
}
