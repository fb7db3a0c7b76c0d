import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type ServerOptions, type Socket } from 'socket.io'
import { FRAME_EVENT, socketParser } from '../shared/node/socketParser.ts'
import { MAX_FRAME_BYTES } from '../shared/protocol/frames.ts'
import type { Log } from '../shared/protocol/ports.ts'
import { SOCKET_PATHS } from '../shared/protocol/socketPaths.ts'
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

/**
 * How often the hub asks whether the other side is there. A satellite's heartbeat every 25 s would cost more than a quiet
 * night's records, and the interval is the server's to set: satellites have a path of their own.
 */
const HEARTBEAT: Readonly<Record<keyof typeof SOCKET_PATHS, Pick<ServerOptions, 'pingInterval' | 'pingTimeout'>>> = {
  broadband: { pingInterval: 25_000, pingTimeout: 20_000 },
  narrow: { pingInterval: 120_000, pingTimeout: 60_000 },
}

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
  const listen = (width: keyof typeof SOCKET_PATHS): Server => {
    const sockets = new Server(http, {
      path: SOCKET_PATHS[width],
      ...HEARTBEAT[width],
      transports: ['websocket'],
      serveClient: false,
      parser: socketParser,
      // Room for a frame that is too large: the core refuses it with a reason.
      maxHttpBufferSize: 2 * MAX_FRAME_BYTES,
      // Frames are small or already compressed: it would cost memory for every connection and give nothing.
      perMessageDeflate: false,
      // A console behind a slow satellite says hello late.
      connectTimeout: width === 'narrow' ? 120_000 : 45_000,
    })
    sockets.on('connection', (socket) => meet(socket))
    return sockets
  }

  function meet(socket: Socket): void {
    const current = core()
    if (!current) {
      socket.disconnect(true)
      return
    }
    const connection = current.accept(
      {
        nonce: socket.conn.transport.sid,
        send: (frame) => void socket.emit(FRAME_EVENT, frame),
        close: () => void socket.disconnect(true),
      },
      helloIn(socket.handshake.auth),
    )
    socket.on(FRAME_EVENT, (frame: unknown) =>
      connection.receive(frame instanceof Uint8Array ? frame : new Uint8Array()),
    )
    socket.on('disconnect', () => connection.closed())
    socket.on('error', (error) => log.warn('hub.socketError', { message: error.message }))
  }

  const servers = [listen('broadband'), listen('narrow')]
  await new Promise<void>((done, fail) => {
    http.once('error', fail)
    http.listen(port, host, done)
  })
  const { port: taken } = http.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${taken}`,
    async close() {
      for (const sockets of servers) sockets.disconnectSockets(true)
      await Promise.all(servers.map((sockets) => sockets.close()))
    },
  }
}

/** The opening payload: base64, because socket.io's connect packet carries JSON. Unreadable is left to the core to refuse. */
function helloIn(auth: unknown): Uint8Array {
  const hello = typeof auth === 'object' && auth !== null && 'hello' in auth ? auth.hello : undefined
  return typeof hello === 'string' ? Buffer.from(hello, 'base64') : new Uint8Array()
}
