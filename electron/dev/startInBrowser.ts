import { join } from 'node:path'
import { takeInstanceLock } from '../../shared/node/instanceLock.ts'
import { deferConsole } from '../ipc/deferConsole.ts'
import { openConsole } from '../ipc/openConsole.ts'
import { bareShell } from '../shellHost.ts'
import { startBrowserHost } from './browserHost.ts'
import { projectRoot } from './cacheFolder.ts'
import type { Running, StartOptions } from './running.ts'

/** Opens the desk in this process and serves its page on 127.0.0.1. */
export async function startInBrowser(options: StartOptions): Promise<Running> {
  // A second start cannot raise a browser's window: the address was printed by the first.
  const lock = await takeInstanceLock(options.data, () => undefined)
  if (!lock) throw new Error(`another console is using ${options.data}; its window, if it has one, comes to the front`)
  const desk = deferConsole(async (onProgress) => {
    try {
      return await openConsole(
        options.data,
        {
          data: options.data,
          hub: options.hub,
          language: options.lang,
          demo: options.demo,
          demoLinks: options.demoLinks,
          reportPaint: false,
        },
        {},
        bareShell,
        onProgress,
      )
    } catch (error) {
      console.error('[desk] opening', error)
      throw error
    }
  })
  const host = await startBrowserHost({
    desk,
    folder: join(projectRoot, 'out/renderer'),
    port: options.port,
    language: options.lang,
  }).catch(async (error: unknown) => {
    await desk.close()
    lock.release()
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw taken
      ? new Error(`端口 ${options.port} 已被占用，请换一个 --port / the port is taken, choose another`)
      : error
  })
  let stopping = false
  let resolve: (code: number) => void = () => undefined
  const ended = new Promise<number>((done) => {
    resolve = done
  })
  async function close(): Promise<void> {
    await host.close()
    await desk.close()
    lock?.release()
  }
  return {
    address: host.url,
    ended,
    stop() {
      if (stopping) return
      stopping = true
      close().then(
        () => resolve(0),
        () => resolve(1),
      )
    },
  }
}
