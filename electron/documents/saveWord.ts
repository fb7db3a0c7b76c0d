import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DocumentHost } from './documentHost.ts'
import { runInWorker, WorkerFailure } from './runInWorker.ts'
import { saveDocument } from './saveDocument.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const LIMITS = { seconds: 60, megabytes: 512 }

/** Saves a Word file that a worker thread builds from `input`. @throws {CommandError} documents.* */
export function saveWord(host: DocumentHost, fileName: string, worker: string, input: unknown): Promise<SavedDocument> {
  return saveDocument(host, { fileName, extension: 'docx', mime: DOCX }, async () => {
    try {
      return await runInWorker<Uint8Array>(worker, input, LIMITS)
    } catch (error) {
      if (!(error instanceof WorkerFailure) || error.kind === 'fault') throw error
      throw new CommandError('documents.notMade', { file: fileName })
    }
  })
}
