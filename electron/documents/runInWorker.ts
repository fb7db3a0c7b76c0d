import { Worker } from 'node:worker_threads'
import { findWorker } from '../findWorker.ts'

/** A worker thread that did not answer: broken down, out of memory, or over its time. */
export class WorkerFailure extends Error {
  readonly kind: 'fault' | 'outOfMemory' | 'tooLong'
  constructor(kind: WorkerFailure['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

export interface WorkerLimits {
  readonly seconds: number
  readonly megabytes: number
}

/**
 * Runs one job in a thread of its own and ends the thread. `source` as in findWorker; the worker reads `workerData` and posts
 * one answer. @throws {WorkerFailure}
 */
export function runInWorker<Answer>(source: string, input: unknown, limits: WorkerLimits): Promise<Answer> {
  return new Promise((done, fail) => {
    const worker = new Worker(findWorker(source), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    })
    const timer = setTimeout(
      () => end(() => fail(new WorkerFailure('tooLong', `${source}: over ${limits.seconds} s`))),
      limits.seconds * 1_000,
    )
    function end(settle: () => void): void {
      clearTimeout(timer)
      settle()
      // The answer is there; a thread that will not end must not hold it back.
      worker.terminate().catch(() => undefined)
    }
    worker.once('message', (answer: Answer) => end(() => done(answer)))
    worker.once('error', (error: Error & { code?: string }) => {
      const kind = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outOfMemory' : 'fault'
      end(() => fail(new WorkerFailure(kind, `${source}: ${error.message}`, { cause: error })))
    })
    worker.once('exit', (code) => end(() => fail(new WorkerFailure('fault', `${source}: ended with ${code}`))))
  })
}
