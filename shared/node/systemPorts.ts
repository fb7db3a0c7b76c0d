import { randomBytes } from 'node:crypto'
import type { Clock, Log, Random } from '../protocol/ports.ts'

/** The machine's own clocks and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  defer(run) {
    setImmediate(run)
  },
}

export const systemRandom: Random = {
  bytes: (count) => randomBytes(count),
  fraction: () => Math.random(),
}

/** A log of one JSON line an entry. */
export function createLineLog(write: (line: string) => void, clock: Pick<Clock, 'now'>): Log {
  const entry = (level: string) => (event: string, detail?: object) =>
    write(JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...detail }))
  return { info: entry('info'), warn: entry('warn'), error: entry('error') }
}
