import { freeBytes } from '../../shared/node/freeBytes.ts'
import { readAllFiles } from '../store/repositories/attachments.ts'
import { LOW_SPACE_BYTES } from '../store/reserve.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/storeError.ts'
import type { AttachmentFiles } from './attachmentFiles.ts'

/**
 * Brings what is new of the attachments' files beside the backups. Files never change, so only new ones are touched; one that
 * fails does not keep the others back, and the last space of a disk is not for copies. @throws the last failure.
 */
export async function backUpFiles({ db, folder }: Pick<Store, 'db' | 'folder'>, files: AttachmentFiles): Promise<void> {
  let failure: unknown
  for (const sha of readAllFiles(db)) {
    if (!files.content.has(sha) || files.isBackedUp(sha)) continue
    if (freeBytes(folder) < LOW_SPACE_BYTES) throw new StoreError('full')
    try {
      await files.backUp(sha)
    } catch (error) {
      failure = error
    }
  }
  if (failure) throw failure
}
