import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SavedDocument } from '../../shared/ipc/documents.ts'
import { CommandError } from '../commands/commandError.ts'
import type { DocumentHost } from './documentHost.ts'

export interface DocumentFile {
  /** Without folder and extension. */
  readonly fileName: string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
}

/** Asks where, makes the document, saves it; without a save dialog the bytes go to the page. @throws {CommandError} documents.* */
export async function saveDocument(
  host: DocumentHost,
  { fileName, extension, mime }: DocumentFile,
  make: () => Promise<Uint8Array>,
): Promise<SavedDocument> {
  const suggested = `${safeFileName(fileName)}.${extension}`
  if (!host.chooseSavePath) {
    const bytes = await make()
    return { state: 'download', fileName: suggested, mime, base64: Buffer.from(bytes).toString('base64') }
  }
  const path = await host.chooseSavePath({ fileName: suggested, extension })
  if (path === null) return { state: 'cancelled' }
  await writeWhole(path, await make())
  return { state: 'saved', path }
}

/** What Windows and Linux both take as a file name. */
export function safeFileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/[. ]+$/, '') || 'zhenshou'
}

/** Writes beside and renames: a file of the same name is either the old one or the whole new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    throw new CommandError(refusalOf(error), { file: basename(path) })
  }
}

function refusalOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'documents.diskFull'
  // Windows says EBUSY or EPERM while Excel or WPS holds the file open.
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') return 'documents.fileLocked'
  return 'documents.cannotSave'
}
