import type { Cancel, Clock } from '../../shared/protocol/ports.ts'

/** Counts the answers that are due and do not come. */
export interface Watchdog {
  /** Call after everything sent or received. @param expecting whether an answer is due */
  touch(expecting: boolean): void
  /** Something arrived: the wait and the count begin anew. */
  alive(): void
  stop(): void
}

/** @param onMissed how many answers are missing in a row, 1 for the first. */
export function createWatchdog(clock: Clock, deadlineMs: () => number, onMissed: (count: number) => void): Watchdog {
  let cancel: Cancel | null = null
  let missed = 0
  const stop = (): void => {
    cancel?.()
    cancel = null
  }
  const wait = (): void => {
    cancel = clock.after(deadlineMs(), () => {
      cancel = null
      missed += 1
      wait()
      onMissed(missed)
    })
  }
  return {
    touch(expecting) {
      if (!expecting) stop()
      else if (!cancel) wait()
    },
    alive() {
      stop()
      missed = 0
    },
    stop,
  }
}
