// The demo's links: the county hub behind two relays on this machine, one of them shaped like a satellite, that can be cut, made
// silent and restored from the link room or from the terminal. A newcomer watches an outage without pulling a cable.
import { createServer as createHttpServer, type Server as HttpServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { z } from 'zod'
import { DEMO_LINK_STATES, type DemoLinkState, type LinkSettings } from '../../shared/ipc/links.ts'
import { type Relay, type RelayShape, startRelay } from './relay.ts'

export interface DemoLinks {
  /** What the console is configured with, in order of preference. */
  readonly links: readonly LinkSettings[]
  /** Where the console reads and sets the switches. */
  readonly url: string
  /** Sets a link, from the terminal. False when there is no such link. */
  set(id: string, state: DemoLinkState): boolean
  close(): Promise<void>
}

const MOST_BODY = 1_000
const wish = z.object({ id: z.string(), state: z.enum(DEMO_LINK_STATES) })

const SHAPES: Readonly<Record<'broadband' | 'satellite', RelayShape>> = {
  broadband: { bitRate: 10_000_000, delayMs: 5 },
  // Round trip 0.6 s at 64 kbit/s, as the first of the three satellite links the tests use.
  satellite: { bitRate: 64_000, delayMs: 300 },
}

/** @param hubUrl where the demo's county hub really listens. */
export async function startDemoLinks(hubUrl: string): Promise<DemoLinks> {
  const port = Number(new URL(hubUrl).port)
  const relays = new Map<string, Relay>()
  const links: LinkSettings[] = []
  for (const id of ['broadband', 'satellite'] as const) {
    const relay = await startRelay(port, SHAPES[id])
    relays.set(id, relay)
    links.push({
      id,
      kind: id,
      name: '',
      url: `http://127.0.0.1:${relay.port}`,
      card: null,
      bitRate: SHAPES[id].bitRate,
      billing: id === 'satellite' ? 'byte' : 'free',
      budgetBytes: id === 'satellite' ? 5_000_000 : null,
      laneFloor: 2,
      mode: 'auto',
    })
  }

  function set(id: string, state: DemoLinkState): boolean {
    const relay = relays.get(id)
    relay?.set(state)
    return relay !== undefined
  }

  const http = createHttpServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (request.method !== 'POST') {
      answer(
        200,
        [...relays].map(([id, relay]) => ({ id, state: relay.state() })),
      )
      return
    }
    readWish(request).then(
      ({ id, state }) => answer(set(id, state) ? 200 : 404, {}),
      () => answer(400, {}),
    )
  })
  await listen(http)
  return {
    links,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    set,
    async close() {
      http.closeAllConnections()
      await new Promise<void>((done) => void http.close(() => done()))
      for (const relay of relays.values()) await relay.close()
    },
  }
}

function listen(server: Server | HttpServer): Promise<void> {
  return new Promise((done) => void server.listen(0, '127.0.0.1', () => done()))
}

async function readWish(request: IncomingMessage): Promise<z.infer<typeof wish>> {
  let text = ''
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += part
    if (text.length > MOST_BODY) throw new Error('too long')
  }
  return wish.parse(JSON.parse(text))
}
