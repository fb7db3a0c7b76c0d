/**
 * Hybrid logical clock: 48 bits of milliseconds and a 16-bit counter, written as 16 hexadecimal digits (8 bytes big-endian),
 * so that text order is clock order. Never a JavaScript number: 64 bits would lose their low digits.
 */
export type Hlc = string

/** How far a clock received from elsewhere may push ours beyond the wall clock (ms). Further drift is stored, not followed. */
export const MAX_DRIFT_MS = 5 * 60_000

const MAX_MS = 2 ** 48 - 1

export function makeHlc(ms: number, counter: number): Hlc {
  const whole = Math.min(Math.max(Math.trunc(ms), 0), MAX_MS)
  return whole.toString(16).padStart(12, '0') + (counter & 0xffff).toString(16).padStart(4, '0')
}

/** Milliseconds since 1970 (UTC) held by the clock. */
export function hlcMs(hlc: Hlc): number {
  return Number.parseInt(hlc.slice(0, 12), 16)
}

function hlcCounter(hlc: Hlc): number {
  return Number.parseInt(hlc.slice(12), 16)
}

export function isHlc(text: unknown): text is Hlc {
  return typeof text === 'string' && /^[0-9a-f]{16}$/.test(text)
}

/** The next local reading after `last`: always greater than `last`, even when the wall clock stands still or was set back. */
export function tickHlc(last: Hlc, wallMs: number): Hlc {
  const lastMs = hlcMs(last)
  if (wallMs > lastMs) return makeHlc(wallMs, 0)
  const counter = hlcCounter(last) + 1
  return counter > 0xffff ? makeHlc(lastMs + 1, 0) : makeHlc(lastMs, counter)
}

/** Our clock after seeing `remote`: it follows, but at most {@link MAX_DRIFT_MS} beyond the wall clock. */
export function followHlc(last: Hlc, remote: Hlc, wallMs: number): Hlc {
  if (remote <= last || hlcMs(remote) > wallMs + MAX_DRIFT_MS) return last
  return remote
}
