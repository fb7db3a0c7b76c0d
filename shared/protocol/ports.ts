/** What the engine and the hub need from the world around them, so that both run under a seeded simulator. */

/** Stops a timer; harmless when it already ran. */
export type Cancel = () => void

export interface Clock {
  /** Wall clock, ms since 1970 (UTC). May jump. */
  now(): number
  /** Milliseconds since some fixed moment; never goes back. For durations only. */
  monotonic(): number
  /** Runs once, `ms` from now. */
  after(ms: number, run: () => void): Cancel
  /** Runs once, after everything already waiting had its turn: between two pieces of long work. */
  defer(run: () => void): void
}

export interface Random {
  /** Unpredictable bytes. */
  bytes(count: number): Uint8Array
  /** A number ≥ 0 and < 1, for jitter. */
  fraction(): number
}

export type LogDetail = { readonly [key: string]: string | number | boolean | null }

/** The technical log: for whoever repairs the machine, never for the duty officer. */
export interface Log {
  info(event: string, detail?: LogDetail): void
  warn(event: string, detail?: LogDetail): void
  error(event: string, detail?: LogDetail): void
}
