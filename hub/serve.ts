import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TFunction } from 'i18next'
import { openFileLog } from '../shared/node/fileLog.ts'
import { takeInstanceLock } from '../shared/node/instanceLock.ts'
import { adminPath } from './admin/adminPath.ts'
import { AlreadyRunning, startAdminServer } from './admin/adminServer.ts'
import { answerAdmin } from './admin/answers.ts'
import { openHub } from './openHub.ts'
import { type HubServer, startHubServer } from './server.ts'

export interface ServeOptions {
  readonly data: string
  readonly host: string
  readonly port: number
}

/** Runs the hub of a data folder until `close`. @throws when the folder or the address cannot be had; nothing is left running. */
export async function serve({ data, host, port }: ServeOptions, t: TFunction<'hub'>): Promise<HubServer> {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const log = openFileLog(join(data, 'hub.log'))
  const closers: (() => void | Promise<void>)[] = []
  const closeAll = async (): Promise<void> => {
    for (const close of closers.toReversed()) await close()
  }
  try {
    // Before the folder's socket, which two that start in one moment would take from each other.
    const lock = await takeInstanceLock(data, () => undefined)
    if (!lock) throw new AlreadyRunning()
    closers.push(() => lock.release())
    let answer: Parameters<typeof startAdminServer>[1] = () => []
    const admin = await startAdminServer(adminPath(data), (request) => answer(request), log)
    closers.push(() => admin.close())
    const hub = openHub(data, log)
    closers.push(() => hub.files.close())
    closers.push(() => hub.close())
    answer = (request) => answerAdmin(hub, request)
    const server = await startHubServer({
      core: hub.core,
      hubId: hub.hubId,
      host,
      port,
      log,
      page: () => pageOf(t, hub.hubId),
    })
    closers.push(() => server.close())
    return { url: server.url, close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

function pageOf(t: TFunction<'hub'>, hubId: string): string {
  const title = t('page.title')
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${t('page.running')}</p><p>${t('page.hub')}: <code>${hubId}</code></p>`
}
