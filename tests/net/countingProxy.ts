import { connect, createServer, type Socket } from 'node:net'

/** One WebSocket message as it crossed the wire. */
export interface WireFrame {
  readonly way: 'up' | 'down'
  readonly opcode: number
  /** Header, mask and payload. */
  readonly bytes: number
  readonly payload: number
}

export interface CountingProxy {
  readonly port: number
  /** Frames so far, oldest first, handshake excluded; emptied by the call. */
  take(): readonly WireFrame[]
  close(): Promise<void>
}

/** Relays TCP to a WebSocket server and writes down every WebSocket frame: what a link is charged for, TLS not counted. */
export async function startCountingProxy(toPort: number): Promise<CountingProxy> {
  let frames: WireFrame[] = []
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1')
    for (const [from, to, way] of [
      [near, far, 'up'],
      [far, near, 'down'],
    ] as const) {
      open.add(from)
      from.setNoDelay(true)
      const read = createFrameReader((frame) => frames.push({ way, ...frame }))
      from.on('data', (chunk) => {
        read(chunk)
        to.write(chunk)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    take() {
      const taken = frames
      frames = []
      return taken
    },
    close() {
      for (const socket of open) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

/** Reads WebSocket frames (RFC 6455, section 5.2) behind the HTTP head that opens the connection. */
function createFrameReader(onFrame: (frame: Omit<WireFrame, 'way'>) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0)
  let isOpen = false
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    if (!isOpen) {
      const head = rest.indexOf('\r\n\r\n')
      if (head < 0) return
      rest = rest.subarray(head + 4)
      isOpen = true
    }
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      onFrame(frame)
      rest = rest.subarray(frame.bytes)
    }
  }
}

function readFrame(bytes: Buffer): Omit<WireFrame, 'way'> | null {
  if (bytes.length < 2) return null
  const [first = 0, second = 0] = bytes
  const short = second & 0x7f
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0
  const head = 2 + lengthBytes + (second & 0x80 ? 4 : 0)
  if (bytes.length < head) return null
  const payload =
    lengthBytes === 2 ? bytes.readUInt16BE(2) : lengthBytes === 8 ? Number(bytes.readBigUInt64BE(2)) : short
  return bytes.length < head + payload ? null : { opcode: first & 0x0f, bytes: head + payload, payload }
}
