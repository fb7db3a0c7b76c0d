import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { DemoLinkState } from '../../shared/ipc/links.ts'

export interface RelayShape {
  /** Bits a second, each way. */
  readonly bitRate: number
  /** One way, ms. */
  readonly delayMs: number
}

/** A TCP port on this machine that leads to another one, as slowly as it is told, and that can be cut or made silent. */
export interface Relay {
  readonly port: number
  state(): DemoLinkState
  set(state: DemoLinkState): void
  close(): Promise<void>
}

export async function startRelay(toPort: number, shape: RelayShape): Promise<Relay> {
  let state: DemoLinkState = 'on'
  const open = new Set<Socket>()

  const server = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy()
      return
    }
    const far = connect(toPort, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.setNoDelay(true)
      from.on('error', () => undefined)
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      pass(from, to)
    }
  })

  /** Carries one way: what is read waits for its turn on the line, then for the delay. Reading stops while much is waiting. */
  function pass(from: Socket, to: Socket): void {
    let freeAt = 0
    from.on('data', (bytes: Buffer) => {
      // A silent link loses what is sent into it, and the connection with it: TCP would repeat, a dead path does not.
      if (state !== 'on') return
      const now = performance.now()
      freeAt = Math.max(freeAt, now) + (bytes.length * 8_000) / shape.bitRate
      const wait = freeAt - now
      if (wait > 1_000) {
        from.pause()
        setTimeout(() => from.resume(), wait - 500)
      }
      setTimeout(() => {
        if (state === 'on' && !to.destroyed) to.write(bytes)
      }, wait + shape.delayMs)
    })
  }

  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', () => done()))
  return {
    port: (server.address() as AddressInfo).port,
    state: () => state,
    set(next) {
      if (next === state) return
      const wasSilent = state === 'silent'
      state = next
      // After a silence a stream lacks a piece in its middle: it can only end.
      if (next === 'cut' || wasSilent) for (const socket of open) socket.resetAndDestroy()
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((done) => void server.close(() => done()))
    },
  }
}
