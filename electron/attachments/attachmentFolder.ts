import { join } from 'node:path'

/** Where the bytes of attachments lie in a data folder. */
export function attachmentFolder(folder: string): string {
  return join(folder, 'attachments')
}
