import type { SavedDocument } from '../../shared/ipc/documents.ts'
import type { DeskContext } from '../deskContext.ts'
import { saveWord } from '../documents/saveWord.ts'
import { paperOf } from './papers.ts'

/** The report as a Word file, built in a worker thread. @throws {CommandError} documents.*, report.* */
export async function exportWord(desk: DeskContext, incident: string, report: string): Promise<SavedDocument> {
  const { paper, fileName } = paperOf(desk, incident, report)
  return saveWord(desk.documentHost, fileName, 'documents/writeReport.worker.ts', paper)
}
