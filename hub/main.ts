import type { TFunction } from 'i18next'
import { DatabaseError } from '../shared/node/openDatabase.ts'
import { askHub } from './admin/adminClient.ts'
import { AdminError } from './admin/adminError.ts'
import { adminPath } from './admin/adminPath.ts'
import { AlreadyRunning } from './admin/adminServer.ts'
import type { AdminRequest } from './admin/protocol.ts'
import { describeRow } from './cli/describe.ts'
import { type CommandLine, readCommandLine } from './cli/readCommandLine.ts'
import { loadWords } from './cli/words.ts'
import { serve } from './serve.ts'
import { HubStoreError } from './store/hubStore.ts'

const line = readCommandLine(process.argv.slice(2))
const words = await loadWords(line.language)
try {
  await run(line, words)
} catch (error) {
  console.error(explain(words, line, error))
  process.exitCode = 1
}

async function run(command: CommandLine, t: TFunction<'hub'>): Promise<void> {
  switch (command.do) {
    case 'help':
      console.log(t('usage.help'))
      return
    case 'usage':
      console.error(`${t(`usage.${command.problem}`, { what: command.what })}\n\n${t('usage.help')}`)
      process.exitCode = 2
      return
    case 'ask':
      await ask(command.data, command.request, command.json, t)
      return
    case 'serve': {
      const server = await serve(command, t)
      console.log(t('serve.data', { folder: command.data }))
      console.log(`zhenshou hub ready: ${server.url}`)
      await stopSignal()
      await server.close()
      console.log(t('serve.stopped'))
    }
  }
}

async function ask(data: string, request: AdminRequest, json: boolean, t: TFunction<'hub'>): Promise<void> {
  for await (const row of askHub(adminPath(data), request)) {
    if (json) console.log(JSON.stringify(row))
    else for (const text of describeRow(t, request, row)) console.log(text)
  }
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
}

/** One clear sentence for whatever went wrong. */
function explain(t: TFunction<'hub'>, command: CommandLine, error: unknown): string {
  const place = { folder: command.data, ...(command.do === 'serve' ? { port: command.port, host: command.host } : {}) }
  if (error instanceof AlreadyRunning) return t('serve.alreadyRunning', place)
  if (error instanceof AdminError || error instanceof HubStoreError) return t(`failure.${error.code}`, place)
  if (error instanceof DatabaseError)
    return t(`failure.${error.code === 'pragmaRefused' ? 'cannotOpen' : error.code}`, place)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return t('serve.portTaken', place)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return t('serve.badHost', place)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return t('failure.readOnly', place)
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return t('failure.cannotOpen', place)
  if (code === 'ENOSPC') return t('failure.full', place)
  if (error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError'))
    return t('failure.badKey', place)
  return t('failure.unexpected', { message: error instanceof Error ? error.message : String(error) })
}
