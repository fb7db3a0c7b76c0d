import { expect, test } from 'vitest'
import type { Bearer, CloseReason } from '../../electron/sync/ports.ts'
import type { HubConnection, HubLink } from '../../hub/core/ports.ts'

/** The hub's side of one connection, as a test sees it. */
export interface Accepted {
  readonly link: HubLink
  readonly hello: string
  readonly received: string[]
  closed: boolean
}

/** A bearer with somebody at its other end. */
export interface BearerUnderTest {
  readonly bearer: Bearer
  /** Connections the hub's side took, oldest first. */
  readonly accepted: readonly Accepted[]
  /** Waits until the condition holds. */
  until(done: () => boolean): Promise<unknown>
  /** Makes the hub's side unreachable. */
  takeDown(): Promise<void>
  dispose(): Promise<void>
}

interface Heard {
  opened: number
  readonly frames: string[]
  readonly closes: CloseReason[]
}

/** What the hub's core is to the bearer in these tests: it writes down what comes. */
export function recordingDoor(accepted: Accepted[]): { accept(link: HubLink, hello: Uint8Array): HubConnection } {
  return {
    accept(link, hello) {
      const one: Accepted = { link, hello: Buffer.from(hello).toString('utf8'), received: [], closed: false }
      accepted.push(one)
      return {
        receive: (frame) => void one.received.push(Buffer.from(frame).toString('utf8')),
        closed: () => {
          one.closed = true
        },
      }
    },
  }
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** What the engine relies on, whatever the bearer: run for the fake and for the real one, so that the fake cannot drift. */
export function describeBearer(make: () => Promise<BearerUnderTest>): void {
  async function connected(): Promise<{ under: BearerUnderTest; heard: Heard; hub: Accepted }> {
    const under = await make()
    const heard = open(under.bearer)
    await under.until(() => heard.opened === 1 && under.accepted.length === 1)
    return { under, heard, hub: under.accepted[0] as Accepted }
  }

  function open(bearer: Bearer, hello = (nonce: string) => `hello ${nonce}`): Heard {
    const heard: Heard = { opened: 0, frames: [], closes: [] }
    bearer.open((nonce) => bytes(hello(nonce)), {
      onOpen: () => {
        heard.opened += 1
      },
      onFrame: (frame) => void heard.frames.push(Buffer.from(frame).toString('utf8')),
      onClose: (reason) => void heard.closes.push(reason),
    })
    return heard
  }

  test('the opening payload carries the nonce that the hub’s side chose', async () => {
    const { under, hub } = await connected()
    expect(hub.hello).toBe(`hello ${hub.link.nonce}`)
    expect(hub.link.nonce.length).toBeGreaterThanOrEqual(16)
    await under.dispose()
  })

  test('every connection has another nonce', async () => {
    const { under, hub } = await connected()
    open(under.bearer)
    await under.until(() => under.accepted.length === 2)
    expect(under.accepted[1]?.link.nonce).not.toBe(hub.link.nonce)
    await under.dispose()
  })

  test('frames arrive whole and in order, both ways', async () => {
    const { under, heard, hub } = await connected()
    const sent = Array.from({ length: 20 }, (_, index) => `${index} ${'水'.repeat(index * 500)}`)
    for (const text of sent) under.bearer.send(bytes(text))
    for (const text of sent) hub.link.send(bytes(text))
    await under.until(() => hub.received.length === 20 && heard.frames.length === 20)
    expect(hub.received).toEqual(sent)
    expect(heard.frames).toEqual(sent)
    await under.dispose()
  })

  test('what the hub sends before it closes arrives before the close', async () => {
    const { under, heard, hub } = await connected()
    hub.link.send(bytes('goodbye'))
    hub.link.close()
    await under.until(() => heard.closes.length > 0)
    expect(heard).toMatchObject({ frames: ['goodbye'], closes: ['closedByHub'] })
    await under.until(() => hub.closed)
    await under.dispose()
  })

  test('closing here ends it there, and nothing more is heard', async () => {
    const { under, heard, hub } = await connected()
    under.bearer.close()
    hub.link.send(bytes('too late'))
    await under.until(() => hub.closed)
    expect(heard).toMatchObject({ frames: [], closes: [] })
    await under.dispose()
  })

  test('opening again ends the connection before it', async () => {
    const { under, heard, hub } = await connected()
    const second = open(under.bearer)
    await under.until(() => second.opened === 1 && hub.closed)
    expect(heard.closes).toEqual([])
    under.bearer.send(bytes('new'))
    await under.until(() => under.accepted[1]?.received.length === 1)
    expect(hub.received).toEqual([])
    await under.dispose()
  })

  test('an unreachable hub is reported once', async () => {
    const under = await make()
    await under.takeDown()
    const heard = open(under.bearer)
    await under.until(() => heard.closes.length > 0)
    expect(heard).toEqual({ opened: 0, frames: [], closes: ['unreachable'] })
    await under.dispose()
  })

  test('a connection that breaks is reported once; sending on it does nothing', async () => {
    const { under, heard } = await connected()
    await under.takeDown()
    await under.until(() => heard.closes.length > 0)
    under.bearer.send(bytes('into the void'))
    under.bearer.close()
    expect(heard.closes).toHaveLength(1)
    await under.dispose()
  })
}
