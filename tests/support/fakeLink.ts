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

/** How long an end that hears nothing believes in its connection: socket.io's own heartbeat at its defaults. */
const HEARTBEAT_MS = 45_000

/** What a link did to a frame or a connection. */
export type LinkFault = 'loss' | 'duplication' | 'reordering' | 'halfOpen' | 'cutMidFrame'

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
  /** One end goes on believing in the connection, the other knows that it is gone. */
  halfOpen(believer: 'console' | 'hub'): void
  /** The next frame, whichever way, arrives cut off, and the connection with it. */
  cutMidFrame(): void
  /** The console's process ends. Quietly (no power): the hub is told nothing. */
  die(quietly: boolean): void
  /** Connections opened so far. */
  opened(): number
}

interface Pipe {
  open: boolean
  /** Nothing gets through any more, whatever its ends believe. */
  severed: boolean
  events: BearerEvents
  hub: HubConnection | null
  /** Earliest delivery each way, so that frames keep their order unless they may overtake. */
  upFree: number
  downFree: number
}

/** A link between one console and the hub inside a simulated world. Passes the same contract suite as the real bearer. */
export function createFakeLink(
  world: World,
  door: HubDoor,
  initial: LinkQuality = GOOD_LINK,
  onFault: (fault: LinkFault) => void = () => undefined,
): FakeLink {
  const { clock, random } = world
  let quality = initial
  let isCut = false
  let isSwallowing = false
  let cutsNext = false
  let pipe: Pipe | null = null
  let opened = 0

  function deliver(from: Pipe, way: 'upFree' | 'downFree', frame: Uint8Array, take: (frame: Uint8Array) => void): void {
    if (cutsNext) {
      cutsNext = false
      onFault('cutMidFrame')
      clock.after(quality.delayMs, () => {
        if (isLive(from)) take(frame.subarray(0, random.between(1, frame.length - 1)))
        snap(from, 'lost')
      })
      return
    }
    for (let times = timesOf(); times > 0; times -= 1) {
      const overtakes = random.chance(quality.reorder)
      if (overtakes) onFault('reordering')
      const due = Math.max(clock.monotonic() + quality.delayMs, overtakes ? 0 : from[way])
      if (!overtakes) from[way] = due
      clock.after(due - clock.monotonic() + (overtakes ? random.between(0, quality.delayMs) : 0), () => {
        if (isLive(from)) take(frame)
      })
    }
  }

  function timesOf(): number {
    if (isSwallowing) return 0
    if (random.chance(quality.lose)) {
      onFault('loss')
      return 0
    }
    if (!random.chance(quality.repeat)) return 1
    onFault('duplication')
    return 2
  }

  const isLive = (one: Pipe): boolean => one.open && !one.severed

  /** The connection breaks: both sides hear of it. */
  function snap(broken: Pipe, reason: 'lost' | 'closedByHub'): void {
    if (!broken.open) return
    broken.open = false
    if (pipe === broken) pipe = null
    broken.hub?.closed()
    broken.events.onClose(reason)
  }

  /** Whichever end still believed in it misses the other's heartbeat. */
  function notice(severed: Pipe): void {
    severed.hub?.closed()
    if (!severed.open) return
    severed.open = false
    if (pipe === severed) pipe = null
    severed.events.onClose('lost')
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
      send: (frame) => deliver(fresh, 'downFree', frame, fresh.events.onFrame),
      // What was sent before is still delivered, as TCP does.
      close: () =>
        void clock.after(
          Math.max(0, fresh.downFree - clock.monotonic()) + 1,
          () => !fresh.severed && snap(fresh, 'closedByHub'),
        ),
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
      const fresh: Pipe = { open: true, severed: false, events, hub: null, upFree: 0, downFree: 0 }
      pipe = fresh
      clock.after(quality.delayMs, () => {
        if (fresh.open) meet(fresh, makeHello)
      })
    },
    send(frame) {
      const current = pipe
      if (current?.hub) deliver(current, 'upFree', frame, (arrived) => current.hub?.receive(arrived))
    },
    close() {
      const current = pipe
      pipe = null
      if (!current?.open) return
      current.open = false
      const { hub } = current
      if (hub && !current.severed) clock.after(quality.delayMs, () => hub.closed())
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
    halfOpen(believer) {
      const current = pipe
      if (!current?.hub || current.severed) return
      onFault('halfOpen')
      current.severed = true
      clock.after(HEARTBEAT_MS, () => notice(current))
      if (believer === 'console') current.hub.closed()
      else {
        current.open = false
        pipe = null
        current.events.onClose('lost')
      }
    },
    cutMidFrame() {
      cutsNext = true
    },
    die(quietly) {
      const current = pipe
      if (current && quietly) {
        current.severed = true
        clock.after(HEARTBEAT_MS, () => current.hub?.closed())
      }
      bearer.close()
    },
    opened: () => opened,
  }
}
