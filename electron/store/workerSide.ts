import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { WorkerMessage } from './workerJob.ts'

/** The worker's end of a job. */
export interface WorkerSide<Step> {
  /** Hands a step over and waits until it was dealt with. */
  step(step: Step): Promise<void>
  /** Hands a step over and goes on: for work that cannot wait, such as a transaction. */
  tell(step: Step): void
}

/** Runs a worker's job: its input comes from `startJob`, its result goes back. */
export function runJob<Input, Step, Result>(job: (input: Input, side: WorkerSide<Step>) => Promise<Result>): void {
  const port = parentPort
  if (!port) throw new Error('this file is a worker')
  const side: WorkerSide<Step> = {
    step(step) {
      const next = new Promise<void>((done) => port.once('message', () => done()))
      post(port, { kind: 'step', step })
      return next
    },
    tell: (step) => post(port, { kind: 'step', step }),
  }
  job(workerData as Input, side).then(
    (result) => post(port, { kind: 'done', result }),
    (error: unknown) => {
      // Thrown outside the promise it becomes the worker's error event.
      setImmediate(() => {
        throw error
      })
    },
  )
}

function post<Step, Result>(port: MessagePort, message: WorkerMessage<Step, Result>): void {
  port.postMessage(message)
}
