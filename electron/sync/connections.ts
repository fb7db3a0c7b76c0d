import type { FileWire } from '../attachments/exchange/fileWire.ts'
import type { LinkRunner } from '../links/linkRunner.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { Downloader } from './downloader.ts'
import type { Online } from './enginePhase.ts'
import type { EnginePorts } from './enginePorts.ts'
import type { EnrolmentRound } from './enrolmentRound.ts'
import { createFileSeam } from './fileSeam.ts'
import type { LinkCodecs } from './linkCodecs.ts'
import type { WaitReason } from './ports.ts'
import { createSession } from './session.ts'
import type { Session } from './sessionPorts.ts'
import type { Witness } from './witness.ts'

interface ConnectionsPorts {
  readonly ports: EnginePorts
  readonly runners: readonly LinkRunner[]
  readonly dispatcher: Dispatcher
  readonly downloader: Downloader
  readonly codecs: LinkCodecs
  readonly witness: Witness
  readonly enrolment: EnrolmentRound
  /** Numbers of waiting records may have changed. */
  onProgress(): void
  onSettled(): void
}

/** The open connections of one engine, each with its place among the others: they are all with one life of one hub. */
export interface Connections {
  /** A link has connected: its session begins. */
  open(runner: LinkRunner, nonce: () => string, helloAt: () => number): Session
  /** What the hub said last; null while nothing is connected. */
  online(): Online | null
  /** A connection ended: with the last of them goes what the hub said. */
  forget(): void
}

export function createConnections({
  ports,
  runners,
  dispatcher,
  downloader,
  codecs,
  witness,
  enrolment,
  onProgress,
  onSettled,
}: ConnectionsPorts): Connections {
  let online: Online | null = null

  function endOthers(runner: LinkRunner, reason: WaitReason): void {
    for (const other of runners) if (other !== runner && other.session() !== null) other.end(reason)
  }

  /** After the first answer of an enrolment the other links come up too. */
  function wakeOthers(): void {
    for (const runner of runners) if (runner.machine().phase.reason === 'starting') runner.retryNow()
  }

  /** Files go where routine goes, when no record waits for this link or is coming in. */
  function fileWire(runner: LinkRunner, session: Session, hubEpoch: string): FileWire {
    const { settings } = runner.link
    return {
      settings,
      hubEpoch,
      send: session.sendFile,
      mayCarry: () => dispatcher.routes()[2] === settings.id && runner.budget.mayCarry(2),
      isQuiet: () => session.isQuiet() && downloader.idle(),
    }
  }

  return {
    open(runner, nonce, helloAt) {
      const { link } = runner
      const { id } = link.settings
      const files = createFileSeam(ports.files)
      const session: Session = createSession(ports, {
        link,
        codec: codecs.renew(link.settings),
        witness,
        nonce,
        helloAt,
        send: runner.send,
        reach: (chain) => dispatcher.reach(id, chain),
        isHeldElsewhere: (chain) => runners.some((one) => one !== runner && (one.session()?.isHeld(chain) ?? false)),
        mayWitness: () => dispatcher.routes()[2] === id,
        onOnline(pin, hubMs, restarted) {
          // A hub that began again answers here: what other connections of the old life still say means nothing any more.
          if (restarted || (online && online.pin.hubEpoch !== pin.hubEpoch)) endOthers(runner, 'restarted')
          if (restarted || !runners.some((one) => one.session() !== null)) downloader.reset()
          online = { pin, clockOffsetMs: hubMs - ports.clock.now() }
          runner.welcomed()
          enrolment.settle({ outcome: 'enrolled' })
          wakeOthers()
          files.open(fileWire(runner, session, pin.hubEpoch))
        },
        onDown(frame) {
          runner.rouse()
          downloader.receive(frame)
        },
        onProgress,
        onSettled,
        onMissed: (count) => runner.dispatch(count === 0 ? { type: 'alive' } : { type: 'missed', count }),
        onProbed: () => runner.dispatch({ type: 'probed' }),
        onOverdue: (chain, last) => dispatcher.overdue(id, chain, last),
        files,
        onEnd: (reason) => {
          if (reason === 'malformed' || reason === 'unknownVersion') codecs.distrust(id)
          if (session.isRecovering()) endOthers(runner, 'restarted')
          runner.end(reason)
        },
      })
      return session
    },
    online: () => online,
    forget() {
      if (!runners.some((runner) => runner.session() !== null)) online = null
    },
  }
}
