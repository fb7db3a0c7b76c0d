import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { resolve } from 'node:path'

/** Held by the one process that may use a data folder, whichever host it is: the Electron app or the browser host. */
export interface InstanceLock {
  release(): void
}

/**
 * The lock is a listening socket named after the folder: the system takes it back at the moment its process ends, however
 * it ends, so a power cut or kill never leaves a stale lock behind. Linux: abstract name; Windows: named pipe; elsewhere a
 * socket file in the folder's own name space would be needed.
 */
function nameSocket(folder: string): string {
  const real = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  const user = process.getuid?.() ?? 0
  const hash = createHash('sha256').update(`${user} ${real}`).digest('hex').slice(0, 32)
  return process.platform === 'win32' ? `\\\\.\\pipe\\zhenshou-${hash}` : `\0zhenshou-${hash}`
}

/**
 * Takes the folder. Returns undefined when another process has it; that one's `onSecond` is called, so
 * that it can show its window.
 */
export async function takeInstanceLock(folder: string, onSecond: () => void): Promise<InstanceLock | undefined> {
  const name = nameSocket(folder)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end()
    onSecond()
  })
  if (await listen(server, name)) {
    server.unref()
    return { release: () => server.close() }
  }
  await knock(name)
  return undefined
}

function listen(server: Server, name: string): Promise<boolean> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error)))
    server.listen(name, () => done(true))
  })
}

function knock(name: string): Promise<void> {
  return new Promise((done) => {
    const socket = connect(name)
    socket.once('error', () => done())
    socket.once('close', () => done())
  })
}
