import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ALREADY_OPEN, PAINTED } from '../options.ts'
import { projectRoot } from './cacheFolder.ts'
import type { Running, StartOptions } from './running.ts'

/**
 * Flags for Electron itself. `--no-sandbox` is for root only (Chromium refuses to start otherwise) and lives in this
 * development launcher: the product never carries it.
 */
export function listElectronFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Chromium's complaints about a machine without a session bus or a graphics card: true, harmless and many. */
const CHROMIUM_NOISE =
  /^\[\d+:\d+\/[\d.]+:(ERROR|WARNING):(bus|object_proxy|viz_main_impl|command_buffer_proxy_impl|gpu_|gl_|egl_|angle_)/

/** The program itself could not be run on this system, before anything of ours was. */
export class CannotRun extends Error {}

/** How a program ends that lacks a shared library, or cannot be run at all. */
const COULD_NOT_RUN = [126, 127]

/** Starts the built app in `executable` and waits for its first paint. @throws {CannotRun} */
export async function startInElectron(executable: string, options: StartOptions): Promise<Running> {
  const own = [`--data=${options.data}`, '--report-paint']
  if (options.hub) own.push(`--hub=${options.hub}`)
  if (options.lang) own.push(`--lang=${options.lang}`)
  if (options.demo) own.push('--demo')
  if (options.demoLinks) own.push(`--demo-links=${options.demoLinks}`)
  const child = spawn(executable, [...listElectronFlags(), projectRoot, ...own], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number>((done) => {
    child.on('error', () => done(127))
    child.on('exit', (code) => done(code ?? 1))
  })
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!CHROMIUM_NOISE.test(line)) console.error(line)
  })
  const lines = createInterface({ input: child.stdout })
  await new Promise<void>((done, fail) => {
    lines.on('line', (line) => {
      if (line === PAINTED) done()
      else if (line === ALREADY_OPEN)
        fail(new Error(`the console of ${options.data} is already open; its window comes to the front`))
      else console.log(line)
    })
    ended.then((code) => {
      if (COULD_NOT_RUN.includes(code))
        fail(new CannotRun('Electron does not run here; a system package may be missing'))
      else fail(new Error(`the console ended with ${code} before its window was painted`))
    }, fail)
  })
  return { address: 'window', ended, stop: () => child.kill('SIGTERM') }
}
