import { fromBeijing } from '../../shared/domain/beijing.ts'

/** A wall clock that stands still until a test moves it. */
export interface TestClock {
  /** ms since 1970; pass it as the desk's `now`. */
  readonly now: () => number
  set(ms: number): void
  advance(ms: number): void
}

/** Starts at a Beijing date and time, e.g. '2026-07-14', '02:40'. */
export function makeClock(day = '2026-07-14', time = '02:40'): TestClock {
  let ms = fromBeijing(day, time) ?? 0
  return {
    now: () => ms,
    set(next) {
      ms = next
    },
    advance(by) {
      ms += by
    },
  }
}
