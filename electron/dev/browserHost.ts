// The same page and the same desk without Electron: an HTTP server on 127.0.0.1 for development, tests and headless
// machines. Its address holds a random token; without it, or with a foreign Host or Origin, nothing is answered but 403.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { IpcResult } from '../../shared/ipc/result.ts'
import type { OpenConsole } from '../ipc/openConsole.ts'
import { readStatic } from '../shell/staticFiles.ts'

const MAX_BODY_BYTES = 16 * 1024 * 1024

export interface BrowserHost {
  /** Address of the page; a GET answers 200 with it. */
  readonly url: string
  close(): Promise<void>
}

export interface BrowserHostOptions {
  readonly desk: OpenConsole
  /** Folder of the built page. */
  readonly folder: string
  /** 0 or absent: any free port. */
  readonly port?: number | undefined
  readonly language?: string | undefined
}

export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const token = randomBytes(24).toString('base64url')
  const feeds = new Set<ServerResponse>()
  const stopFeed = options.desk.onChange((change) => {
    for (const feed of feeds) feed.write(`data: ${JSON.stringify(change)}\n\n`)
  })
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('[browser host]', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(options.port ?? 0, '127.0.0.1', done)
  })
  const { port } = server.address() as AddressInfo
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurs(request, hosts)) return end(response, 403)
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [, given = '', ...rest] = pathname.split('/')
    if (!isSame(given, token)) return end(response, 403)
    const path = `/${rest.join('/')}`
    if (path.startsWith('/api/')) return answerQuestion(request, response, decodeURIComponent(path.slice(5)))
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
    if (path === '/events') return openFeed(response)
    const file = await readStatic(options.folder, path)
    response.writeHead(file.status, file.headers).end(request.method === 'HEAD' ? undefined : file.body)
  }

  async function answerQuestion(request: IncomingMessage, response: ServerResponse, channel: string): Promise<void> {
    if (request.method !== 'POST') return end(response, 405)
    // A form of another page cannot send this type without asking first, and asking is never answered.
    if (request.headers['content-type'] !== 'application/json') return end(response, 415)
    const body = await readBody(request)
    if (body === undefined) return end(response, 413)
    const result = await askDesk(options.desk, channel, body)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify(result))
  }

  function openFeed(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
    response.write(': open\n\n')
    feeds.add(response)
    response.on('close', () => feeds.delete(response))
  }

  const query = options.language ? `?lang=${encodeURIComponent(options.language)}` : ''
  return {
    url: `http://127.0.0.1:${port}/${token}/${query}`,
    async close() {
      stopFeed()
      for (const feed of feeds) feed.end()
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

/** Host stops DNS rebinding; Origin, where the browser sends one, must be this server itself. */
function isOurs(request: IncomingMessage, hosts: readonly string[]): boolean {
  const { host = '', origin } = request.headers
  return hosts.includes(host) && (origin === undefined || hosts.some((one) => origin === `http://${one}`))
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end()
}

async function askDesk(desk: OpenConsole, channel: string, body: string): Promise<IpcResult> {
  let args: unknown
  try {
    args = JSON.parse(body)
  } catch {
    return { ok: false, error: { code: 'ipc.badArguments', message: 'the body is not JSON' } }
  }
  return desk.dispatch(channel, args)
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MAX_BODY_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
