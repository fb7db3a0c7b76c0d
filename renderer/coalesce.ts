/** The part of a window's timers used here, so that a test can drive them. */
export interface Timers {
  setTimeout(act: () => void, ms: number): unknown
}

export interface Item {
  /** May wait longer while many come: a catch-up that nobody at this desk caused. */
  readonly relaxed: boolean
}

/** So many rests at most lie between two tellings of relaxed items. */
const MOST_RESTS = 8

/**
 * Gathers items and hands them on together: the first at once (an act of the person at the desk must be seen at once), those
 * that follow within `restMs` in one go after it. As long as relaxed items keep coming, they wait twice as long each time: a
 * catch-up of 30,000 records then redraws some times, not 30,000 times, and leaves the page to the person who types.
 */
export function coalesce<T>(
  handle: (items: ReadonlySet<T>) => void,
  restMs: number,
  timers: Timers = globalThis,
): (items: Iterable<T>, item?: Item) => void {
  let gathered = new Set<T>()
  let urgent = false
  let resting = false
  /** Rests between two tellings of relaxed items, and how many of them are still to pass. */
  let rests = 1
  let left = 0

  function flush(): void {
    const items = gathered
    gathered = new Set()
    if (!urgent) rests = Math.min(rests * 2, MOST_RESTS)
    urgent = false
    left = rests
    rest()
    handle(items)
  }

  function rest(): void {
    resting = true
    timers.setTimeout(wake, restMs)
  }

  function wake(): void {
    left -= 1
    if (gathered.size > 0 && (urgent || left <= 0)) flush()
    else if (gathered.size > 0 || left > 0) rest()
    else {
      resting = false
      rests = 1
    }
  }

  return (items, { relaxed } = { relaxed: false }) => {
    for (const item of items) gathered.add(item)
    if (!relaxed) urgent = true
    if (!resting) flush()
  }
}
