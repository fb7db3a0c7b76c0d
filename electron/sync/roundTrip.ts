import type { LinkKind } from '../../shared/ipc/links.ts'
import type { LinkRules } from '../links/linkRules.ts'

/** Smoothed round trip of a connection, and how long silence means that an answer is missing. */
export interface RoundTrip {
  sample(ms: number): void
  /** From the greeting, which both sides take longer over: the first real sample takes its place. */
  guess(ms: number): void
  /** Null before the first sample. */
  ms(): number | null
  /** An answer that takes longer is missing. */
  deadlineMs(): number
  /** An urgent frame unconfirmed for longer goes out on the next link too. */
  overdueMs(): number
}

export function createRoundTrip(rules: LinkRules, kind: LinkKind): RoundTrip {
  let smoothed: number | null = null
  let isGuess = true
  return {
    sample(ms) {
      smoothed = smoothed === null || isGuess ? ms : smoothed * 0.8 + ms * 0.2
      isGuess = false
    },
    guess(ms) {
      smoothed ??= ms
    },
    ms: () => smoothed,
    deadlineMs: () =>
      smoothed === null
        ? rules.kinds[kind].firstAnswerMs
        : Math.min(rules.answerMostMs, Math.max(rules.answerLeastMs, rules.answerRoundTrips * smoothed)),
    overdueMs: () => Math.max(rules.overdueLeastMs, rules.overdueRoundTrips * (smoothed ?? 0)),
  }
}
