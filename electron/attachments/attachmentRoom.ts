import type { AttachmentRules } from '../../shared/domain/attachment/rules.ts'
import { type AttachmentFiles, openAttachmentFiles } from './attachmentFiles.ts'
import { readAttachmentRules } from './readRules.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** What commands and handlers need to work with attached files. */
export interface AttachmentRoom {
  readonly rules: AttachmentRules
  readonly files: AttachmentFiles
  readonly uploads: Uploads
}

/** @throws when the rules cannot be read. */
export function openAttachmentRoom(folder: string): AttachmentRoom {
  const files = openAttachmentFiles(folder)
  return { rules: readAttachmentRules(), files, uploads: createUploads(files.content.newAside) }
}
