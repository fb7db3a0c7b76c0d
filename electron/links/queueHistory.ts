import type { QueuePoint } from '../../shared/ipc/links.ts'
import type { Cancel, Clock } from '../../shared/protocol/ports.ts'

/** How many records waited, over the last hours; for the curve in the link room. Starts empty with the program. */
export interface QueueHistory {
  points(): readonly QueuePoint[]
  stop(): void
}

interface HistoryPorts {
  readonly clock: Clock
  readonly pending: () => QueuePoint['pending']
  readonly onChange: () => void
}

const SAMPLE_MS = 5_000
/** Six hours at the finest; a queue that stands still takes two points however long it stands. */
const MOST_POINTS = 720
const LONGEST_MS = 6 * 3_600_000

export function createQueueHistory({ clock, pending, onChange }: HistoryPorts): QueueHistory {
  let points: QueuePoint[] = []
  let cancel: Cancel = clock.after(0, sample)

  function sample(): void {
    cancel = clock.after(SAMPLE_MS, sample)
    const point = { at: clock.now(), pending: pending() }
    const [before, last] = points.slice(-2)
    const stands = last !== undefined && before !== undefined && same(before, last) && same(last, point)
    if (stands) points = points.slice(0, -1)
    points = [...points, point].filter(({ at }) => at > point.at - LONGEST_MS).slice(-MOST_POINTS)
    if (last === undefined || !same(last, point)) onChange()
  }

  return { points: () => points, stop: () => cancel() }
}

function same(a: QueuePoint, b: QueuePoint): boolean {
  return a.pending.every((count, lane) => count === b.pending[lane])
}
