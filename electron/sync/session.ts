import { createAckPacer } from '../../shared/protocol/ackPacer.ts'
import { type FileFrame, isFileFrame } from '../../shared/protocol/attachments/fileFrames.ts'
import { type FrameCodec, FrameError } from '../../shared/protocol/frameCodec.ts'
import type { Frame, FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import { frameBytes, isNarrow } from '../../shared/protocol/linkWidth.ts'
import { type CountyWitnessPorts, giveCountyEvents, keepCountyHeads, showHeldHeads } from './countyWitness.ts'
import type { EnginePorts } from './enginePorts.ts'
import type { FileSeam } from './fileSeam.ts'
import type { ChainName, EngineLink, HubPin, WaitReason } from './ports.ts'
import { reconcile } from './reconcile.ts'
import { createRecovery, type Recovery } from './recovery.ts'
import { createRoundTrip } from './roundTrip.ts'
import { type AckVerdict, createUploader, type Uploader } from './uploader.ts'
import { createWatchdog } from './watchdog.ts'
import { takeWelcome } from './welcome.ts'
import type { Witness } from './witness.ts'

export interface SessionHooks {
  /** The configured link it runs over. */
  readonly link: EngineLink
  /** How frames are written on this connection. */
  readonly codec: FrameCodec
  readonly witness: Witness
  readonly nonce: () => string
  /** When the opening payload left, by the monotonic clock: what went before is connecting, not the link's round trip. */
  readonly helloAt: () => number
  readonly send: (frame: Uint8Array) => void
  /** Last number of a chain that may leave by this link. */
  reach(chain: ChainName): number
  /** Whether another connection is finding out where this chain parted from the hub's. */
  isHeldElsewhere(chain: ChainName): boolean
  /** Whether this is the link that signs for the county what was sent. */
  mayWitness(): boolean
  /** The hub answered and is the right one. @param restarted whether a lane of its feed starts again */
  onOnline(pin: HubPin, hubMs: number, restarted: boolean): void
  /** A piece of the hub's feed. */
  onDown(frame: FrameOf<'down'>): void
  /** Numbers of waiting records may have changed. */
  onProgress(): void
  /** So many answers in a row are missing; 0 when one came after all. */
  onMissed(count: number): void
  onProbed(): void
  /** An urgent frame is not confirmed in time. */
  onOverdue(chain: ChainName, last: number): void
  readonly files: FileSeam
  onEnd(reason: WaitReason): void
}

/** One connection from the opening payload to its end. */
export interface Session {
  receive(frame: Uint8Array): void
  /** New own events are in the store, or others may leave by this link now. */
  notify(): void
  /** Everything of the feed up to a number is durable: confirms what came by this link. */
  confirm(lane: Lane, feedSeq: number): void
  /** Lanes of the feed that come down this link from now on. */
  carry(lanes: number): void
  /** Asks for a sign of life. */
  probe(): void
  /** The feed has gone quiet: files may move. */
  moveFiles(): void
  /** Sends a frame of the exchange of attachments' files. */
  sendFile(frame: FileFrame): void
  /** No record under way here and none to send. */
  isQuiet(): boolean
  /** Nothing under way here and no record to send. */
  isDrained(): boolean
  /** The same, and no file is to be moved by it: one billed by session may hang up. */
  isFinished(): boolean
  isHeld(chain: ChainName): boolean
  isRecovering(): boolean
  roundTripMs(): number | null
  /** Mean size of an event in its frame here, bytes; null before the first. */
  bytesPerEvent(): number | null
  stop(): void
}

interface Running {
  readonly pin: HubPin
  readonly uploader: Uploader
  readonly recovery: Recovery
  readonly county: CountyWitnessPorts
}

export function createSession(ports: EnginePorts, hooks: SessionHooks): Session {
  const { store, primitives, clock, log, rules } = ports
  const { codec } = hooks
  const roundTrip = createRoundTrip(rules, hooks.link.settings.kind)
  /** Last feed number that came by this connection and is not confirmed on it, by lane. */
  const owed: [number, number, number] = [0, 0, 0]
  const pacer = isNarrow(hooks.link.settings.bitRate) ? createAckPacer(clock) : null
  let running: Running | null = null
  let ended = false
  let missed = 0
  let probes = 0
  let probeSentAt: number | null = null

  const watchdog = createWatchdog(clock, roundTrip.deadlineMs, (count) => {
    missed = count
    // Before the first answer there is nothing to tell a slow link from a dead one.
    if (!running || count >= rules.missedAcks) end('noAnswer')
    else hooks.onMissed(count)
  })
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
    pacer?.stop()
    running?.uploader.stop()
    hooks.files.close()
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
    const taken = takeWelcome(store, primitives, welcome, hooks.nonce())
    if (typeof taken === 'string') {
      end(taken)
      return
    }
    roundTrip.guess(clock.monotonic() - hooks.helloAt())
    const recovery = createRecovery({ store, primitives, log, hubNow: () => welcome.at, ask: send, onSettled: pump })
    const uploader = createUploader({
      store,
      codec,
      clock,
      roundTrip,
      send: hooks.send,
      frameBytes: frameBytes(hooks.link.settings.bitRate),
      window: ports.window ?? 4,
      isHeld: (chain) => recovery.isHeld(chain) || hooks.isHeldElsewhere(chain),
      reach: hooks.reach,
      onOverdue: hooks.onOverdue,
    })
    const county: CountyWitnessPorts = { store, primitives, log, pin: taken.pin, send }
    running = { pin: taken.pin, uploader, recovery, county }
    hooks.onOnline(taken.pin, welcome.at, taken.restarted)
    const { raise, lower, fetch, newEpoch } = reconcile(store.ownChains(), welcome.chains, store.currentEpoch(), store)
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
    if (hooks.mayWitness() && isAllConfirmed() && !running.recovery.active()) hooks.witness.sign(send)
    moveFiles()
    watch()
  }

  function moveFiles(): void {
    if (hooks.files.isWaiting() && running?.uploader.drained()) hooks.files.quiet()
  }

  function watch(): void {
    const answers = (running?.uploader.underWay() ?? 0) + hooks.files.underWay()
    watchdog.touch(answers > 0 || (running?.recovery.active() ?? false) || probeSentAt !== null)
  }

  /** A checkpoint names heads that the hub must hold already. */
  function isAllConfirmed(): boolean {
    return store.ownChains().every(({ acked, closedAt, head }) => acked >= (closedAt ?? head.seq))
  }

  function handle(frame: Frame): void {
    if (frame.t === 'error') end(frame.code)
    else if (running) answer(running, frame)
    else if (frame.t === 'welcome') begin(frame)
    else end('unexpectedFrame')
  }

  function answer({ uploader, recovery, county, pin }: Running, frame: Frame): void {
    if (isFileFrame(frame)) {
      hooks.files.received(frame)
      return
    }
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
        owed[frame.lane] = Math.max(owed[frame.lane], frame.from + frame.events.length - 1)
        pacer?.taken(String(frame.lane), frame.more === true)
        hooks.onDown(frame)
        break
      case 'probed':
        if (frame.id !== probes || probeSentAt === null) break
        roundTrip.sample(clock.monotonic() - probeSentAt)
        probeSentAt = null
        hooks.onProbed()
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
    if (hooks.isHeldElsewhere(chain)) return
    running.uploader.drop(chain)
    running.recovery.begin([{ epoch, lane, from: chain.acked + 1 }], epoch === store.currentEpoch() ? 'fork' : null)
  }

  watchdog.touch(true)
  return {
    receive(bytes) {
      if (ended) return
      watchdog.alive()
      if (missed > 0) {
        missed = 0
        hooks.onMissed(0)
      }
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
    confirm(lane, feedSeq) {
      if (!running || owed[lane] === 0) return
      if (feedSeq >= owed[lane]) owed[lane] = 0
      const confirmed = (): void => send({ t: 'downAck', lane, seq: feedSeq })
      if (pacer) pacer.confirm(String(lane), confirmed)
      else confirmed()
    },
    carry(lanes) {
      const down = LANES.map((lane) => store.downCursor(lane).feedSeq)
      if (running) send({ t: 'carry', lanes, down: [down[0] ?? 0, down[1] ?? 0, down[2] ?? 0] })
    },
    probe() {
      if (!running || ended) return
      probes += 1
      probeSentAt = clock.monotonic()
      send({ t: 'probe', id: probes })
      pump()
    },
    moveFiles: () => guard(moveFiles),
    sendFile(frame) {
      send(frame)
      if (running && !ended) watch()
    },
    isQuiet: () => running?.uploader.drained() ?? false,
    isDrained: () => (running?.uploader.drained() ?? false) && hooks.files.underWay() === 0,
    isFinished: () => (running?.uploader.drained() ?? false) && !hooks.files.isBusy(),
    isHeld: (chain) => !ended && (running?.recovery.isHeld(chain) ?? false),
    isRecovering: () => !ended && (running?.recovery.active() ?? false),
    roundTripMs: roundTrip.ms,
    bytesPerEvent: () => running?.uploader.bytesPerEvent() ?? null,
    stop,
  }
}
