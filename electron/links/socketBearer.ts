import { io, type Socket } from 'socket.io-client'
import { FRAME_EVENT, socketParser } from '../../shared/node/socketParser.ts'
import { SOCKET_PATHS } from '../../shared/protocol/socketPaths.ts'
import type { Bearer, BearerCapabilities, BearerEvents, CloseReason } from '../sync/ports.ts'

export interface SocketBearerOptions {
  /** Address of the hub, such as https://hub.county.example:8443. */
  readonly url: string
  readonly name?: string
  readonly capabilities?: BearerCapabilities
  /** Satellites take the hub's path with the slow heartbeat; `broadband` unless said otherwise. */
  readonly width?: keyof typeof SOCKET_PATHS
  /** Certificate authorities to trust instead of the system's, PEM. */
  readonly ca?: string
  /** Address of this machine to start from, asked for at every try; null says that its network card has none now. */
  readonly localAddress?: () => string | null
  /** How long the hub may take to answer the connection, ms. */
  readonly connectTimeoutMs?: number
}

const BROADBAND: BearerCapabilities = { bitRate: 10_000_000, mtu: 1_500, cost: 'free' }
/** Without a word of the hub's for so long a connection does not come about. A handshake takes five round trips. */
const CONNECT_TIMEOUT_MS = { broadband: 15_000, narrow: 60_000 } as const

/**
 * socket.io as a bearer: websocket only. The engine owns retries and the log is the only queue, so reconnection, retries and
 * volatile frames stay off, and nothing may ever wait in the client's own buffer.
 */
export function createSocketBearer(options: SocketBearerOptions): Bearer {
  let socket: Socket | null = null

  function drop(): void {
    const old = socket
    socket = null
    if (!old) return
    old.removeAllListeners()
    old.io.removeAllListeners()
    old.io.engine?.removeAllListeners()
    old.disconnect()
    assertNothingBuffered(old)
  }

  return {
    name: options.name ?? 'broadband',
    capabilities: options.capabilities ?? BROADBAND,
    open(makeHello, events) {
      drop()
      const localAddress = options.localAddress?.()
      if (localAddress === null) {
        events.onClose('noCard')
        return
      }
      let opened: Socket
      try {
        opened = connect(options, makeHello, localAddress)
      } catch {
        events.onClose('badAddress')
        return
      }
      socket = opened
      listen(opened, events, (reason) => {
        if (socket !== opened) return
        drop()
        events.onClose(reason)
      })
      opened.connect()
    },
    send(frame) {
      if (!socket?.connected) return
      assertNothingBuffered(socket)
      socket.emit(FRAME_EVENT, frame)
      // The client buffers when its heartbeat is overdue: then the connection is dead already.
      if (socket.sendBuffer.length > 0) {
        socket.sendBuffer = []
        socket.io.engine.close()
      }
    },
    close: drop,
  }
}

function connect(
  { url, ca, width = 'broadband', connectTimeoutMs = CONNECT_TIMEOUT_MS[width] }: SocketBearerOptions,
  makeHello: (nonce: string) => Uint8Array,
  localAddress: string | undefined,
): Socket {
  const socket = io(new URL(url).origin, {
    path: SOCKET_PATHS[width],
    parser: socketParser,
    transports: ['websocket'],
    // Not even offered (the types lack false): the hub does not take it, and the offer is 80 bytes.
    perMessageDeflate: false as unknown as { threshold: number },
    reconnection: false,
    retries: 0,
    autoConnect: false,
    forceNew: true,
    timeout: connectTimeoutMs,
    ...(ca === undefined ? {} : { ca }),
    // Passed on to ws, which the types do not say.
    ...(localAddress === undefined ? {} : { localAddress }),
    // Asked for when the transport is open: the session id, which the hub's side chose, is known and is the nonce to sign.
    auth: (answer) => answer({ hello: Buffer.from(makeHello(socket.io.engine.id)).toString('base64') }),
  })
  return socket
}

function listen(socket: Socket, events: BearerEvents, onEnd: (reason: CloseReason) => void): void {
  socket.on('connect', () => events.onOpen())
  socket.on(FRAME_EVENT, (frame: unknown) => {
    if (frame instanceof Uint8Array) events.onFrame(frame)
  })
  socket.on('connect_error', (error) => onEnd(isUntrusted(error) ? 'untrusted' : 'unreachable'))
  socket.on('disconnect', (reason) => onEnd(reason === 'io server disconnect' ? 'closedByHub' : 'lost'))
}

/** Node's names for a certificate that does not prove who the hub is. */
function isUntrusted(error: Error): boolean {
  const cause = 'description' in error ? error.description : undefined
  const inner = typeof cause === 'object' && cause !== null && 'error' in cause ? cause.error : cause
  const code = typeof inner === 'object' && inner !== null && 'code' in inner ? String(inner.code) : ''
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)
}

function assertNothingBuffered(socket: Socket): void {
  if (socket.sendBuffer.length > 0) throw new Error('socket.io holds frames back: the log must be the only queue')
}
