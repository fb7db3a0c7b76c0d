import type { Tally } from '../support/steps.ts'
import { MUTANTS } from './mutants.ts'
import { FAULTS } from './ports.ts'
import { runSeeds, type Summary } from './runSeeds.ts'

/** A minute or so; `npm run simulate` alone runs 300. Every kind of fault happens in them, or the step fails. */
const SEEDS = 60
/** Within so many seeds a wrong port has to be noticed. */
const MUTANT_SEEDS = 200

/** The step of `npm test`: the product passes, with every fault in it, and each wrong port is noticed. */
export async function checkSimulation(): Promise<Tally> {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  const count = (isRight: boolean, what: string): void => {
    if (isRight) tally.passed += 1
    else tally.failed += 1
    console.log(`  ${isRight ? 'ok' : 'FAILED'} ${what}`)
  }
  const product = await run(null, SEEDS)
  const missing = FAULTS.filter((fault) => product.faults[fault] === 0)
  count(!hasFailed(product), `the product, ${product.seeds} seeds: ${JSON.stringify(product)}`)
  count(missing.length === 0, `every fault happened${missing.length > 0 ? `, but for ${missing.join(', ')}` : ''}`)
  for (const mutant of Object.keys(MUTANTS)) {
    const summary = await run(mutant, MUTANT_SEEDS)
    count(hasFailed(summary), `${mutant} is noticed after ${summary.seeds} seeds`)
  }
  return tally
}

function run(mutant: string | null, seeds: number): Promise<Summary> {
  return runSeeds({
    seeds,
    firstSeed: 1,
    mutant,
    stopAtFailure: mutant !== null,
    onResult({ seed, verdict }) {
      if (mutant !== null || verdict.findings.length === 0) return
      console.error(`seed ${seed} failed; again: npm run simulate -- --seeds 1 --first-seed ${seed} --json`)
      for (const finding of verdict.findings.slice(0, 5)) console.error(`  ${finding.slice(0, 400)}`)
    },
  })
}

function hasFailed({ lost, duplicated, diverged }: Summary): boolean {
  return lost + duplicated + diverged > 0
}
