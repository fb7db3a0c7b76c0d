/** Smoothed round trip of a connection, and how long silence means that it is dead. */
export interface RoundTrip {
  sample(ms: number): void
  /** Null before the first sample. */
  ms(): number | null
  deadlineMs(): number
}

const SHORTEST_DEADLINE_MS = 3_000
const LONGEST_DEADLINE_MS = 60_000
/** Before anything was measured: long enough for the slowest satellite's first answer. */
const FIRST_DEADLINE_MS = 20_000

export function createRoundTrip(): RoundTrip {
  let smoothed: number | null = null
  return {
    sample(ms) {
      smoothed = smoothed === null ? ms : smoothed * 0.8 + ms * 0.2
    },
    ms: () => smoothed,
    deadlineMs: () =>
      smoothed === null
        ? FIRST_DEADLINE_MS
        : Math.min(LONGEST_DEADLINE_MS, Math.max(SHORTEST_DEADLINE_MS, 3 * smoothed)),
  }
}
