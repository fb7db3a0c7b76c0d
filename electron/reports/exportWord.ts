import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DeskContext } from '../deskContext.ts'
import { runInWorker, WorkerFailure } from '../documents/runInWorker.ts'
import { saveDocument } from '../documents/saveDocument.ts'
import { paperOf } from './papers.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const LIMITS = { seconds: 60, megabytes: 512 }

/** The report as a Word file, built in a worker thread. @throws {CommandError} documents.*, report.* */
export async function exportWord(desk: DeskContext, incident: string, report: string): Promise<SavedDocument> {
  const { paper, fileName } = paperOf(desk, incident, report)
  return saveDocument(desk.documentHost, { fileName, extension: 'docx', mime: DOCX }, async () => {
    try {
      return await runInWorker<Uint8Array>('documents/writeReport.worker.ts', paper, LIMITS)
    } catch (error) {
      if (!(error instanceof WorkerFailure) || error.kind === 'fault') throw error
      throw new CommandError('documents.notMade', { file: fileName })
    }
  })
}
