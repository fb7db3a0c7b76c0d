import { type attachmentChannels, PART_BYTES } from '../../../shared/ipc/attachments.ts'
import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import { readAttachmentLines } from '../../attachments/readLines.ts'
import { saveOriginal } from '../../attachments/saveOriginal.ts'
import {
  beginAttachment,
  findAttachment,
  finishAttachment,
  restoreAttachment,
  withdrawAttachment,
} from '../../commands/attachment.ts'
import { CommandError } from '../../commands/commandError.ts'
import type { DeskContext } from '../../deskContext.ts'

export function attachmentHandlers(desk: DeskContext): HandlersOf<typeof attachmentChannels> {
  const { rules, files, uploads } = desk.attachments
  return {
    'attachment.rules': () => rules,
    'attachment.list': ({ incident }) => readAttachmentLines(desk, incident),
    'attachment.begin': (about) => beginAttachment(desk, about),
    'attachment.part': async ({ upload, of, at, base64 }) => {
      await uploads.part(upload, of, at, Buffer.from(base64, 'base64'))
      return null
    },
    'attachment.finish': ({ upload }) => finishAttachment(desk, upload),
    'attachment.cancel': async ({ upload }) => {
      await uploads.cancel(upload)
      return null
    },
    'attachment.thumb': async ({ id }) => {
      const { name, file } = findAttachment(desk, id)
      if (!file?.thumbSha || !files.content.has(file.thumbSha)) return null
      return { base64: (await files.read(file.thumbSha, name)).toString('base64') }
    },
    'attachment.read': async ({ id, at }) => {
      const { name, file } = findAttachment(desk, id)
      if (!file) throw new CommandError('attachment.missing', { name })
      // The first part vouches for the rest: hashing the whole for every part would keep the desk busy.
      const bytes =
        at === 0
          ? (await files.read(file.sha256, name)).subarray(0, PART_BYTES)
          : await files.content.readRange(file.sha256, at, PART_BYTES)
      const end = at + bytes.length
      return { base64: bytes.toString('base64'), next: bytes.length > 0 && end < file.size ? end : null }
    },
    'attachment.save': ({ id }) => saveOriginal(desk, id),
    'attachment.withdraw': (args) => withdrawAttachment(desk, args),
    'attachment.restore': (args) => restoreAttachment(desk, args),
  }
}
