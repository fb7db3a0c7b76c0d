import { join } from 'node:path'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope } from '../../../shared/protocol/envelope.ts'
import type { Store } from '../store.ts'
import { type Job, startJob } from '../workerJob.ts'
import { type Replacement, readReplacements, writeReplacements } from './replaceDatabase.ts'
import type { SalvageInput, SalvageResult, SalvageStep } from './salvage.worker.ts'

export interface Salvage {
  /** Settles when every file that was put aside has been gone through, or the salvage was stopped. */
  readonly done: Promise<void>
  stop(): void
}

/**
 * Brings back what the files that were put aside still hold, in the background: a worker reads and checks, the events come in
 * like those of another console. Taken up again after a restart until each file was gone through once.
 */
export function startSalvage(store: Store, onProgress: () => void): Salvage {
  let stopped = false
  let job: Job<SalvageResult> | null = null

  async function goThrough(one: Replacement): Promise<void> {
    let found = 0
    const input: SalvageInput = { sources: [join(store.folder, one.keptIn, 'duty.db')] }
    const running = startJob<SalvageStep, SalvageResult>('store/recovery/salvage.worker.ts', input, ({ events }) => {
      const results = store.applyRemote(events.map((bytes) => openEnvelope(bytes, nodePrimitives)))
      found += results.filter((result) => result !== 'duplicate').length
      onProgress()
    })
    job = running
    const { unreadable } = await running.done
    store.writeLocal((db) =>
      writeReplacements(
        db,
        readReplacements(db).map((other) =>
          other.keptIn === one.keptIn ? { ...other, salvage: { state: 'done' as const, found, unreadable } } : other,
        ),
      ),
    )
    onProgress()
  }

  async function run(): Promise<void> {
    for (const one of readReplacements(store.db)) {
      if (one.salvage.state === 'running' && !stopped) await goThrough(one)
    }
  }

  let settle: () => void = () => undefined
  const ended = new Promise<void>((done) => {
    settle = done
  })
  run()
    .catch((error: unknown) => console.error('[store] salvage', error))
    .finally(() => settle())
  return {
    done: ended,
    stop() {
      stopped = true
      job?.cancel()
      settle()
    },
  }
}
