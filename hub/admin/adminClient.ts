import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { AdminError } from './adminError.ts'
import { ADMIN_FAILURES, type AdminFailure, type AdminRequest } from './protocol.ts'

/** Asks the running hub and gives its rows one by one. @throws {AdminError} */
export async function* askHub(path: string, request: AdminRequest): AsyncGenerator<unknown> {
  const socket = connect(path)
  await new Promise<void>((done, fail) => {
    socket.once('connect', done)
    socket.once('error', () => fail(new AdminError('notRunning')))
  })
  try {
    socket.write(`${JSON.stringify(request)}\n`)
    for await (const line of createInterface({ input: socket })) {
      const message: unknown = JSON.parse(line)
      if (typeof message !== 'object' || message === null) continue
      if ('done' in message) return
      if ('failed' in message) throw new AdminError(failureOf(message.failed))
      if ('row' in message) yield message.row
    }
    throw new AdminError('unavailable')
  } finally {
    socket.destroy()
  }
}

function failureOf(code: unknown): AdminFailure {
  return ADMIN_FAILURES.find((known) => known === code) ?? 'unavailable'
}
