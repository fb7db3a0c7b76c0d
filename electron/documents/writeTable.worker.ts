import { parentPort, workerData } from 'node:worker_threads'
import { type ExportTable, tableRows } from '../../shared/ipc/documents.ts'
import { writeTable } from './writeTable.ts'

// The zip library of exceljs calls Buffer(): a warning on the console that nobody here can act on.
process.noDeprecation = true

const table = workerData as ExportTable
const rows = tableRows.parse(JSON.parse(table.rows))
// No top-level await: the bundle is CommonJS. What goes wrong ends the thread, and runInWorker says so.
void writeTable(table, rows).then((bytes) => parentPort?.postMessage(bytes))
