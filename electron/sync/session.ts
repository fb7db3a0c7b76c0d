import { FrameError } from '../../shared/protocol/frameCodec.ts'
import type { Frame, FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import { type CountyWitnessPorts, giveCountyEvents, keepCountyHeads, showHeldHeads } from './countyWitness.ts'
import { createDownloader, type Downloader } from './downloader.ts'
import type { EnginePorts } from './engine.ts'
import type { HubPin, ReadLimit, WaitReason } from './ports.ts'
import { reconcile } from './reconcile.ts'
import { createRecovery, type Recovery } from './recovery.ts'
import { createRoundTrip } from './roundTrip.ts'
import { type AckVerdict, createUploader, type Uploader } from './uploader.ts'
import { createWatchdog } from './watchdog.ts'
import { takeWelcome } from './welcome.ts'
import type { Witness } from './witness.ts'

export interface SessionHooks {
  readonly witness: Witness
  readonly nonce: () => string
  readonly send: (frame: Uint8Array) => void
  /** The hub answered and is the right one. */
  onOnline(pin: HubPin, hubMs: number): void
  /** Numbers of waiting records may have changed. */
  onProgress(): void
  onEnd(reason: WaitReason): void
}

export interface SessionActivity {
  readonly reason: 'sending' | 'receiving' | 'idle'
  readonly roundTripMs: number | null
}

/** One connection from the opening payload to its end. */
export interface Session {
  receive(frame: Uint8Array): void
  /** New own events are in the store. */
  notify(): void
  activity(): SessionActivity
  stop(): void
}

interface Running {
  readonly pin: HubPin
  readonly uploader: Uploader
  readonly downloader: Downloader
  readonly recovery: Recovery
  readonly county: CountyWitnessPorts
}

/** So much of a link's time one frame may take. */
const FRAME_SECONDS = 2
const LARGEST_FRAME = 256 * 1024
const SMALLEST_FRAME = 600

export function createSession(ports: EnginePorts, hooks: SessionHooks): Session {
  const { store, primitives, codec, clock, log } = ports
  const roundTrip = createRoundTrip()
  const startedAt = clock.monotonic()
  let running: Running | null = null
  let ended = false

  const watchdog = createWatchdog(clock, roundTrip.deadlineMs, () => end('noAnswer'))
  const send = (frame: OutgoingFrame): void => {
    if (!ended) hooks.send(codec.encode(frame))
  }

  function end(reason: WaitReason): void {
    if (ended) return
    stop()
    hooks.onEnd(reason)
  }

  function stop(): void {
    ended = true
    watchdog.stop()
    running?.downloader.stop()
  }

  /** The store refused: nothing was confirmed, so nothing is lost; the next connection starts from what is durable. */
  function guard(work: () => void): void {
    if (ended) return
    try {
      work()
    } catch (error) {
      log.error('sync.storeFailed', { message: error instanceof Error ? error.message : String(error) })
      end('storeFailed')
    }
  }

  function begin(welcome: FrameOf<'welcome'>): void {
    const pin = takeWelcome(store, primitives, welcome, hooks.nonce())
    if (typeof pin === 'string') {
      end(pin)
      return
    }
    roundTrip.sample(clock.monotonic() - startedAt)
    const recovery = createRecovery({ store, primitives, log, hubNow: () => welcome.at, ask: send, onSettled: pump })
    const uploader = createUploader({
      store,
      codec,
      clock,
      roundTrip,
      send: hooks.send,
      frameLimit: frameLimitOf(ports.bearer.capabilities.bitRate),
      window: ports.window ?? 4,
      isHeld: recovery.isHeld,
    })
    const downloader = createDownloader({
      store,
      primitives,
      clock,
      log,
      confirm(lane, seq) {
        send({ t: 'downAck', lane, seq })
        hooks.onProgress()
      },
      onFailure: (error) =>
        guard(() => {
          throw error
        }),
    })
    const county: CountyWitnessPorts = { store, primitives, log, pin, send }
    running = { pin, uploader, downloader, recovery, county }
    hooks.onOnline(pin, welcome.at)
    const { raise, lower, fetch, newEpoch } = reconcile(
      store.ownChains(),
      welcome.chains,
      store.currentEpoch(),
      store.hashAt,
    )
    for (const { seq, ...chain } of raise) store.saveAck(chain, seq, welcome.at)
    for (const { seq, ...chain } of lower) store.lowerAck(chain, seq)
    if (fetch.length > 0) recovery.begin(fetch, newEpoch)
    showHeldHeads(county)
    hooks.onProgress()
    pump()
  }

  function pump(): void {
    if (!running || ended) return
    running.uploader.pump()
    if (running.uploader.drained() && !running.recovery.active()) hooks.witness.sign(send)
    watchdog.touch(running.uploader.underWay() > 0 || running.recovery.active())
  }

  function handle(frame: Frame): void {
    if (frame.t === 'error') end(frame.code)
    else if (running) answer(running, frame)
    else if (frame.t === 'welcome') begin(frame)
    else end('unexpectedFrame')
  }

  function answer({ uploader, downloader, recovery, county, pin }: Running, frame: Frame): void {
    switch (frame.t) {
      case 'ack':
        // While both sides find out where they parted, the hub's numbers mean its own branch.
        if (!recovery.isHeld(frame)) confirmed(uploader.acked(frame), frame)
        break
      case 'park':
        store.savePark(frame, frame.seq, frame.code)
        log.warn('sync.parked', { lane: frame.lane, seq: frame.seq, code: frame.code })
        break
      case 'gap':
        uploader.gap(frame)
        break
      case 'fork':
        parted(frame)
        break
      case 'down':
        downloader.receive(frame)
        break
      case 'countersigned':
        if (!hooks.witness.countersigned(frame, pin)) end('badHub')
        break
      case 'county':
        if (!keepCountyHeads(county, frame)) end('badHub')
        break
      case 'own':
        giveCountyEvents(county, frame)
        break
      case 'ownEvents':
        recovery.receive(frame)
        break
      case 'welcome':
        // A link that repeats frames may bring it twice.
        break
      default:
        end('unexpectedFrame')
    }
  }

  function confirmed(verdict: AckVerdict, frame: FrameOf<'ack'>): void {
    if (verdict === 'impossible') end('badHub')
    else if (verdict === 'fork') parted(frame)
    hooks.onProgress()
  }

  /** The hub holds other events under our numbers. */
  function parted({ epoch, lane }: FrameOf<'fork'> | FrameOf<'ack'>): void {
    const chain = store.ownChains().find((one) => one.epoch === epoch && one.lane === lane)
    if (!running || !chain || chain.closedAt !== null || running.recovery.isHeld(chain)) return
    running.uploader.drop(chain)
    running.recovery.begin([{ epoch, lane, from: chain.acked + 1 }], epoch === store.currentEpoch() ? 'fork' : null)
  }

  watchdog.touch(true)
  return {
    receive(bytes) {
      if (ended) return
      watchdog.alive()
      let frame: Frame
      try {
        frame = codec.decode(bytes)
      } catch (error) {
        end(error instanceof FrameError ? error.code : 'malformed')
        return
      }
      guard(() => {
        handle(frame)
        pump()
      })
    },
    notify: () => guard(pump),
    activity: () => ({
      reason: !running?.uploader.drained() ? 'sending' : running.downloader.idle() ? 'idle' : 'receiving',
      roundTripMs: roundTrip.ms(),
    }),
    stop,
  }
}

function frameLimitOf(bitRate: number): ReadLimit {
  const bytes = Math.min(LARGEST_FRAME, Math.max(SMALLEST_FRAME, Math.floor((bitRate * FRAME_SECONDS) / 8)))
  return { events: 500, bytes }
}
