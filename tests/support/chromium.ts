import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { describe } from 'vitest'
import { projectRoot } from '../../electron/dev/cacheFolder.ts'
import { listElectronFlags } from '../../electron/dev/startInElectron.ts'
import { catchFileChoosers, type DeskLaunch, makeDataDir, takeScreenshot } from './electronApp.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** `describe` for what needs Chromium: skipped where there is none, but with CI=true it runs, and so fails. */
export const describeInChromium: typeof describe | typeof describe.skip =
  executablePath || process.env.CI === 'true' ? describe : describe.skip

export async function launchChromium(): Promise<Browser> {
  if (!executablePath) throw new Error('no Chromium to test in')
  return chromium.launch({ executablePath, args: listElectronFlags() })
}

export interface RunningConsole {
  readonly url: string
  readonly dataDir: string
  readonly output: readonly string[]
  /** Sends the signal and waits for the end; gives the exit code, null after SIGKILL. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts `npm start -- --browser` (its entry, under this Node) and waits for the address it prints. */
export async function startBrowserConsole(options: DeskLaunch = {}): Promise<RunningConsole> {
  const dataDir = options.dataDir ?? makeDataDir()
  const args = [join(projectRoot, 'electron/dev/start.ts'), '--browser', '--data', dataDir, ...(options.args ?? [])]
  if (options.lang) args.push('--lang', options.lang)
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const output: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => output.push(line))
  const url = await new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.push(line)
      const ready = /^zhenshou console ready: (http\S+)$/.exec(line)
      if (ready?.[1]) done(ready[1])
    })
    ended.then((code) => fail(new Error(`ended with ${code}: ${output.join('\n')}`)), fail)
  })
  return {
    url,
    dataDir,
    output,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

export interface BrowserDesk extends RunningConsole {
  readonly page: Page
  screenshot(name: string): Promise<string>
  close(): Promise<void>
}

/** The console through the browser host with a Chromium page on it. */
export async function launchBrowserDesk(options: DeskLaunch = {}): Promise<BrowserDesk> {
  const console = await startBrowserConsole(options)
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  catchFileChoosers(page)
  await page.goto(console.url)
  return {
    ...console,
    page,
    screenshot: (name) => takeScreenshot(page, name),
    async close() {
      await browser.close()
      await console.end()
    },
  }
}
