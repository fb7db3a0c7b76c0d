import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ContentError, type ContentFiles, openContentFiles } from '../../shared/node/contentFiles.ts'
import { syncFolder } from '../../shared/node/writeDurably.ts'
import { CommandError } from '../commands/commandError.ts'
import { backupFolder } from '../store/backup/backupFiles.ts'
import { attachmentFolder } from './attachmentFolder.ts'
import { isDiskFault, isFull } from './diskError.ts'

/** The bytes of this console's attachments: `attachments/` in the data folder, and their copies beside the backups. */
export interface AttachmentFiles {
  readonly content: ContentFiles
  /**
   * The bytes of an attachment, hash compared; what is damaged or gone is taken from the backup when that is sound.
   * @throws {CommandError} attachment.missing, attachment.damaged
   */
  read(sha: string, name: string): Promise<Buffer>
  /**
   * The same without having them all in memory: compares, heals, and says how long it is.
   * @returns bytes. @throws {CommandError} attachment.missing, attachment.damaged
   */
  prove(sha: string, name: string): Promise<number>
  isBackedUp(sha: string): boolean
  /** Brings a file's copy beside the backups. */
  backUp(sha: string): Promise<void>
}

/** A copy of its own, not a second name: another program that spoils the file must not reach it. */
export function attachmentBackup(folder: string, sha: string): string {
  return join(backupFolder(folder), 'attachments', sha.slice(0, 2), sha.slice(2))
}

export function openAttachmentFiles(folder: string): AttachmentFiles {
  const content = openContentFiles(attachmentFolder(folder))

  /** @returns whether the backup's copy is in its place now, its hash compared. */
  async function restore(sha: string): Promise<boolean> {
    const aside = content.newAside()
    try {
      await copyFile(attachmentBackup(folder, sha), aside)
      if (content.has(sha)) await content.setAside(sha)
      await content.adopt(aside, sha)
      return true
    } catch {
      return false
    }
  }

  /** Does what needs sound bytes; once more after the backup's copy took their place. */
  async function healed<T>(sha: string, name: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      if (await restore(sha)) return act()
      throw new CommandError(error.code === 'missing' ? 'attachment.missing' : 'attachment.damaged', { name })
    }
  }

  return {
    content,
    read: (sha, name) => healed(sha, name, () => content.read(sha)),
    prove: (sha, name) => healed(sha, name, () => content.prove(sha)),
    isBackedUp: (sha) => existsSync(attachmentBackup(folder, sha)),
    async backUp(sha) {
      const copy = attachmentBackup(folder, sha)
      const aside = `${copy}.tmp`
      await mkdir(dirname(copy), { recursive: true, mode: 0o700 })
      await copyFile(content.pathOf(sha), aside, constants.COPYFILE_FICLONE)
      await syncBytes(aside)
      await rename(aside, copy)
      syncFolder(dirname(copy))
    },
  }
}

/** A name without its bytes would be taken for a copy ever after. */
async function syncBytes(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What a write of the disk's came to, in words. */
export function refusalOf(error: unknown): unknown {
  if (isFull(error)) return new CommandError('attachment.lowSpace')
  // Bytes that are others on the disk than they were when they came are the disk's fault too.
  if (!(error instanceof ContentError) && !isDiskFault(error)) return error
  console.error('[attachments] not stored', error)
  return new CommandError('attachment.notStored')
}
