import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP port that leads to another one, counts what goes up, and can be cut when so much has passed. */
export interface CountingRelay {
  readonly url: string
  /** Bytes from the console to the hub, over all connections. */
  up(): number
  /** Cuts every connection, and refuses new ones, once `bytes` more have gone up. Settles then. */
  cutAfter(bytes: number): Promise<void>
  open(): void
  close(): Promise<void>
}

export async function startCountingRelay(target: string): Promise<CountingRelay> {
  const port = Number(new URL(target).port)
  const sockets = new Set<Socket>()
  let up = 0
  let limit = Number.POSITIVE_INFINITY
  let isCut = false
  let onCut = () => {}

  function cut(): void {
    isCut = true
    limit = Number.POSITIVE_INFINITY
    for (const socket of sockets) socket.resetAndDestroy()
    onCut()
  }

  const server = createServer((near) => {
    if (isCut) {
      near.resetAndDestroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      from.on('data', (bytes) => {
        to.write(bytes)
        if (from !== near) return
        up += bytes.length
        if (up >= limit) cut()
      })
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    up: () => up,
    cutAfter: (bytes) =>
      new Promise((done) => {
        limit = up + bytes
        onCut = done
      }),
    open() {
      isCut = false
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
