import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { makeTemplate } from './disk.ts'
import { FAULTS, type FaultCounts, noFaults } from './ports.ts'
import type { SeedResult } from './runSeed.ts'

export interface Campaign {
  readonly seeds: number
  readonly firstSeed: number
  readonly mutant: string | null
  readonly onResult: (result: SeedResult) => void
  /** Ends as soon as a seed fails: enough for a mutant. */
  readonly stopAtFailure: boolean
}

/** What `npm run simulate` prints. */
export interface Summary {
  readonly seeds: number
  readonly events: number
  readonly faults: FaultCounts
  readonly lost: number
  readonly duplicated: number
  readonly diverged: number
  readonly seconds: number
}

/** Runs a range of seeds on all processors. Each seed is a world of its own, so their order means nothing. */
export async function runSeeds({ seeds, firstSeed, mutant, onResult, stopAtFailure }: Campaign): Promise<Summary> {
  const began = performance.now()
  const template = makeTemplate()
  const faults = noFaults()
  const sum = { seeds: 0, events: 0, lost: 0, duplicated: 0, diverged: 0 }
  let next = firstSeed
  let failed = false

  function take(result: SeedResult): void {
    const { lost, duplicated, diverged, findings } = result.verdict
    sum.seeds += 1
    sum.events += result.events
    sum.lost += lost
    sum.duplicated += duplicated
    sum.diverged += diverged
    for (const fault of FAULTS) faults[fault] += result.faults[fault]
    if (findings.length > 0) failed = true
    onResult(result)
  }

  function work(): Promise<void> {
    const worker = new Worker(join(import.meta.dirname, 'seeds.worker.ts'), { workerData: { mutant, template } })
    let isDone = false
    return new Promise((done, fail) => {
      const give = (): void => {
        if (next >= firstSeed + seeds || (failed && stopAtFailure)) {
          isDone = true
          worker.terminate().then(() => done(), fail)
          return
        }
        worker.postMessage(next)
        next += 1
      }
      worker.on('message', (result: SeedResult) => {
        take(result)
        give()
      })
      worker.on('error', fail)
      // One that ends by itself would leave nobody to wait for, and the process would end as if all were well.
      worker.on('exit', (code) => isDone || fail(new Error(`a worker ended with ${code} in the middle of its seeds`)))
      give()
    })
  }

  const workers = Math.min(seeds, availableParallelism())
  try {
    await Promise.all(Array.from({ length: workers }, work))
  } finally {
    rmSync(template, { recursive: true, force: true })
  }
  const { seeds: done, events, lost, duplicated, diverged } = sum
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { seeds: done, events, faults, lost, duplicated, diverged, seconds }
}
