import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askHub } from '../../hub/admin/adminClient.ts'
import { adminPath } from '../../hub/admin/adminPath.ts'
import { socketParser } from '../../shared/node/socketParser.ts'
import { SOCKET_PATHS } from '../../shared/protocol/socketPaths.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { startHubProcess } from '../support/hubProcess.ts'
import { codec } from '../support/simulatedHub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.close())

const isWell = async (): Promise<boolean> => (await fetch(`${hub.url}/healthz`)).ok

/** A stranger's connection: what the hub said to it until it was closed. */
async function stranger(auth: object, say: (socket: Socket) => void = () => undefined): Promise<readonly unknown[]> {
  const socket = io(hub.url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    parser: socketParser,
    auth,
  })
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

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

test.each<[string, object, string]>([
  ['nothing', {}, 'malformed'],
  ['no text', { hello: 7 }, 'malformed'],
  ['no base64', { hello: '！?' }, 'malformed'],
  ['no frame', { hello: base64('hello?') }, 'malformed'],
  ['another frame', { hello: base64('{"t":"downAck","lane":0,"seq":1}') }, 'unexpectedFrame'],
  ['a newer version', { hello: base64('{"t":"hello","v":9}') }, 'unknownVersion'],
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

test.each([
  ['broadband', { pingInterval: 25_000, pingTimeout: 20_000 }],
  ['narrow', { pingInterval: 120_000, pingTimeout: 60_000 }],
] as const)('the %s path has its own heartbeat', async (width, heartbeat) => {
  const socket = io(hub.url, {
    path: SOCKET_PATHS[width],
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    parser: socketParser,
  })
  const handshake = await new Promise((done) => socket.io.engine.once('handshake', done))
  socket.disconnect()
  expect(handshake).toMatchObject({ ...heartbeat, upgrades: [] })
})

test('a path that nobody serves is closed', async () => {
  const socket = io(hub.url, { path: '/other', transports: ['websocket'], reconnection: false, forceNew: true })
  const error = await new Promise((done) => socket.once('connect_error', done))
  expect(error).toBeInstanceOf(Error)
})

test('a command line that ends before it was answered does not end the hub', async () => {
  const folder = makeFolder()
  const running = await startHubProcess(['--data', folder, '--port', '0'])
  for (let count = 0; count < 5; count += 1) {
    // Left after the first row, as when somebody closes the window: the rest is written to nobody.
    for await (const _ of askHub(adminPath(folder), { command: 'enroll', division: '510124103', name: '清溪镇' })) break
  }
  expect((await fetch(`${running.url}/healthz`)).ok).toBe(true)
  expect(await running.stop()).toBe(0)
})
