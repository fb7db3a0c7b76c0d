import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Log } from '../../shared/protocol/ports.ts'
import { AdminError } from './adminError.ts'
import { type AdminFailure, type AdminRequest, adminRequest } from './protocol.ts'

export interface AdminServer {
  close(): Promise<void>
}

/** A hub runs on this data folder already. */
export class AlreadyRunning extends Error {}

/**
 * Listens for the hub's own command line.
 * @throws {AlreadyRunning} where one answers already: the folder's lock does not see one of another user or network namespace.
 */
export async function startAdminServer(
  path: string,
  answer: (request: AdminRequest) => Iterable<unknown>,
  log: Log,
): Promise<AdminServer> {
  if (await isAnswering(path)) throw new AlreadyRunning()
  // Left behind by a hub that was killed.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client))
    const leave = (): void => void client.destroy()
    client.on('error', leave)
    // The reader passes the socket's errors on as its own: a command line that was closed must not end the hub.
    const lines = createInterface({ input: client }).on('error', leave)
    lines.on('line', (line) => {
      serve(client, line, answer, log).catch((error: unknown) => {
        log.error('hub.adminFailed', { message: error instanceof Error ? error.message : String(error) })
        client.destroy()
      })
    })
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(path, done)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return {
    close: () =>
      new Promise((done) => {
        for (const client of clients) client.destroy()
        server.close(() => done())
      }),
  }
}

async function serve(
  client: Socket,
  line: string,
  answer: (request: AdminRequest) => Iterable<unknown>,
  log: Log,
): Promise<void> {
  const say = async (message: object): Promise<void> => {
    if (client.destroyed || client.write(`${JSON.stringify(message)}\n`)) return
    await new Promise<void>((done) => {
      client.once('drain', done)
      client.once('close', done)
    })
  }
  try {
    for (const row of answer(readRequest(line))) await say({ row })
    await say({ done: true })
  } catch (error) {
    if (!(error instanceof AdminError))
      log.error('hub.adminFailed', { message: error instanceof Error ? error.message : String(error) })
    const failed: AdminFailure = error instanceof AdminError ? error.code : 'unavailable'
    await say({ failed })
  }
}

function readRequest(line: string): AdminRequest {
  try {
    return adminRequest.parse(JSON.parse(line))
  } catch {
    throw new AdminError('badRequest')
  }
}

/** Whether a living hub listens there. */
function isAnswering(path: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = connect(path)
    probe.once('connect', () => {
      probe.destroy()
      done(true)
    })
    probe.once('error', () => done(false))
  })
}
