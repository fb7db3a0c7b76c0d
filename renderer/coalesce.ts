/** The part of a window's timers used here, so that a test can drive them. */
export interface Timers {
  setTimeout(act: () => void, ms: number): unknown
}

/**
 * Gathers items and hands them on together: the first at once (an act of the person at the desk must be seen at once), those
 * that follow within `restMs` in one go after it. A catch-up of 30,000 records then redraws some times, not 30,000 times.
 */
export function coalesce<Item>(
  handle: (items: ReadonlySet<Item>) => void,
  restMs: number,
  timers: Timers = globalThis,
): (items: Iterable<Item>) => void {
  let gathered = new Set<Item>()
  let resting = false
  const flush = () => {
    if (gathered.size === 0) {
      resting = false
      return
    }
    const items = gathered
    gathered = new Set()
    resting = true
    timers.setTimeout(flush, restMs)
    handle(items)
  }
  return (items) => {
    for (const item of items) gathered.add(item)
    if (!resting) flush()
  }
}
