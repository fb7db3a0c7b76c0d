import type { Cancel, Clock } from '../../shared/protocol/ports.ts'

/** Takes a connection for dead when an answer is due and nothing arrives in time. */
export interface Watchdog {
  /** Call after everything sent or received. @param expecting whether an answer is due */
  touch(expecting: boolean): void
  /** Something arrived: the wait begins anew. */
  alive(): void
  stop(): void
}

export function createWatchdog(clock: Clock, deadlineMs: () => number, onExpired: () => void): Watchdog {
  let cancel: Cancel | null = null
  const stop = (): void => {
    cancel?.()
    cancel = null
  }
  return {
    touch(expecting) {
      if (!expecting) stop()
      else if (!cancel) cancel = clock.after(deadlineMs(), onExpired)
    },
    alive: stop,
    stop,
  }
}
