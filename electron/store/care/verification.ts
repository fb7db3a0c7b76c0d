import { join } from 'node:path'
import { z } from 'zod'
import type { VerifyReport, VerifyState } from '../../../shared/ipc/store.ts'
import { fromHex } from '../../../shared/protocol/hex.ts'
import { DATABASE } from '../openFolder.ts'
import { readSetting } from '../settings.ts'
import type { Store } from '../store.ts'
import type { VerifyInput, VerifyStep } from '../verify/verify.worker.ts'
import { type Job, startJob } from '../workerJob.ts'

/** The county hub as it was pinned at enrolment (electron/store/syncStore.ts writes it). */
const pin = z.object({ hubId: z.string(), publicKey: z.string() })

export interface Verification {
  state(): VerifyState
  start(): void
  cancel(): void
}

/** 自检: the whole log checked in a worker thread, when a person asks for it. */
export function createVerification(store: Store, now: () => number, onChange: () => void): Verification {
  let state: VerifyState = { state: 'idle', last: null, failed: false }
  let last: VerifyReport | null = null
  let job: Job<VerifyReport> | null = null

  const become = (next: VerifyState) => {
    state = next
    onChange()
  }

  return {
    state: () => state,
    start() {
      if (job) return
      const hub = pin.safeParse(readSetting(store.db, 'hubPin'))
      const input: VerifyInput = {
        folder: store.folder,
        database: join(store.folder, DATABASE),
        atMs: now(),
        origin: store.origin,
        deviceKey: store.signer.publicKey,
        hub: hub.success ? { id: hub.data.hubId, key: fromHex(hub.data.publicKey) } : null,
      }
      become({ state: 'running', stage: 'chains', done: 0, total: 0 })
      const started = startJob<VerifyStep, VerifyReport>('store/verify/verify.worker.ts', input, (step) =>
        become({ state: 'running', ...step }),
      )
      job = started
      const settle = (failed: boolean) => {
        if (job !== started) return
        job = null
        become({ state: 'idle', last, failed })
      }
      started.done.then(
        (report) => {
          if (job === started) last = report
          settle(false)
        },
        (error: unknown) => {
          console.error('[store] self-check', error)
          settle(true)
        },
      )
    },
    cancel() {
      job?.cancel()
      job = null
      if (state.state === 'running') become({ state: 'idle', last, failed: false })
    },
  }
}
