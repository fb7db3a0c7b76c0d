import type { Attachment } from '../../../shared/domain/attachment/attachment.ts'
import type { AttachmentCheck } from '../../../shared/ipc/store.ts'
import type { ContentFiles } from '../../../shared/node/contentFiles.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readStates } from '../projections/entityState.ts'
import { readPractisedFiles } from '../repositories/attachments.ts'

/** More names than this are not listed. */
const MOST_NAMES = 20

/**
 * Reads the file of every attachment, of drills too, and compares its hash. Missing counts only what was added at this console:
 * others' files are brought here when somebody wants them.
 */
export async function verifyAttachments(
  db: ReadableDb,
  files: Pick<ContentFiles, 'check'>,
  origin: string,
  onStep: (done: number, total: number) => Promise<void>,
): Promise<AttachmentCheck> {
  const all = [
    ...readStates(db, 'attachment').map((one) => ({ name: one.name, origin: one.added?.origin, shas: shasOf(one) })),
    ...readPractisedFiles(db),
  ]
  const found = { sound: 0, damaged: new Set<string>(), missing: new Set<string>() }
  for (const [index, attachment] of all.entries()) {
    await onStep(index, all.length)
    for (const sha of attachment.shas) {
      const state = await files.check(sha)
      if (state === 'sound') found.sound += 1
      else if (state === 'damaged') found.damaged.add(attachment.name)
      else if (attachment.origin === origin) found.missing.add(attachment.name)
    }
  }
  return {
    sound: found.sound,
    damaged: [...found.damaged].slice(0, MOST_NAMES),
    missing: [...found.missing].slice(0, MOST_NAMES),
  }
}

function shasOf({ file }: Attachment): readonly string[] {
  return file ? [file.sha256, file.thumbSha].filter((sha) => sha !== '') : []
}
