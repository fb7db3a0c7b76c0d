import { createHash } from 'node:crypto'
import { CHAPTERS } from './chapters.ts'
import { type Ground, layGround } from './ground.ts'
import type { Verdict } from './judge.ts'
import type { FaultCounts, WrongPorts } from './ports.ts'
import { createTown, type Town } from './town.ts'

export interface SeedResult {
  readonly seed: number
  /** Acts of people at the consoles and at the county. */
  readonly events: number
  readonly faults: FaultCounts
  readonly verdict: Verdict
  /** Digest of everything that was logged and of what was held in the end: the same seed gives the same one. */
  readonly trace: string
}

const ACTS_A_CHAPTER = 51
/** Chapters of one run; which ones goes round with the seed, so that a few seeds have them all. */
const CHAPTERS_A_SEED = 4

/**
 * Runs one seed from the first start of its consoles to the last comparison.
 * @param look at everything as it stands in the end, for whoever replays a seed
 */
export function runSeed(
  seed: number,
  wrong: WrongPorts = {},
  ground: Ground = layGround(),
  look: (town: Town) => void = () => undefined,
): SeedResult {
  const town = createTown(seed, wrong, ground)
  const { world, hub, verdict, faults, model } = town
  try {
    for (const name of ['a', 'b']) town.add(name, town.disks.fresh(name))
    let inStep = town.settle()
    for (let index = 0; index < CHAPTERS_A_SEED && inStep && verdict.findings.length === 0; index += 1) {
      CHAPTERS[(seed + index) % CHAPTERS.length]?.(town, ACTS_A_CHAPTER)
      inStep = town.settle()
      if (inStep) town.judgeAll()
    }
    if (verdict.findings.length === 0 && seed % 4 === 0) joinLate(town)
    look(town)
    const trace = createHash('sha256')
    for (const entry of world.entries) trace.update(entry)
    for (const hash of hub.hashes()) trace.update(hash)
    return { seed, events: model.count(), faults, verdict, trace: trace.digest('hex') }
  } finally {
    town.dispose()
  }
}

/** A new console gets the whole past. */
function joinLate(town: ReturnType<typeof createTown>): void {
  town.add('late', town.disks.fresh('late'))
  if (town.settle()) town.judgeAll()
}
