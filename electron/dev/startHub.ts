import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { z } from 'zod'
import { projectRoot } from './cacheFolder.ts'
import type { DemoHub } from './loadDemo.ts'
import type { Running } from './running.ts'

const READY = /^zhenshou hub ready: (\S+)/

/** Starts the county hub on a free port as a process of its own, as a county would, and waits until it answers. */
/** @throws when a demo runs on this folder already, or the hub does not come up. */
export async function startHub(dataFolder: string): Promise<Running & DemoHub> {
  const entry = join(projectRoot, 'hub/main.ts')
  if (!existsSync(entry)) throw new Error('there is no hub to start: hub/main.ts is missing')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const child = spawn(process.execPath, [entry, '--port', '0', '--data', dataFolder], {
    // Over the channel the hub learns that the demo is gone, also when it was killed: a hub left behind would hold the folder.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = new Promise<number>((done) => {
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
  const lines = createInterface({ input: child.stdout as Readable })
  const address = await new Promise<string>((done, fail) => {
    lines.on('line', (line) => {
      const ready = READY.exec(line)
      if (ready?.[1]) done(ready[1])
      else console.log(`[hub] ${line}`)
    })
    ended.then(
      (code) =>
        fail(
          new Error(
            `演示用的县级节点没有启动（退出码 ${code}）。演示若已在运行，请用已打开的窗口或网页，或用 --data 换一个文件夹 / the demo's hub did not start (exit ${code}); if a demo is running already, use its window or page, or another --data`,
          ),
        ),
      fail,
    )
  })
  return {
    address,
    url: address,
    ended,
    stop: () => child.kill('SIGTERM'),
    async enrolCode(division, name) {
      const rows = await askHub(entry, dataFolder, ['enroll', '--township', division, '--name', name])
      return codeRow.parse(rows[0]).code
    },
    async order(division, title, text, urgent) {
      const words = ['order', '--township', division, '--title', title, '--text', text]
      await askHub(entry, dataFolder, urgent ? [...words, '--urgent'] : words)
    },
  }
}

const codeRow = z.object({ code: z.string() })

/** Speaks to the running hub as its administrator would, through its own command line. */
async function askHub(entry: string, dataFolder: string, words: readonly string[]): Promise<readonly unknown[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [entry, ...words, '--json', '--data', dataFolder])
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}
