import { connect } from 'node:net'
import { decodeMessage, encodeMessage, type Message } from './wire.ts'

export interface Reply {
  readonly signature: string
  readonly body: readonly unknown[]
}

type Call = Pick<Message, 'destination' | 'path' | 'interface' | 'member' | 'signature' | 'body'>

/** One connection to a message bus. */
export interface Peer {
  /** @throws when the other side answers with an error. */
  call(call: Call): Promise<readonly unknown[]>
  emit(signal: Omit<Call, 'destination'>): void
  close(): void
}

const BUS = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' }

/** @param answer answers calls of others; undefined is an error to them. */
export async function connectPeer(socketPath: string, answer: (call: Message) => Reply | undefined): Promise<Peer> {
  const socket = connect(socketPath)
  const waiting = new Map<number, { done(body: readonly unknown[]): void; fail(error: Error): void }>()
  let serial = 0
  let bytes = Buffer.alloc(0)
  let open = false

  function send(message: Omit<Message, 'serial'>): number {
    serial++
    socket.write(encodeMessage({ ...message, serial }))
    return serial
  }

  function take(message: Message): void {
    if (message.type === 1) {
      const reply = answer(message)
      const to = { destination: message.sender, replySerial: message.serial }
      if (reply) send({ type: 2, ...to, ...reply })
      else send({ type: 3, ...to, errorName: 'org.freedesktop.DBus.Error.UnknownMethod', signature: '', body: [] })
    } else if (message.type === 2) waiting.get(message.replySerial ?? 0)?.done(message.body)
    else if (message.type === 3) {
      waiting.get(message.replySerial ?? 0)?.fail(new Error(`${message.errorName}: ${message.body.join(' ')}`))
    }
  }

  function call(what: Call): Promise<readonly unknown[]> {
    const number = send({ type: 1, ...what })
    return new Promise((done, fail) => waiting.set(number, { done, fail })).finally(() =>
      waiting.delete(number),
    ) as Promise<readonly unknown[]>
  }

  await new Promise<void>((done, fail) => {
    socket.once('error', fail)
    socket.on('data', (data) => {
      bytes = Buffer.concat([bytes, data])
      if (!open) {
        if (!bytes.includes('\r\n')) return
        if (!bytes.toString('latin1').startsWith('OK')) return fail(new Error(bytes.toString('latin1')))
        bytes = bytes.subarray(bytes.indexOf('\r\n') + 2)
        open = true
        socket.write('BEGIN\r\n')
        done()
      }
      for (let next = decodeMessage(bytes); next; next = decodeMessage(bytes)) {
        bytes = bytes.subarray(next.length)
        take(next.message)
      }
    })
    socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`)
  })
  await call({ ...BUS, member: 'Hello', signature: '', body: [] })
  return {
    call,
    emit: (signal) => void send({ type: 4, ...signal }),
    close: () => socket.destroy(),
  }
}

/** @throws when another connection has the name. */
export async function ownName(peer: Peer, name: string): Promise<void> {
  const [result] = await peer.call({ ...BUS, member: 'RequestName', signature: 'su', body: [name, 4] })
  if (result !== 1) throw new Error(`${name} is taken`)
}
