import type { Clock } from '../shared/protocol/ports.ts'

/** At once for the first news, then at most once an interval, and the last news is never left untold. */
export function tellSeldom(clock: Pick<Clock, 'after'>, everyMs: number, tell: () => void) {
  let resting = false
  let untold = false
  let cancel = () => {}

  function changed(): void {
    untold = true
    if (resting) return
    untold = false
    resting = true
    tell()
    cancel = clock.after(everyMs, () => {
      resting = false
      if (untold) changed()
    })
  }

  return {
    changed,
    /** Tells nothing more, the last news included, until `resume`: whoever is told reads a store that may be closed by now. */
    stop() {
      cancel()
      resting = true
    },
    resume() {
      resting = false
    },
  }
}
