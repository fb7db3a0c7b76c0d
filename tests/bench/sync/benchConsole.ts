import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { ConsoleAct, ConsoleActs } from './consoleProcess.ts'

/** A console in a process of its own. */
export interface BenchConsole {
  readonly pid: number
  do<Act extends ConsoleAct>(
    act: Act,
    ...args: Parameters<ConsoleActs[Act]>
  ): Promise<Awaited<ReturnType<ConsoleActs[Act]>>>
  close(): Promise<void>
}

/** Starts a console, inside a network namespace when one is named. */
export async function startConsole(namespace?: string): Promise<BenchConsole> {
  const file = join(import.meta.dirname, 'consoleProcess.ts')
  const [command = '', ...args] = [...(namespace ? ['ip', 'netns', 'exec', namespace] : []), process.execPath, file]
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let next = 0
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error !== undefined) asked?.reject(new Error(error))
    else asked?.resolve(value as never)
  })
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the console ended'))
  })
  await new Promise<void>((resolve, reject) => waiting.set(0, { resolve, reject }))
  return {
    pid: child.pid ?? 0,
    do(act, ...args) {
      next += 1
      const id = next
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        child.send({ id, act, arg: args[0] })
      })
    },
    async close() {
      child.disconnect()
      await ended
    },
  }
}
