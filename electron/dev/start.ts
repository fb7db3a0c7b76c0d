// `npm start`: builds what is stale, picks a host and brings the console up. Lines on stdout that others wait for:
//   zhenshou hub ready: <http url>             only with --demo
//   zhenshou console ready: <window | url>     after first paint
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { DEMO_LINK_STATES } from '../../shared/ipc/links.ts'
import { type BuildTarget, buildStale } from './build.ts'
import { findCacheFolder } from './cacheFolder.ts'
import { type DemoLinks, startDemoLinks } from './demoLinks.ts'
import { findElectron, type Host } from './findElectron.ts'
import { loadDemo } from './loadDemo.ts'
import type { Running, StartOptions } from './running.ts'
import { startHub } from './startHub.ts'
import { startInBrowser } from './startInBrowser.ts'
import { CannotRun, startInElectron } from './startInElectron.ts'

function readOptions(): StartOptions {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      hub: { type: 'string' },
      port: { type: 'string', default: '0' },
      browser: { type: 'boolean', default: false },
      lang: { type: 'string' },
      demo: { type: 'boolean', default: false },
    },
  })
  const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
  // The sample township never lands in a real desk's folder unless --data says so.
  const given = values.data && resolve(process.env.INIT_CWD ?? '.', values.data)
  const data = given ?? (values.demo ? join(findCacheFolder(), 'demo/console') : join(config, 'zhenshou'))
  return { ...values, data, hub: values.hub, lang: values.lang, port: readPort(values.port) }
}

function readPort(typed: string): number {
  const port = Number(typed)
  if (/^\d+$/.test(typed) && port < 65_536) return port
  throw new Error(`--port: 应为 0 到 65535 的整数 / a whole number from 0 to 65535: ${typed}`)
}

async function pickHost(options: StartOptions): Promise<Host> {
  if (options.browser) return { kind: 'browser', why: 'asked for with --browser' }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { kind: 'browser', why: 'there is no display' }
  }
  return findElectron(console.log)
}

async function startIn(host: Host, options: StartOptions): Promise<Running> {
  if (host.kind === 'browser') return startInBrowser(options)
  try {
    return await startInElectron(host.executable, options)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    console.log(`host: browser (${error.message})`)
    return startInBrowser(options)
  }
}

const SWITCH_HELP =
  '断开、恢复链路 / cut and restore links: 通信页，或在此输入 / in the link room, or type here: broadband cut | silent | on, satellite cut | …'

/** Lines such as `broadband cut` typed into the terminal. */
function listenForSwitches(links: DemoLinks): void {
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const [id = '', word] = line.trim().split(/\s+/)
    const state = DEMO_LINK_STATES.find((one) => one === word)
    if (line.trim() === '') return
    console.log(state && links.set(id, state) ? `demo: ${id} ${state}` : `demo: ${SWITCH_HELP}`)
  })
  // The terminal must not keep the program alive, nor its end stop it.
  lines.on('close', () => undefined)
  process.stdin.unref?.()
}

async function run(): Promise<void> {
  const options = readOptions()
  const host = await pickHost(options)
  console.log(`host: ${host.kind} (${host.why})`)
  const targets: BuildTarget[] = host.kind === 'browser' ? ['renderer'] : ['main', 'preload', 'renderer']
  await buildStale(targets, console.log)

  const hub = options.demo ? await startHub(join(options.data, 'demo-hub')) : undefined
  const demoLinks = hub && !options.hub ? await startDemoLinks(hub.url) : undefined
  if (hub) {
    const { name, password } = await loadDemo(options.data, hub, demoLinks?.links)
    console.log(`demo: 登录 / sign in: ${name}  密码 / password: ${password}`)
  }
  if (demoLinks) {
    console.log(`demo: ${SWITCH_HELP}`)
    listenForSwitches(demoLinks)
  }
  const wanted: StartOptions = demoLinks ? { ...options, hub: undefined, demoLinks: demoLinks.url } : options
  console.log(`opening ${options.data}…`)
  const starting = startIn(host, wanted)
  // A console that does not come up must not leave its hub behind.
  starting.catch(() => hub?.stop())
  const running: Running = await starting
  // Before the line that others wait for: who reads it may end us at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running.stop())
  if (hub) console.log(`zhenshou hub ready: ${hub.url}`)
  console.log(`zhenshou console ready: ${running.address}`)
  const code = await running.ended
  hub?.stop()
  await hub?.ended
  await demoLinks?.close()
  process.exit(code)
}

run().catch((error: unknown) => {
  console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})
