import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DocumentHost } from './documentHost.ts'
import { saveDocument } from './saveDocument.ts'

/** Saves the sheet the page has put up for printing. @throws {CommandError} documents.* */
export function savePdf(host: DocumentHost, fileName: string): Promise<SavedDocument> {
  const { printPdf } = host
  if (!printPdf) throw new CommandError('documents.noPdf')
  return saveDocument(host, { fileName, extension: 'pdf', mime: 'application/pdf' }, () => printPdf.call(host))
}
