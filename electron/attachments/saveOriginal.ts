import type { AttachmentRules } from '../../shared/domain/attachment/rules.ts'
import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { findAttachment } from '../commands/attachment.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DeskContext } from '../deskContext.ts'
import { saveDocument } from '../documents/saveDocument.ts'

/** Hands the original to the person as a file. @throws {CommandError} attachment.*, documents.* */
export async function saveOriginal(desk: DeskContext, id: string): Promise<SavedDocument> {
  const { name, file } = findAttachment(desk, id)
  if (!file) throw new CommandError('attachment.missing', { name })
  // Read before the dialog: nobody should choose a place for what is not there.
  const bytes = await desk.attachments.files.read(file.sha256, name)
  const { stem, extension } = splitName(name, file.mime, desk.attachments.rules)
  return saveDocument(desk.documentHost, { fileName: stem, extension, mime: file.mime }, () => Promise.resolve(bytes))
}

/** The ending follows from what the file is: a name may have another one, or none. */
function splitName(name: string, mime: string, rules: AttachmentRules): { stem: string; extension: string } {
  const known = rules.types.find((type) => type.mime === mime)?.extensions ?? []
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
  return known.includes(ending)
    ? { stem: name.slice(0, dot), extension: ending }
    : { stem: name, extension: known[0] ?? 'bin' }
}
