import type { TFunction } from 'i18next'
import { DatabaseError } from '../../shared/node/openDatabase.ts'
import { askHub } from '../admin/adminClient.ts'
import { AdminError } from '../admin/adminError.ts'
import { adminPath } from '../admin/adminPath.ts'
import { AlreadyRunning } from '../admin/adminServer.ts'
import type { AdminRequest } from '../admin/protocol.ts'
import { serve } from '../serve.ts'
import { HubStoreError } from '../store/hubStore.ts'
import { describeRow } from './describe.ts'
import { exportAttachment } from './exportAttachment.ts'
import { type CommandLine, readCommandLine } from './readCommandLine.ts'
import { loadWords } from './words.ts'

/** Where a command speaks, and how long a hub that it starts should run. */
export interface Terminal {
  out(line: string): void
  error(line: string): void
  /** Listens from the call on. */
  untilStopped(): Promise<void>
}

/** Runs one command line to its end. @returns the exit code: 0 done, 1 refused or failed, 2 not understood */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = readCommandLine(args)
  const t = await loadWords(command.language)
  try {
    return await run(command, t, terminal)
  } catch (error) {
    terminal.error(explain(t, command, error))
    return 1
  }
}

async function run(command: CommandLine, t: TFunction<'hub'>, terminal: Terminal): Promise<number> {
  switch (command.do) {
    case 'help':
      terminal.out(t('usage.help'))
      return 0
    case 'usage':
      terminal.error(`${t(`usage.${command.problem}`, { what: command.what })}\n\n${t('usage.help')}`)
      return 2
    case 'ask':
      await ask(command.data, command.request, command.json, t, terminal)
      return 0
    case 'export':
      terminal.out(t('attachment.saved', await exportAttachment(command)))
      return 0
    case 'serve': {
      // Before anything runs: whoever reads the ready line may end us at once, and one told to stop while opening stops in good order.
      const stopped = terminal.untilStopped()
      const server = await serve(command, t)
      terminal.out(t('serve.data', { folder: command.data }))
      terminal.out(`zhenshou hub ready: ${server.url}`)
      await stopped
      await server.close()
      terminal.out(t('serve.stopped'))
      return 0
    }
  }
}

async function ask(
  data: string,
  request: AdminRequest,
  json: boolean,
  t: TFunction<'hub'>,
  { out }: Terminal,
): Promise<void> {
  for await (const row of askHub(adminPath(data), request)) {
    if (json) out(JSON.stringify(row))
    else for (const text of describeRow(t, request, row)) out(text)
  }
}

/** One clear sentence for whatever went wrong. */
function explain(t: TFunction<'hub'>, command: CommandLine, error: unknown): string {
  const place = { folder: command.data, ...(command.do === 'serve' ? { port: command.port, host: command.host } : {}) }
  if (error instanceof AlreadyRunning) return t('serve.alreadyRunning', place)
  if (error instanceof AdminError || error instanceof HubStoreError) return t(`failure.${error.code}`, place)
  if (error instanceof DatabaseError) {
    return t(`failure.${error.code === 'pragmaRefused' ? 'cannotOpen' : error.code}`, place)
  }
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EADDRINUSE':
      return t('serve.portTaken', place)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return t('serve.badHost', place)
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return t('failure.readOnly', place)
    case 'EEXIST':
      return command.do === 'export' ? t('failure.fileExists') : t('failure.cannotOpen', place)
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return t('failure.cannotOpen', place)
    case 'ENOSPC':
      return t('failure.full', place)
  }
  if (error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError'))
    return t('failure.badKey', place)
  return t('failure.unexpected', { message: error instanceof Error ? error.message : String(error) })
}
