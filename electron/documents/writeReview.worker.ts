import { parentPort, workerData } from 'node:worker_threads'
import type { ReviewPaper } from '../../shared/domain/review/paper.ts'
import { writeReview } from './writeReview.ts'

// No top-level await: the bundle is CommonJS. What goes wrong ends the thread, and runInWorker says so.
void writeReview(workerData as ReviewPaper).then((bytes) => parentPort?.postMessage(bytes))
