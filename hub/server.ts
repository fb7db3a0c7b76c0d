import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { MAX_FRAME_BYTES } from '../shared/protocol/frames.ts'
import { fromHex } from '../shared/protocol/hex.ts'
import type { Log } from '../shared/protocol/ports.ts'
import type { HubCore } from './core/hubCore.ts'

export interface HubServerOptions {
  /** The core now: another one after the store was reopened, null in between. */
  readonly core: () => Pick<HubCore, 'accept' | 'connected'> | null
  readonly hubId: string
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly log: Log
  /** Page for whoever opens the address in a browser. */
  readonly page: () => string
}

export interface HubServer {
  /** Address people can open, such as http://127.0.0.1:8970. */
  readonly url: string
  close(): Promise<void>
}

const FRAME = 'f'

/** Puts the hub's core behind socket.io (websocket only) and HTTP. @throws when the address is taken. */
export async function startHubServer({ core, hubId, host, port, log, page }: HubServerOptions): Promise<HubServer> {
  const http = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    if (path === '/healthz') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          status: core() ? 'ok' : 'recovering',
          hub: hubId,
          connected: core()?.connected().length ?? 0,
        }),
      )
    } else if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(page())
    } else {
      response.writeHead(404, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ status: 'notFound' }))
    }
  })
  const sockets = new Server(http, {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    // A frame and socket.io's own words around it; the core refuses larger frames with a reason.
    maxHttpBufferSize: 2 * MAX_FRAME_BYTES,
    perMessageDeflate: false,
  })
  sockets.on('connection', (socket) => {
    const current = core()
    if (!current) {
      socket.disconnect(true)
      return
    }
    const connection = current.accept(
      {
        nonce: socket.conn.transport.sid,
        send: (frame) => void socket.emit(FRAME, frame),
        close: () => void socket.disconnect(true),
      },
      helloIn(socket.handshake.auth),
    )
    socket.on(FRAME, (frame: unknown) => connection.receive(frame instanceof Uint8Array ? frame : new Uint8Array()))
    socket.on('disconnect', () => connection.closed())
    socket.on('error', (error) => log.warn('hub.socketError', { message: error.message }))
  })
  await new Promise<void>((done, fail) => {
    http.once('error', fail)
    http.listen(port, host, done)
  })
  const { port: taken } = http.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${taken}`,
    close: () => new Promise((done) => void sockets.close(() => done())),
  }
}

/** The opening payload: hexadecimal, because socket.io's connect packet carries JSON. Unreadable is left to the core to refuse. */
function helloIn(auth: unknown): Uint8Array {
  const hello = typeof auth === 'object' && auth !== null && 'hello' in auth ? auth.hello : undefined
  try {
    return typeof hello === 'string' ? fromHex(hello) : new Uint8Array()
  } catch {
    return new Uint8Array()
  }
}
