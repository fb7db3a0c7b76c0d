// `npm run simulate -- --seeds N [--first-seed S] [--mutant NAME] --json`: consoles, hub, links and clocks in one process, with
// everything that can go wrong with them. The last line is one JSON object; a seed that failed is named before it, and comes to
// the same again with `--seeds 1 --first-seed S`.
import { parseArgs } from 'node:util'
import { MUTANTS } from './mutants.ts'
import type { SeedResult } from './runSeed.ts'
import { runSeeds } from './runSeeds.ts'

function readOptions(): { seeds: number; firstSeed: number; mutant: string | null } | string {
  try {
    const { values } = parseArgs({
      options: {
        seeds: { type: 'string', default: '300' },
        'first-seed': { type: 'string', default: '1' },
        mutant: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [seeds, firstSeed, mutant] = [Number(values.seeds), Number(values['first-seed']), values.mutant ?? null]
    if (!Number.isSafeInteger(seeds) || seeds < 1) return `--seeds ${values.seeds}: a whole number from 1 on`
    if (!Number.isSafeInteger(firstSeed) || firstSeed < 0) return `--first-seed ${values['first-seed']}: a whole number`
    if (mutant !== null && !Object.hasOwn(MUTANTS, mutant))
      return `there is no mutant ${mutant}; there are ${Object.keys(MUTANTS).join(', ')}`
    return { seeds, firstSeed, mutant }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function report({ seed, verdict }: SeedResult, mutant: string | null): void {
  if (verdict.findings.length === 0) return
  const again = `npm run simulate -- --seeds 1 --first-seed ${seed}${mutant ? ` --mutant ${mutant}` : ''} --json`
  console.error(`seed ${seed} failed; again: ${again}`)
  for (const finding of verdict.findings.slice(0, 10)) console.error(`  ${finding.slice(0, 600)}`)
}

const options = readOptions()
if (typeof options === 'string') {
  console.error(options)
  process.exitCode = 2
} else {
  let done = 0
  const summary = await runSeeds({
    ...options,
    stopAtFailure: options.mutant !== null,
    onResult(result) {
      report(result, options.mutant)
      done += 1
      if (done % 100 === 0) console.error(`${done} of ${options.seeds} seeds`)
    },
  })
  console.log(JSON.stringify(summary))
  if (summary.lost + summary.duplicated + summary.diverged > 0) process.exitCode = 1
}
