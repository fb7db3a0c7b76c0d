import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LinkNow } from '../../shared/ipc/links.ts'
import type { SyncState } from '../../shared/ipc/sync.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { waitFor } from '../support/waitFor.ts'
import type { NetRequest } from './consoleProgram.ts'

const PROGRAM = join(import.meta.dirname, 'consoleProgram.ts')

export type NetState = SyncState & { readonly now: readonly LinkNow[] }

/** A console as a process of its own inside a network namespace. */
export interface NetConsole {
  ask<T = unknown>(request: NetRequest): Promise<T>
  state(): Promise<NetState>
  /** Waits until its state fits. */
  until(fits: (state: NetState) => boolean, ms?: number): Promise<NetState>
  close(): Promise<void>
}

export async function startNetConsole(namespace: string): Promise<NetConsole> {
  const child = spawn('ip', ['netns', 'exec', namespace, process.execPath, PROGRAM, makeFolder()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const waiting: ((line: string) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line))
  const next = (): Promise<string> =>
    Promise.race([
      new Promise<string>((done) => waiting.push(done)),
      ended.then(() => {
        throw new Error('the console ended')
      }),
    ])
  await next()

  async function ask<T>(request: NetRequest): Promise<T> {
    const answered = next()
    child.stdin.write(`${JSON.stringify(request)}\n`)
    const answer = JSON.parse(await answered) as { readonly ok: T; readonly error?: string }
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.ok
  }

  const state = (): Promise<NetState> => ask<NetState>({ do: 'state' })
  return {
    ask,
    state,
    until: (fits, ms = 200_000) => waitFor(state, fits, ms),
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
