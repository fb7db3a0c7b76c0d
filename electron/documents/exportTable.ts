import type { ExportTable, SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DocumentHost } from './documentHost.ts'
import { runInWorker, WorkerFailure } from './runInWorker.ts'
import { saveDocument } from './saveDocument.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LIMITS = { seconds: 300, megabytes: 2_048 }

/** Writes a table as an Excel file, built in a worker thread. @throws {CommandError} documents.* */
export function exportTable(host: DocumentHost, table: ExportTable): Promise<SavedDocument> {
  const file = { fileName: table.fileName, extension: 'xlsx', mime: XLSX } as const
  return saveDocument(host, file, async () => {
    try {
      return await runInWorker<Uint8Array>('documents/writeTable.worker.ts', table, LIMITS)
    } catch (error) {
      if (!(error instanceof WorkerFailure) || error.kind === 'fault') throw error
      throw new CommandError('documents.notMade', { file: table.fileName })
    }
  })
}
