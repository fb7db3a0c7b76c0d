import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { toHex } from '../../shared/protocol/hex.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { codec } from '../support/simulation.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.close())

const isWell = async (): Promise<boolean> => (await fetch(`${hub.url}/healthz`)).ok

/** A stranger's connection: what the hub said to it until it was closed. */
async function stranger(auth: object, say: (socket: Socket) => void = () => undefined): Promise<readonly unknown[]> {
  const socket = io(hub.url, { transports: ['websocket'], reconnection: false, forceNew: true, auth })
  const heard: unknown[] = []
  let closed = false
  socket.on('f', (frame: Uint8Array) => void heard.push(codec.decode(frame)))
  socket.on('connect', () => say(socket))
  socket.on('disconnect', () => {
    closed = true
  })
  await vi.waitUntil(() => closed, { interval: 2, timeout: 10_000 })
  return heard
}

const hex = (text: string): string => toHex(Buffer.from(text, 'utf8'))

test.each<[string, object, string]>([
  ['nothing', {}, 'malformed'],
  ['no text', { hello: 7 }, 'malformed'],
  ['no hexadecimal', { hello: 'xyz' }, 'malformed'],
  ['no frame', { hello: hex('hello?') }, 'malformed'],
  ['another frame', { hello: hex('{"t":"downAck","lane":0,"seq":1}') }, 'unexpectedFrame'],
  ['a newer version', { hello: hex('{"t":"hello","v":9}') }, 'unknownVersion'],
])('whoever opens with %s hears why it is refused', async (_, auth, code) => {
  expect(await stranger(auth)).toEqual([{ t: 'error', code }])
  expect(await isWell()).toBe(true)
})

test('a flood in one message ends that connection and nothing else', async () => {
  await stranger({}, (socket) => void socket.emit('f', new Uint8Array(3_000_000)))
  expect(await isWell()).toBe(true)
})

test('only websockets are spoken', async () => {
  const answer = await fetch(`${hub.url}/socket.io/?EIO=4&transport=polling`)
  expect(answer.ok).toBe(false)
})
