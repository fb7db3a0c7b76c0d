import { EventEmitter } from 'node:events'

/**
 * socket.io's packets as this system sends them: a frame is the whole of a binary message and costs nothing beyond the
 * WebSocket's own header (socket.io's default parser adds 52 B of JSON and a second message). What opens and ends a connection stays text.
 *
 *   binary message   one frame, the only argument of the event FRAME_EVENT
 *   text '0{…}'      connect, with the opening payload (console) or the connection's id (hub)
 *   text '1'         disconnect
 *   text '4{…}'      the connection is refused
 *
 * Acknowledgements, namespaces and other events do not exist. Whatever else arrives throws, and socket.io closes that connection.
 */
export const FRAME_EVENT = 'f'

interface Packet {
  readonly type: number
  readonly nsp: string
  readonly data?: unknown
  readonly id?: number
}

const CONNECT = 0
const DISCONNECT = 1
const EVENT = 2
const CONNECT_ERROR = 4
/** A refusal or opening payload is far smaller; a frame is never text. */
const LONGEST_TEXT = 32 * 1024

class Encoder {
  /** @throws {TypeError} on anything this system never sends: a mistake of ours that a test must see. */
  encode({ type, nsp, data, id }: Packet): (string | Uint8Array)[] {
    if (nsp !== '/' || id !== undefined)
      throw new TypeError('socket parser: namespaces and acknowledgements are not used')
    if (type === EVENT || type === EVENT + 3) return [frameOf(data)]
    if (type !== CONNECT && type !== DISCONNECT && type !== CONNECT_ERROR)
      throw new TypeError(`socket parser: packets of type ${type} are not used`)
    return [data === undefined ? String(type) : `${type}${JSON.stringify(data)}`]
  }
}

function frameOf(data: unknown): Uint8Array {
  if (Array.isArray(data) && data.length === 2 && data[0] === FRAME_EVENT && data[1] instanceof Uint8Array)
    return data[1]
  throw new TypeError('socket parser: only frames are sent')
}

class Decoder extends EventEmitter {
  /** @throws {TypeError} on anything but the messages above; socket.io then closes the connection. */
  add(message: unknown): void {
    this.emit('decoded', typeof message === 'string' ? readText(message) : readBinary(message))
  }

  destroy(): void {
    // Nothing is ever kept between two messages.
  }
}

function readBinary(message: unknown): Packet {
  if (!(message instanceof Uint8Array)) throw new TypeError('socket parser: neither text nor bytes')
  return { type: EVENT, nsp: '/', data: [FRAME_EVENT, message] }
}

function readText(text: string): Packet {
  if (text.length > LONGEST_TEXT) throw new TypeError('socket parser: text too long')
  if (text === '1') return { type: DISCONNECT, nsp: '/' }
  const type = text.startsWith('0') ? CONNECT : text.startsWith('4') ? CONNECT_ERROR : null
  if (type === null) throw new TypeError('socket parser: unknown packet')
  if (text.length === 1) return { type, nsp: '/' }
  const data: unknown = JSON.parse(text.slice(1))
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new TypeError('socket parser: payload is no object')
  return { type, nsp: '/', data }
}

/** For socket.io's option `parser`, at both ends. */
export const socketParser = { Encoder, Decoder } as const
