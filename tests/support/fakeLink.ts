import type { Bearer, BearerEvents } from '../../electron/sync/ports.ts'
import type { HubConnection, HubLink } from '../../hub/core/ports.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import type { World } from './world.ts'

export interface LinkQuality {
  /** One way, ms. */
  readonly delayMs: number
  readonly lose: number
  readonly repeat: number
  /** Frames that may overtake others. */
  readonly reorder: number
}

export const GOOD_LINK: LinkQuality = { delayMs: 20, lose: 0, repeat: 0, reorder: 0 }

/** Where a link ends: the hub now, or null when it is down. */
export type HubDoor = () => { accept(link: HubLink, hello: Uint8Array): HubConnection } | null

export interface FakeLink {
  readonly bearer: Bearer
  /** Cuts the connection and refuses new ones. */
  cut(): void
  restore(): void
  /** Everything sent vanishes; nobody is told. */
  swallow(on: boolean): void
  setQuality(quality: LinkQuality): void
  /** Connections opened so far. */
  opened(): number
}

interface Pipe {
  open: boolean
  events: BearerEvents
  hub: HubConnection | null
  /** Earliest delivery each way, so that frames keep their order unless they may overtake. */
  upFree: number
  downFree: number
}

/** A link between one console and the hub inside a simulated world. Passes the same contract suite as the real bearer. */
export function createFakeLink(world: World, door: HubDoor, initial: LinkQuality = GOOD_LINK): FakeLink {
  const { clock, random } = world
  let quality = initial
  let isCut = false
  let isSwallowing = false
  let pipe: Pipe | null = null
  let opened = 0

  function deliver(from: Pipe, way: 'upFree' | 'downFree', run: () => void): void {
    const times = random.chance(quality.lose) || isSwallowing ? 0 : random.chance(quality.repeat) ? 2 : 1
    for (let time = 0; time < times; time += 1) {
      const overtakes = random.chance(quality.reorder)
      const due = Math.max(clock.monotonic() + quality.delayMs, overtakes ? 0 : from[way])
      if (!overtakes) from[way] = due
      clock.after(due - clock.monotonic() + (overtakes ? random.between(0, quality.delayMs) : 0), () => {
        if (from.open) run()
      })
    }
  }

  /** The connection breaks: both sides hear of it. */
  function snap(broken: Pipe, reason: 'lost' | 'closedByHub'): void {
    if (!broken.open) return
    broken.open = false
    if (pipe === broken) pipe = null
    broken.hub?.closed()
    broken.events.onClose(reason)
  }

  function meet(fresh: Pipe, makeHello: (nonce: string) => Uint8Array): void {
    const hub = door()
    if (!hub || isCut) {
      fresh.open = false
      if (pipe === fresh) pipe = null
      fresh.events.onClose('unreachable')
      return
    }
    const nonce = toHex(random.bytes(12))
    const link: HubLink = {
      nonce,
      send: (frame) => deliver(fresh, 'downFree', () => fresh.events.onFrame(frame)),
      // What was sent before is still delivered, as TCP does.
      close: () =>
        void clock.after(Math.max(0, fresh.downFree - clock.monotonic()) + 1, () => snap(fresh, 'closedByHub')),
    }
    const hello = makeHello(nonce)
    fresh.hub = hub.accept(link, hello)
    fresh.events.onOpen()
  }

  const bearer: Bearer = {
    name: 'fake',
    capabilities: { bitRate: 10_000_000, mtu: 1_500, cost: 'free' },
    open(makeHello, events) {
      bearer.close()
      opened += 1
      const fresh: Pipe = { open: true, events, hub: null, upFree: 0, downFree: 0 }
      pipe = fresh
      clock.after(quality.delayMs, () => {
        if (fresh.open) meet(fresh, makeHello)
      })
    },
    send(frame) {
      const current = pipe
      if (current?.hub) deliver(current, 'upFree', () => current.hub?.receive(frame))
    },
    close() {
      const current = pipe
      pipe = null
      if (!current?.open) return
      current.open = false
      const { hub } = current
      if (hub) clock.after(quality.delayMs, () => hub.closed())
    },
  }

  return {
    bearer,
    cut() {
      isCut = true
      if (pipe) snap(pipe, 'lost')
    },
    restore() {
      isCut = false
    },
    swallow(on) {
      isSwallowing = on
    },
    setQuality(next) {
      quality = next
    },
    opened: () => opened,
  }
}
