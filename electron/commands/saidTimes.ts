/** Two clocks in one room are never quite the same. */
const SLACK_MS = 60_000

/** Later than now: a slip of the hand. All in ms. */
export function isAhead(at: number, now: number): boolean {
  return at > now + SLACK_MS
}

/**
 * From before what it is about had begun: a slip, such as 2259 typed at 22:26. What is said to be of now is never one, even where a
 * console whose clock runs ahead recorded the beginning. All in ms; null: nothing is known of a beginning.
 */
export function isBefore(at: number, began: number | null, now: number): boolean {
  return began !== null && at < Math.min(began, now) - SLACK_MS
}
