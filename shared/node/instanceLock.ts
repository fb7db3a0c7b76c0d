import { createHash } from 'node:crypto'
import { existsSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Held by the one process that may use a data folder: of a console the Electron app or the browser host, of a county the hub. */
export interface InstanceLock {
  release(): void
}

/** Of an address of the kernel's (sun_path), after the zero byte that makes it abstract. */
const ABSTRACT_LENGTH = 107

/**
 * The lock is a listening socket named after the folder: the system takes it back at the moment its process ends, however
 * it ends, so a power cut or kill never leaves a stale lock behind. Linux: abstract name; Windows: named pipe; macOS has
 * neither: a socket file, which may be left over (see takeLock).
 */
export function nameLock(folder: string, platform: NodeJS.Platform = process.platform): string {
  const real = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  const user = process.getuid?.() ?? 0
  const name = `zhenshou-${createHash('sha256').update(`${user} ${real}`).digest('hex').slice(0, 32)}`
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  // Older versions of Node fill an abstract name with zero bytes, newer ones do not: at full length both say the same, and
  // two hosts of different versions see each other.
  if (platform === 'linux') return `\0${name.padEnd(ABSTRACT_LENGTH, '-')}`
  return join(tmpdir(), `${name}.sock`)
}

/**
 * Takes the folder. Returns undefined when another process has it; that one's `onSecond` is called, so
 * that it can show its window.
 */
export async function takeInstanceLock(folder: string, onSecond: () => void): Promise<InstanceLock | undefined> {
  return takeLock(nameLock(folder), onSecond)
}

/** Takes the lock of a name; a socket file nobody answers at was left by a process that is gone. */
export async function takeLock(name: string, onSecond: () => void): Promise<InstanceLock | undefined> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end()
    onSecond()
  })
  if (!(await listen(server, name))) {
    if ((await knock(name)) || !name.endsWith('.sock')) return undefined
    rmSync(name, { force: true })
    if (!(await listen(server, name))) return undefined
  }
  server.unref()
  return { release: () => server.close() }
}

function listen(server: Server, name: string): Promise<boolean> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error))
    server.once('error', onError)
    server.listen(name, () => {
      server.off('error', onError)
      done(true)
    })
  })
}

/** @returns whether somebody answered. */
function knock(name: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(name)
    let answered = false
    socket.once('connect', () => {
      answered = true
    })
    socket.once('error', () => done(false))
    socket.once('close', () => done(answered))
    // Until it is read, the other side's end never arrives.
    socket.resume()
  })
}
