import { parentPort, workerData } from 'node:worker_threads'
import type { Paper } from '../../shared/domain/report/paper.ts'
import { writeReport } from './writeReport.ts'

// No top-level await: the bundle is CommonJS. What goes wrong ends the thread, and runInWorker says so.
void writeReport(workerData as Paper).then((bytes) => parentPort?.postMessage(bytes))
