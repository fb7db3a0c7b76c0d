import { type attachmentChannels, PART_BYTES } from '../../../shared/ipc/attachments.ts'
import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import { estimateTransfer } from '../../attachments/exchange/estimate.ts'
import type { ConsoleFileExchange } from '../../attachments/exchange/fileExchange.ts'
import { moveAttachment } from '../../attachments/exchange/moveAttachment.ts'
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
import type { CountyLink } from '../../countyLink.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readLinkRules } from '../../links/linkRules.ts'

/** @param link tells what links there are and what they cost */
export function attachmentHandlers(
  desk: DeskContext,
  exchange: ConsoleFileExchange,
  link: Pick<CountyLink, 'links' | 'retryNow'>,
): HandlersOf<typeof attachmentChannels> {
  const linkRules = readLinkRules()
  const { rules, files, uploads } = desk.attachments
  return {
    'attachment.rules': () => rules,
    'attachment.list': ({ incident }) => readAttachmentLines(desk, exchange, incident),
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
      // Once for all parts: proving the whole for each would keep the desk busy.
      if (at === 0) await files.prove(file.sha256, name)
      const bytes = await files.content.readRange(file.sha256, at, PART_BYTES)
      const end = at + bytes.length
      return { base64: bytes.toString('base64'), next: bytes.length > 0 && end < file.size ? end : null }
    },
    'attachment.save': ({ id }) => saveOriginal(desk, id),
    'attachment.withdraw': (args) => withdrawAttachment(desk, args),
    'attachment.restore': (args) => restoreAttachment(desk, args),
    'attachment.estimate': ({ id }) => {
      const { file } = findAttachment(desk, id)
      const { links } = link.links()
      const open = exchange.wire()?.settings.id
      const way = links.find(({ settings }) => settings.id === open) ?? null
      const { herePercent, therePercent } = exchange.standing(file?.sha256 ?? '')
      const done = herePercent === 100 ? therePercent : herePercent
      return estimateTransfer(Math.ceil(((file?.size ?? 0) * (100 - done)) / 100), way, linkRules)
    },
    'attachment.move': ({ id }) => {
      moveAttachment(desk, exchange, id)
      link.retryNow()
      return null
    },
    'attachment.stop': ({ id }) => {
      const { file } = findAttachment(desk, id)
      if (file) exchange.ask([file.sha256, file.thumbSha].filter(Boolean), '')
      return null
    },
  }
}
