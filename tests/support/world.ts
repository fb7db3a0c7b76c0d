import { createHash } from 'node:crypto'
import type { Clock, Log, Random } from '../../shared/protocol/ports.ts'

/** A seeded source of numbers: the same seed gives the same run. */
export interface SeededRandom extends Random {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  chance(probability: number): boolean
}

/** Time, chance and turns of one simulated run, in one thread and with nothing real in it. */
export interface World {
  readonly clock: Clock
  readonly random: SeededRandom
  readonly log: Log
  /** What was logged, for a test that fails. */
  readonly entries: readonly string[]
  /** Runs what is due until `done`, at most `forMs` of simulated time. @throws when `done` does not come. */
  runUntil(done: () => boolean, forMs?: number): void
  /** Lets so much simulated time pass. */
  advance(ms: number): void
}

/** One life of a process: when it ends, nothing of it moves any more. */
export interface Life {
  /** The world's clock as this process sees it. */
  readonly clock: Clock
  isAlive(): boolean
  end(): void
}

interface Turn {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

const START_MS = Date.UTC(2026, 6, 14, 3, 20)
/** More turns than any honest run takes: a loop that never rests is a fault of its own. */
const MOST_TURNS = 2_000_000

/** @param endsProcess tells an error that ends a process of this world from one that ends the run */
export function createWorld(seed: number, endsProcess: (error: unknown) => boolean = () => false): World {
  let elapsed = 0
  let order = 0
  let turns: Turn[] = []
  const entries: string[] = []
  const random = seededRandom(seed)

  const clock: Clock = {
    now: () => START_MS + Math.floor(elapsed),
    monotonic: () => elapsed,
    after(ms, run) {
      const turn = { at: elapsed + ms, order: order++, run }
      turns.push(turn)
      return () => {
        turns = turns.filter((one) => one !== turn)
      }
    },
    defer(run) {
      turns.push({ at: elapsed, order: order++, run })
    },
  }

  function takeNext(before: number): Turn | undefined {
    let next: Turn | undefined
    for (const turn of turns) {
      if (turn.at <= before && (!next || turn.at < next.at || (turn.at === next.at && turn.order < next.order)))
        next = turn
    }
    if (next) turns.splice(turns.indexOf(next), 1)
    return next
  }

  function run(done: () => boolean, end: number): boolean {
    for (let count = 0; count < MOST_TURNS; count += 1) {
      if (done()) return true
      const next = takeNext(end)
      if (!next) {
        elapsed = end
        return done()
      }
      elapsed = Math.max(elapsed, next.at)
      try {
        next.run()
      } catch (error) {
        if (!endsProcess(error)) throw error
      }
    }
    throw new Error(`seed ${seed}: the world never rests`)
  }

  const note = (level: string) => (event: string, detail?: object) =>
    void entries.push(`${Math.floor(elapsed)} ${level} ${event} ${JSON.stringify(detail ?? {})}`)

  return {
    clock,
    random,
    entries,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    runUntil(done, forMs = 3_600_000) {
      if (!run(done, elapsed + forMs)) {
        throw new Error(`seed ${seed}: not reached in ${forMs} ms\n${entries.slice(-40).join('\n')}`)
      }
    },
    advance(ms) {
      run(() => false, elapsed + ms)
    },
  }
}

export function seededRandom(seed: number): SeededRandom {
  let state = (seed ^ 0x9e3779b9) >>> 0
  // mulberry32: small, and good enough to shuffle a simulation.
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    fraction,
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(fraction() * 256)),
    between: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    chance: (probability) => fraction() < probability,
  }
}

/** @param offset how far the machine's wall clock is off now, ms */
export function createLife(clock: Clock, offset: () => number = () => 0): Life {
  let alive = true
  const whileAlive = (run: () => void) => () => {
    if (alive) run()
  }
  return {
    clock: {
      now: () => clock.now() + offset(),
      monotonic: clock.monotonic,
      after: (ms, run) => clock.after(ms, whileAlive(run)),
      defer: (run) => clock.defer(whileAlive(run)),
    },
    isAlive: () => alive,
    end() {
      alive = false
    },
  }
}

/** 32 bytes that stand for a name: a device's key is the same in every run of a seed. */
export function seedOf(name: string): Uint8Array {
  return createHash('sha256').update(name).digest()
}
