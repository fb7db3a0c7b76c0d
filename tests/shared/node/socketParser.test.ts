import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { Server, type Socket as ServerSocket } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { describe, expect, test, vi } from 'vitest'
import { FRAME_EVENT, socketParser } from '../../../shared/node/socketParser.ts'
import { startCountingProxy } from '../../net/countingProxy.ts'

async function connected() {
  const http = createServer()
  const server = new Server(http, { transports: ['websocket'], parser: socketParser, perMessageDeflate: false })
  const accepted: ServerSocket[] = []
  server.on('connection', (socket) => accepted.push(socket))
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const proxy = await startCountingProxy((http.address() as AddressInfo).port)
  const client: Socket = io(`http://127.0.0.1:${proxy.port}`, {
    transports: ['websocket'],
    parser: socketParser,
    reconnection: false,
    forceNew: true,
    auth: { hello: 'aGVsbG8=' },
  })
  const until = (done: () => boolean) => vi.waitUntil(done, { interval: 2, timeout: 10_000 })
  await until(() => client.connected && accepted.length === 1)
  return {
    client,
    hub: accepted[0] as ServerSocket,
    server,
    proxy,
    until,
    async dispose() {
      client.disconnect()
      await server.close()
      await proxy.close()
    },
  }
}

describe('between two real ends of socket.io', () => {
  test('the opening payload arrives, and a frame comes out as it went in, both ways', async () => {
    const { client, hub, until, dispose } = await connected()
    expect(hub.handshake.auth).toEqual({ hello: 'aGVsbG8=' })
    const heard: unknown[] = []
    hub.on(FRAME_EVENT, (frame: unknown) => heard.push(frame))
    client.on(FRAME_EVENT, (frame: unknown) => heard.push(frame))
    const frames = [Buffer.of(), Buffer.of(0x30), Buffer.from('{"t":"ack"}'), Buffer.alloc(70_000, 7)]
    for (const frame of frames) client.emit(FRAME_EVENT, frame)
    await until(() => heard.length === frames.length)
    for (const frame of frames) hub.emit(FRAME_EVENT, frame)
    await until(() => heard.length === 2 * frames.length)
    expect(heard).toEqual([...frames, ...frames])
    await dispose()
  })

  test('a single event costs 6 bytes above its payload, its acknowledgement 2', async () => {
    const { client, hub, proxy, until, dispose } = await connected()
    proxy.take()
    const heard: unknown[] = []
    client.on(FRAME_EVENT, (frame: unknown) => heard.push(frame))
    hub.on(FRAME_EVENT, () => hub.emit(FRAME_EVENT, Buffer.alloc(16)))
    client.emit(FRAME_EVENT, Buffer.alloc(70))
    await until(() => heard.length === 1)
    expect(proxy.take()).toEqual([
      { way: 'up', opcode: 2, bytes: 76, payload: 70 },
      { way: 'down', opcode: 2, bytes: 18, payload: 16 },
    ])
    await dispose()
  })

  test('either side can end it', async () => {
    const first = await connected()
    const ends: string[] = []
    first.client.on('disconnect', (reason) => ends.push(reason))
    first.hub.disconnect(true)
    await first.until(() => ends.length === 1)
    await first.dispose()
    const second = await connected()
    second.hub.on('disconnect', (reason) => ends.push(reason))
    second.client.disconnect()
    await second.until(() => ends.length === 2)
    expect(ends).toEqual(['io server disconnect', 'client namespace disconnect'])
    await second.dispose()
  })

  test.each([
    ['an acknowledgement', '3["f"]'],
    ['an event as text', '2["f",1]'],
    ['another namespace', '0/admin,{}'],
    ['broken JSON', '0{'],
    ['a payload that is no object', '0[1]'],
    ['nothing', ''],
    ['too much', `0{"a":"${'x'.repeat(40_000)}"}`],
  ])('%s closes that connection and no other', async (_, text) => {
    const good = await connected()
    const rude = io(`http://127.0.0.1:${good.proxy.port}`, {
      transports: ['websocket'],
      parser: socketParser,
      reconnection: false,
      forceNew: true,
    })
    await good.until(() => rude.connected)
    const ends: string[] = []
    rude.on('disconnect', (reason) => ends.push(reason))
    rude.io.engine.write(text)
    await good.until(() => ends.length === 1)
    const heard: unknown[] = []
    good.hub.on(FRAME_EVENT, (frame: unknown) => heard.push(frame))
    good.client.emit(FRAME_EVENT, Buffer.of(1))
    await good.until(() => heard.length === 1)
    await good.dispose()
  })
})

test('any text at all is read or refused, never anything else', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('0', '1', '4', '0{}', '0null', '4[]')), (text) => {
      const decoder = new socketParser.Decoder()
      const packets: unknown[] = []
      decoder.on('decoded', (packet) => packets.push(packet))
      try {
        decoder.add(text)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        expect(packets).toEqual([])
        return
      }
      expect(packets).toMatchObject([{ nsp: '/' }])
    }),
  )
})

test('what this system never sends is a mistake that shows', () => {
  const encoder = new socketParser.Encoder()
  for (const packet of [
    { type: 2, nsp: '/', data: ['f', 'text'] },
    { type: 2, nsp: '/', data: ['g', new Uint8Array()] },
    { type: 2, nsp: '/', id: 1, data: ['f', new Uint8Array()] },
    { type: 3, nsp: '/', data: [] },
    { type: 0, nsp: '/admin' },
  ])
    expect(() => encoder.encode(packet)).toThrow(TypeError)
})
