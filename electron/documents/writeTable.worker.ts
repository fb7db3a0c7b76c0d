import { parentPort, workerData } from 'node:worker_threads'
import { type ExportTable, tableRows } from '../../shared/ipc/documents.ts'
import { tableWorkbook } from './tableWorkbook.ts'

const table = workerData as ExportTable
const rows = tableRows.parse(JSON.parse(table.rows))
// No top-level await: the bundle is CommonJS. What goes wrong ends the thread, and runInWorker says so.
void tableWorkbook(table, rows)
  .xlsx.writeBuffer()
  .then((buffer) => {
    const bytes = new Uint8Array(buffer)
    parentPort?.postMessage(bytes, [bytes.buffer])
  })
