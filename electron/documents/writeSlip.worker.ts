import { parentPort, workerData } from 'node:worker_threads'
import { type SlipInput, writeSlip } from './writeSlip.ts'

// No top-level await: the bundle is CommonJS. What goes wrong ends the thread, and runInWorker says so.
void writeSlip(workerData as SlipInput).then((bytes) => parentPort?.postMessage(bytes))
