import type { Cancel, Clock } from './ports.ts'

/**
 * Confirmations are cumulative, and on a narrow link each costs as much as half an event: when the sender says that more follows
 * at once, one of two will do.
 */
export interface AckPacer {
  /** A frame of the named lane was taken. @param more whether the sender said that the next follows at once */
  taken(name: string, more: boolean): void
  /** Sends the confirmation now, or keeps it for the next frame; never longer than a moment. */
  confirm(name: string, send: () => void): void
  stop(): void
}

const FRAMES_PER_ACK = 2
/** Shorter than the least time after which the other side misses an answer. */
const LONGEST_HOLD_MS = 2_000

export function createAckPacer(clock: Pick<Clock, 'after'>): AckPacer {
  const frames = new Map<string, { count: number; more: boolean }>()
  const held = new Map<string, Cancel>()

  function release(name: string, send: () => void): void {
    held.get(name)?.()
    held.delete(name)
    frames.delete(name)
    send()
  }

  return {
    taken(name, more) {
      frames.set(name, { count: (frames.get(name)?.count ?? 0) + 1, more })
    },
    confirm(name, send) {
      const since = frames.get(name)
      if (!since?.more || since.count >= FRAMES_PER_ACK) {
        release(name, send)
        return
      }
      held.get(name)?.()
      held.set(
        name,
        clock.after(LONGEST_HOLD_MS, () => release(name, send)),
      )
    },
    stop() {
      for (const cancel of held.values()) cancel()
      held.clear()
    },
  }
}
