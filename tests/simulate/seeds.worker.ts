import { parentPort, workerData } from 'node:worker_threads'
import { layGround } from './ground.ts'
import { noVerdict } from './judge.ts'
import { MUTANTS } from './mutants.ts'
import { noFaults } from './ports.ts'
import { runSeed, type SeedResult } from './runSeed.ts'

/** Runs the seeds it is given, one after the other. */
const { mutant, template } = workerData as { readonly mutant: string | null; readonly template: string }
const wrong = mutant === null ? {} : (MUTANTS[mutant] ?? {})
const ground = layGround(template)
const port = parentPort

port?.on('message', (seed: number) => port.postMessage(run(seed)))

function run(seed: number): SeedResult {
  try {
    return runSeed(seed, wrong, ground)
  } catch (error) {
    // What throws out of a run was foreseen by nobody: with a right product that is a finding too.
    const finding = `diverged: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    return {
      seed,
      events: 0,
      faults: noFaults(),
      verdict: { ...noVerdict(), diverged: 1, findings: [finding] },
      trace: '',
    }
  }
}
