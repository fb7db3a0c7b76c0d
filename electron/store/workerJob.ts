import { Worker } from 'node:worker_threads'
import { findWorker } from '../findWorker.ts'

/** What a worker of the store may say; `Step` is between the two of them. */
export type WorkerMessage<Step, Result> =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'done'; readonly result: Result }

/** A long job in a thread of its own. */
export interface Job<Result> {
  /** Rejects when the thread broke down; stays pending for ever after `cancel`, except for `ended`. */
  readonly done: Promise<Result>
  /** Settles when the thread is gone, whatever became of it. */
  readonly ended: Promise<void>
  /** Ends the thread without an answer. */
  cancel(): void
}

/**
 * Starts a worker of this room (`source` as in findWorker) with `input`. Each step is answered with `next`, so that a fast
 * worker does not run ahead of what is done with its steps.
 */
export function startJob<Step, Result>(source: string, input: unknown, onStep: (step: Step) => void): Job<Result> {
  const worker = new Worker(findWorker(source), { workerData: input })
  // The console may end while a check runs; nothing a check does has to be finished.
  worker.unref()
  let cancelled = false
  const done = new Promise<Result>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage<Step, Result>) => {
      if (cancelled) return
      if (message.kind === 'done') {
        resolve(message.result)
        worker.terminate().catch(() => undefined)
        return
      }
      try {
        onStep(message.step)
        worker.postMessage('next')
      } catch (error) {
        reject(error)
        worker.terminate().catch(() => undefined)
      }
    })
    worker.once('error', (error) => !cancelled && reject(error))
    worker.once('exit', (code) => !cancelled && reject(new Error(`${source} ended with ${code} before its answer`)))
  })
  done.catch(() => undefined)
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  return {
    done,
    ended,
    cancel() {
      cancelled = true
      worker.terminate().catch(() => undefined)
    },
  }
}
