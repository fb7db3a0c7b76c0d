import type { AttachmentRules } from '../../../shared/domain/attachment/rules.ts'
import { PART_BYTES } from '../../../shared/ipc/attachments.ts'
import { call, DeskError } from '../../call.ts'
import { readBase64 } from '../roster/model.ts'
import { makeThumbnail } from './makeThumbnail.ts'

/** Longest name the log takes. */
const LONGEST_NAME = 200

/**
 * Gives a file to the desk, part by part. Settles when it is recorded and durable. `onProgress` gets 0 to 100.
 * @throws {DeskError} attachment.*: nothing was recorded.
 */
export async function addFile(
  incident: string,
  file: File,
  rules: AttachmentRules,
  onProgress: (percent: number) => void,
): Promise<void> {
  const name = (file.name.normalize() || 'photo').slice(-LONGEST_NAME)
  const thumb = file.size > 0 && file.size <= rules.maxBytes ? await makeThumbnail(file, rules.thumbnail) : null
  const { upload } = await call('attachment.begin', { incident, name, size: file.size, thumbSize: thumb?.size ?? 0 })
  try {
    if (thumb) await send(upload, 'thumb', thumb, name, () => undefined)
    await send(upload, 'original', file, name, (sent) => onProgress(Math.floor((sent / file.size) * 100)))
    await call('attachment.finish', { upload })
  } catch (error) {
    await call('attachment.cancel', { upload }).catch(() => undefined)
    throw error
  }
}

async function send(
  upload: string,
  of: 'original' | 'thumb',
  bytes: Blob,
  name: string,
  onSent: (sent: number) => void,
): Promise<void> {
  for (let at = 0; at < bytes.size; at += PART_BYTES) {
    const part = bytes.slice(at, at + PART_BYTES)
    const base64 = await readBase64(part).catch(() => {
      throw new DeskError('attachment.unreadable', { name })
    })
    await call('attachment.part', { upload, of, at, base64 })
    onSent(at + part.size)
  }
}
