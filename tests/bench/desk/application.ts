import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { listElectronFlags } from '../../../electron/dev/startInElectron.ts'
import { connectDevTools, type DevTools } from './devtools.ts'

export interface Application {
  /** ms since 1970, just before the process was made. */
  readonly spawnedAt: number
  readonly page: DevTools
  /** The main process, when it was asked for. */
  readonly main: DevTools | null
  /** Anonymous memory of the main process, MB. */
  mainAnonMB(): number
  end(): Promise<void>
}

export interface ApplicationOptions {
  readonly executable: string
  readonly display: string
  readonly args: readonly string[]
  /** Opens the main process's inspector too: not for timings of the start. */
  readonly inspectMain?: boolean
}

/** Starts Electron and attaches to its first page as early as it can be reached. */
export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const flags = [...listElectronFlags(), '--remote-debugging-port=0', ...(options.inspectMain ? ['--inspect=0'] : [])]
  const spawnedAt = Date.now()
  const child = spawn(options.executable, [...flags, ...options.args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DISPLAY: options.display, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  })
  const lines = watchLines(child)
  const browser = await lines.find(/DevTools listening on (ws:\/\/\S+)/)
  const page = await connectDevTools(await findPage(new URL(browser).host))
  const main = options.inspectMain
    ? await connectDevTools(await lines.find(/Debugger listening on (ws:\/\/\S+)/))
    : null
  return {
    spawnedAt,
    page,
    main,
    mainAnonMB: () => readAnonMB(child.pid ?? 0),
    async end() {
      page.close()
      main?.close()
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
    },
  }
}

function watchLines(child: ChildProcess) {
  const seen: string[] = []
  const listeners = new Set<() => void>()
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      seen.push(line)
      for (const listener of listeners) listener()
    })
  }
  return {
    find(pattern: RegExp): Promise<string> {
      return new Promise((done, fail) => {
        const look = () => {
          const found = seen.map((line) => pattern.exec(line)?.[1]).find((text) => text !== undefined)
          if (found === undefined) return
          listeners.delete(look)
          done(found)
        }
        listeners.add(look)
        // An Electron that shows an error box neither speaks nor ends.
        setTimeout(() => fail(new Error(`Electron said nothing of ${pattern}:\n${seen.join('\n')}`)), 60_000).unref()
        child.once('exit', (code) => fail(new Error(`Electron ended with ${code}:\n${seen.join('\n')}`)))
        look()
      })
    },
  }
}

async function findPage(host: string): Promise<string> {
  for (;;) {
    const targets = (await (await fetch(`http://${host}/json/list`)).json()) as readonly {
      type: string
      url: string
      webSocketDebuggerUrl: string
    }[]
    const page = targets.find(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank')
    if (page) return page.webSocketDebuggerUrl
    await new Promise((next) => setTimeout(next, 2))
  }
}

function readAnonMB(pid: number): number {
  const kilobytes = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 102.4) / 10
}
