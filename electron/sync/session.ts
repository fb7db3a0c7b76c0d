import { isFileFrame } from '../../shared/protocol/attachments/fileFrames.ts'
import { FrameError } from '../../shared/protocol/frameCodec.ts'
import type { Frame, FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import { LANES } from '../../shared/protocol/lanes.ts'
import { frameBytes } from '../../shared/protocol/linkWidth.ts'
import { type CountyWitnessPorts, giveCountyEvents, keepCountyHeads, showHeldHeads } from './countyWitness.ts'
import { createDownAcks } from './downAcks.ts'
import type { EnginePorts } from './enginePorts.ts'
import type { HubPin, WaitReason } from './ports.ts'
import { createProbe } from './probe.ts'
import { reconcile } from './reconcile.ts'
import { createRecovery, type Recovery } from './recovery.ts'
import { createRoundTrip } from './roundTrip.ts'
import type { Session, SessionHooks } from './sessionPorts.ts'
import { type AckVerdict, createUploader, type Uploader } from './uploader.ts'
import { createWatchdog } from './watchdog.ts'
import { takeWelcome } from './welcome.ts'

interface Running {
  readonly pin: HubPin
  readonly uploader: Uploader
  readonly recovery: Recovery
  readonly county: CountyWitnessPorts
}

/** One connection from the opening payload to its end. */
export function createSession(ports: EnginePorts, hooks: SessionHooks): Session {
  const { store, primitives, clock, log, rules } = ports
  const { codec } = hooks
  const roundTrip = createRoundTrip(rules, hooks.link.settings.kind)
  let running: Running | null = null
  let ended = false
  let missed = 0

  const watchdog = createWatchdog(clock, roundTrip.deadlineMs, (count) => {
    missed = count
    // Before the first answer there is nothing to tell a slow link from a dead one.
    if (!running || count >= rules.missedAcks) end('noAnswer')
    else hooks.onMissed(count)
  })
  const send = (frame: OutgoingFrame): void => {
    if (!ended) hooks.send(codec.encode(frame))
  }
  const downAcks = createDownAcks(clock, hooks.link.settings.bitRate, send)
  const probe = createProbe(clock, send)

  function end(reason: WaitReason): void {
    if (ended) return
    stop()
    hooks.onEnd(reason)
  }

  function stop(): void {
    ended = true
    watchdog.stop()
    downAcks.stop()
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
    const recovery = createRecovery({ store, primitives, log, hubNow: () => welcome.at, ask: send, onSettled: settled })
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
    // Before anything is confirmed; one that was cut short, or ended with the program, is over once nothing more is missing.
    if (fetch.length > 0 || !store.ownChains().some(hooks.isHeldElsewhere)) store.setRecovering(fetch.length > 0)
    for (const { seq, ...chain } of raise) store.saveAck(chain, seq, welcome.at)
    for (const { seq, ...chain } of lower) store.lowerAck(chain, seq)
    if (fetch.length > 0) recovery.begin(fetch, newEpoch)
    showHeldHeads(county)
    hooks.onProgress()
    pump()
  }

  function settled(): void {
    hooks.onSettled()
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
    watchdog.touch(answers > 0 || (running?.recovery.active() ?? false) || probe.underWay())
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
        downAcks.taken(frame)
        hooks.onDown(frame)
        break
      case 'probed': {
        const ms = probe.answered(frame.id)
        if (ms === null) break
        roundTrip.sample(ms)
        hooks.onProbed()
        break
      }
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
      if (running) downAcks.confirm(lane, feedSeq)
    },
    carry(lanes) {
      const down = LANES.map((lane) => store.downCursor(lane).feedSeq)
      if (running) send({ t: 'carry', lanes, down: [down[0] ?? 0, down[1] ?? 0, down[2] ?? 0] })
    },
    probe() {
      if (!running || ended) return
      probe.ask()
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
