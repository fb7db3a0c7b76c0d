import { findAttachment } from '../../commands/attachment.ts'
import { CommandError } from '../../commands/commandError.ts'
import { requireRole } from '../../commands/requireRole.ts'
import type { DeskContext } from '../../deskContext.ts'
import type { ConsoleFileExchange } from './fileExchange.ts'

/**
 * A person wants the original moved now: sent where it is here, else fetched; its small picture goes first.
 * @throws {CommandError} attachment.unknown, attachment.missing; session.*
 */
export function moveAttachment(desk: DeskContext, exchange: ConsoleFileExchange, id: string): void {
  requireRole(desk, 'incident.handle')
  const { name, file } = findAttachment(desk, id)
  if (!file) throw new CommandError('attachment.missing', { name })
  const way = desk.attachments.files.content.has(file.sha256) ? 'send' : 'fetch'
  exchange.ask(
    [file.thumbSha, file.sha256].filter((sha) => sha !== ''),
    way,
  )
}
