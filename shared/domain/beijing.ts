/** Official times are Beijing time (UTC+8, no daylight saving since 1991) whatever the computer's zone says. */
const OFFSET_MS = 8 * 3_600_000
/** The last moment with a four-digit year: what a broken clock claims beyond it is shown as this. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

function shift(ms: number): string {
  return new Date(Math.min(ms + OFFSET_MS, LAST_MS)).toISOString()
}

/** Beijing date, e.g. 2026-07-14. */
export function beijingDay(ms: number): string {
  return shift(ms).slice(0, 10)
}

/** Beijing wall time to the minute, e.g. 02:40. */
export function beijingTime(ms: number): string {
  return shift(ms).slice(11, 16)
}

/** The instant of a Beijing date and wall time, or null when they are no real date and time. */
export function fromBeijing(day: string, time: string): number | null {
  const ms = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`) - OFFSET_MS
  return Number.isNaN(ms) || beijingDay(ms) !== day ? null : ms
}
