// `npm test`: every check in order, with visible progress. The last line is `N passed, N failed` (`, N skipped` where
// something could not run here). `npm test -- --only unit,types` runs some steps; `-- --list` names them.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findCacheFolder } from '../electron/dev/cacheFolder.ts'
import { checkSimulation } from './simulate/check.ts'
import { countCommand, countVitest, type Tally } from './support/steps.ts'

interface Step {
  readonly name: string
  readonly what: string
  run(): Promise<Tally>
}

const STEPS: readonly Step[] = [
  {
    name: 'format',
    what: 'format and lint (biome)',
    run: () => countCommand('biome', ['check', '--error-on-warnings', '.']),
  },
  { name: 'floating', what: 'promises nobody waits for (oxlint)', run: () => countCommand('oxlint', ['--type-aware']) },
  { name: 'imports', what: 'import rules', run: () => countCommand('node', ['tests/house/checkHouse.ts']) },
  { name: 'types', what: 'types (tsc -b)', run: () => countCommand('tsc', ['-b']) },
  { name: 'lockfile', what: 'lockfile policy', run: () => countCommand('node', ['tests/house/checkLockfile.ts']) },
  { name: 'audit', what: 'known holes in packages', run: () => countCommand('node', ['tests/house/checkAudit.ts']) },
  { name: 'unit', what: 'unit and integration (vitest)', run: () => countVitest('unit') },
  { name: 'simulate', what: 'consoles, hub and links under a seeded scheduler', run: checkSimulation },
  { name: 'faults', what: 'kills, power cuts, full and failing disks', run: () => countVitest('faults') },
  { name: 'net', what: 'narrow links, cut-overs and network cards between namespaces', run: () => countVitest('net') },
  { name: 'build', what: 'build', run: () => countCommand('node', ['electron/dev/build.ts']) },
  { name: 'e2e', what: 'end to end: Electron and Chromium', run: () => countVitest('e2e') },
  { name: 'pack', what: 'electron-builder --linux dir', run: () => countVitest('pack') },
]

function pickSteps(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: 'string' }, list: { type: 'boolean' } } })
  if (values.list) {
    for (const step of STEPS) console.log(`${step.name.padEnd(10)} ${step.what}`)
    process.exit(0)
  }
  const names = values.only?.split(',') ?? STEPS.map((step) => step.name)
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name))
  if (unknown.length === 0) return STEPS.filter((step) => names.includes(step.name))
  console.error(`no step ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}`)
  process.exit(2)
}

async function run(): Promise<void> {
  const steps = pickSteps()
  mkdirSync(join(findCacheFolder(), 'test'), { recursive: true })
  // The steps start hundreds of Nodes that load the same modules: compiled once, they start in half the time.
  process.env.NODE_COMPILE_CACHE ??= join(findCacheFolder(), 'test', 'compiled')
  const total = { passed: 0, failed: 0, skipped: 0 }
  const failedSteps: string[] = []
  for (const [index, step] of steps.entries()) {
    console.log(`\n[${index + 1}/${steps.length}] ${step.what}`)
    const began = Date.now()
    const tally = await step.run()
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
    if (tally.failed > 0) failedSteps.push(step.name)
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(`      ${tally.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s): ${describeTally(tally)}`)
  }
  if (failedSteps.length > 0) console.log(`\nfailed: ${failedSteps.join(', ')}`)
  console.log(`\n${describeTally(total)}`)
  process.exit(total.failed > 0 ? 1 : 0)
}

function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

run().catch((error: unknown) => {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
