import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { askHub } from '../../hub/admin/adminClient.ts'
import { adminPath } from '../../hub/admin/adminPath.ts'
import type { AdminRequest } from '../../hub/admin/protocol.ts'
import { runCommandLine } from '../../hub/cli/run.ts'

const MAIN = join(import.meta.dirname, '../../hub/main.ts')

/** A hub as people run it: a process of its own. */
export interface HubProcess {
  readonly url: string
  readonly pid: number
  /** Ends it in good order. @returns its exit code */
  stop(): Promise<number | null>
  kill(): Promise<void>
}

export interface HubProcessOptions {
  /** The network namespace to run it in; needs root. */
  readonly namespace?: string
  /** A file loaded before the hub, such as another clock. */
  readonly preload?: string
  readonly env?: Readonly<Record<string, string>>
}

export async function startHubProcess(
  args: readonly string[],
  { namespace, preload, env }: HubProcessOptions = {},
): Promise<HubProcess> {
  const [program = '', ...words] = [
    ...(namespace === undefined ? [] : ['ip', 'netns', 'exec', namespace]),
    process.execPath,
    ...(preload === undefined ? [] : ['--require', preload]),
    MAIN,
    ...args,
  ]
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((done, fail) => {
    lines.on('line', (line) => {
      const found = /^zhenshou hub ready: (\S+)$/.exec(line)?.[1]
      if (found) done(found)
    })
    ended.then((code) => fail(new Error(`the hub ended with ${code} before it was ready`)), fail)
  })
  return {
    url,
    pid: child.pid ?? 0,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs one command of the hub's command line to its end, in this process; a hub it would start stops at once. */
export async function runHub(args: readonly string[]): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine(args, {
    out: (line) => void out.push(line),
    error: (line) => void err.push(line),
    untilStopped: () => Promise.resolve(),
  })
  return { code, out: out.map((line) => `${line}\n`).join(''), err: err.map((line) => `${line}\n`).join('') }
}

/** Runs one command of the hub as people do, in a process of its own. @returns what it printed; @throws when it fails */
export async function runHubProcess(args: readonly string[], options: HubProcessOptions = {}): Promise<string> {
  const { preload, env } = options
  const words = [...(preload === undefined ? [] : ['--require', preload]), MAIN, ...args]
  const { stdout } = await promisify(execFile)(process.execPath, words, { env: { ...process.env, ...env } })
  return stdout
}

/** Asks the running hub of a data folder through its admin socket, which no network namespace hides. */
export async function askHubAt<Row>(folder: string, request: AdminRequest): Promise<readonly Row[]> {
  const rows: Row[] = []
  for await (const row of askHub(adminPath(folder), request)) rows.push(row as Row)
  return rows
}
