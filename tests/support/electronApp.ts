import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { describe } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { listElectronFlags } from '../../electron/dev/startInElectron.ts'

const executable = process.env.ZHENSHOU_TEST_ELECTRON
const display = process.platform === 'linux' ? process.env.ZHENSHOU_TEST_DISPLAY : 'native'
const possible = executable !== undefined && existsSync(executable) && display !== undefined

/** `describe` for what needs a real Electron: skipped where there is none, but with CI=true it runs, and so fails. */
export const describeInElectron: typeof describe | typeof describe.skip =
  possible || process.env.CI === 'true' ? describe : describe.skip

export interface DeskLaunch {
  /** A fresh temporary folder when absent. Start a second desk on the same folder to see what survived. */
  readonly dataDir?: string
  /** Further flags of the console, such as `--hub=http://…`. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly lang?: 'zh-CN' | 'en'
  /** The app's folder: the project unless a test starts the built console from an entry of its own. */
  readonly appFolder?: string
}

export interface LaunchedDesk {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
  /** What the main process printed so far, line by line. */
  readonly output: readonly string[]
  /** Ends it in good order and waits for its end. */
  close(): Promise<void>
  /** SIGKILL to the main process, as a power cut would, and waits for its end. */
  kill(): Promise<void>
  /** Writes test-results/<name>.png and returns its path. */
  screenshot(name: string): Promise<string>
}

/** A fresh folder; the run's teardown (prepareE2e.ts) removes it. */
export function makeDataDir(): string {
  return mkdtempSync(join(process.env.ZHENSHOU_TEST_FOLDER ?? tmpdir(), 'data-'))
}

/** Starts the built console in a real Electron on the run's private display, and waits for its first window. */
export async function launchDesk(options: DeskLaunch = {}): Promise<LaunchedDesk> {
  if (!executable || !display) throw new Error('no Electron or no display to test in')
  const dataDir = options.dataDir ?? makeDataDir()
  const args = [...listElectronFlags(), options.appFolder ?? projectRoot, `--data=${dataDir}`, ...(options.args ?? [])]
  if (options.lang) args.push(`--lang=${options.lang}`)
  // Without the compiled modules that the test run keeps: it starts as it does at a desk.
  const { NODE_COMPILE_CACHE: _, ...outside } = process.env
  const env = { ...outside, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: 'disabled:', ...options.env }
  const app = await _electron.launch({ executablePath: executable, args, cwd: projectRoot, env: withoutHoles(env) })
  const output: string[] = []
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (data: Buffer) => output.push(...data.toString('utf8').split('\n').filter(Boolean)))
  }
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  catchFileChoosers(page)
  return {
    app,
    page,
    dataDir,
    output,
    close: () => app.close(),
    kill: () => killHard(app),
    screenshot: (name) => takeScreenshot(page, name),
  }
}

/**
 * Playwright takes over the page's file chooser only while somebody listens, and says so to the browser without waiting: a key
 * pressed right after beginning to listen can be faster and open the system's own dialog. So somebody always listens.
 */
export function catchFileChoosers(page: Page): void {
  page.on('filechooser', () => undefined)
}

async function killHard(app: ElectronApplication): Promise<void> {
  const main = app.process()
  if (main.exitCode !== null || main.signalCode !== null) return
  const ended = new Promise((done) => main.once('exit', done))
  main.kill('SIGKILL')
  await ended
}

export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const folder = join(projectRoot, 'test-results')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}

function withoutHoles(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined))
}
