import type { Frame } from '../../shared/protocol/frames.ts'
import type { Session } from './sessions.ts'

/** So many events at most share one transaction: a long catch-up of one console must not hold up the others. */
const EVENTS_PER_COMMIT = 2_000

export interface Received {
  readonly session: Session
  readonly frame: Frame
}

/** Frames that wait for the next transaction, in order of arrival. */
export interface Inbox {
  put(received: Received): void
  /** What the next transaction takes: one frame at least. */
  take(): readonly Received[]
  isEmpty(): boolean
  clear(): void
}

export function createInbox(): Inbox {
  let queue: Received[] = []
  return {
    put(received) {
      queue.push(received)
    },
    take() {
      let events = 0
      const cut = queue.findIndex(({ frame }) => {
        events += frame.t === 'events' ? frame.events.length : 1
        return events > EVENTS_PER_COMMIT
      })
      const size = cut < 0 ? queue.length : Math.max(cut, 1)
      const batch = queue.slice(0, size)
      queue = queue.slice(size)
      return batch
    },
    isEmpty: () => queue.length === 0,
    clear() {
      queue = []
    },
  }
}
