import { type AckPacer, createAckPacer } from '../../shared/protocol/ackPacer.ts'
import { type FrameCodec, FrameError } from '../../shared/protocol/frameCodec.ts'
import type { ErrorCode, Frame, OutgoingFrame } from '../../shared/protocol/frames.ts'
import { epochCounter, epochName, originOf } from '../../shared/protocol/identity.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { isNarrow } from '../../shared/protocol/linkWidth.ts'
import { codebookOf } from '../../shared/protocol/narrow/narrowCodec.ts'
import { admit } from './admit.ts'
import { appendCountyAct, type CountyAct } from './countyChain.ts'
import { signCountyHeads } from './countyReturn.ts'
import { createDownFlow, type DownFlow } from './downFlow.ts'
import { type Conversation, handleFrame } from './frameHandler.ts'
import type { DeviceRecord, HubConnection, HubLink, HubPorts } from './ports.ts'
import { addReplies } from './replies.ts'

/** So many events at most share one transaction: a long catch-up of one console must not hold up the others. */
const EVENTS_PER_COMMIT = 2_000

export interface HubCore {
  readonly hubId: string
  /** A new connection with its opening payload. Refusals are answered with an error frame, then the link is closed. */
  accept(link: HubLink, hello: Uint8Array): HubConnection
  /** Appends events to the county's own chain, durably, then brings them to the consoles. @throws when the store refuses. */
  act(acts: readonly CountyAct[]): readonly string[]
  /** Takes a console's right to connect; what it sent before stays. */
  revoke(origin: string, acts: readonly CountyAct[]): void
  /** Begins a new life of the hub, after its database was put back from a backup. Consoles reconnect and send again what is missing. */
  restart(): void
  connected(): readonly string[]
  close(): void
}

interface Session extends Conversation {
  readonly division: string
  /** The console's name for the link this connection came by. */
  readonly name: string
  readonly link: HubLink
  readonly codec: FrameCodec
  /** Null where confirmations cost nothing. */
  readonly pacer: AckPacer | null
  readonly flow: DownFlow
  open: boolean
  /** Events of the county's chain that its signed heads, last given to this console, covered. */
  witnessed: number
}

interface Received {
  readonly session: Session
  readonly frame: Frame
}

/**
 * The hub without sockets: frames go in, one transaction a tick takes them all, and only after its commit replies go out. It
 * keeps nothing that is not in the store.
 */
export function createHubCore(ports: HubPorts): HubCore {
  const { store, primitives, clock, log } = ports
  const hubId = originOf(ports.signer.publicKey, 'county', primitives)
  /** By device, then by the name of the link: a console may be here by several links at once. */
  const sessions = new Map<string, Map<string, Session>>()
  let queue: Received[] = []
  let scheduled = false
  let broken = false

  function end(session: Session, code: ErrorCode | null): void {
    if (!session.open) return
    session.open = false
    session.flow.stop()
    const links = sessions.get(session.device)
    if (links?.get(session.name) === session) links.delete(session.name)
    if (links?.size === 0) sessions.delete(session.device)
    session.pacer?.stop()
    if (code) session.link.send(session.codec.encode({ t: 'error', code }))
    session.link.close()
    log.info('hub.closed', { device: session.device, code })
  }

  const sessionsOf = (device: string): readonly Session[] => [...(sessions.get(device)?.values() ?? [])]
  const allSessions = (): readonly Session[] => [...sessions.keys()].flatMap(sessionsOf)

  function fail(error: unknown): void {
    broken = true
    queue = []
    log.error('hub.storeFailed', { message: error instanceof Error ? error.message : String(error) })
    for (const session of allSessions()) end(session, 'unavailable')
    ports.onFailure(error)
  }

  function schedule(): void {
    if (scheduled || broken) return
    scheduled = true
    clock.defer(() => {
      scheduled = false
      flush()
      if (queue.length > 0) schedule()
    })
  }

  function flush(): void {
    const batch = takeBatch()
    if (batch.length === 0 || broken) return
    const replies = new Map<Session, OutgoingFrame[]>()
    const recipients = new Set<string>()
    try {
      store.transaction(() => {
        for (const { session, frame } of batch) {
          const handled = handleFrame(ports, hubId, session, frame)
          replies.set(session, addReplies(replies.get(session) ?? [], handled.replies))
          for (const recipient of handled.recipients) recipients.add(recipient)
        }
      })
    } catch (error) {
      fail(error)
      return
    }
    afterCommit(() => tell(batch, replies, recipients))
  }

  /** What a committed tick leads to: confirmations, answers, and the feeds that grew. */
  function tell(
    batch: readonly Received[],
    replies: ReadonlyMap<Session, readonly OutgoingFrame[]>,
    recipients: ReadonlySet<string>,
  ): void {
    for (const { session, frame } of batch) {
      if (frame.t === 'events') session.pacer?.taken(ackName(frame), frame.more === true)
      else if (frame.t === 'downAck') session.flow.acknowledged(frame.lane, frame.seq)
      else if (frame.t === 'carry') session.flow.carry(frame.lanes, frame.down)
    }
    for (const [session, frames] of replies) reply(session, frames)
    if (batch.some(({ frame }) => frame.t === 'ownEvents')) endRevoked()
    pumpFor([...recipients, ...[...replies.keys()].map(({ device }) => device)])
  }

  function takeBatch(): Received[] {
    let events = 0
    const cut = queue.findIndex(({ frame }) => {
      events += frame.t === 'events' ? frame.events.length : 1
      return events > EVENTS_PER_COMMIT
    })
    const size = cut < 0 ? queue.length : Math.max(cut, 1)
    const batch = queue.slice(0, size)
    queue = queue.slice(size)
    return batch
  }

  function reply(session: Session, frames: readonly OutgoingFrame[]): void {
    for (const frame of frames) {
      if (!session.open) return
      const send = (): void => session.link.send(session.codec.encode(frame))
      if (frame.t === 'error') end(session, frame.code)
      else if (frame.t === 'ack' && session.pacer) session.pacer.confirm(ackName(frame), send)
      else send()
    }
  }

  function pumpFor(devices: Iterable<string>): void {
    for (const session of [...new Set(devices)].flatMap(sessionsOf)) {
      session.flow.pump()
      if (session.flow.drained()) giveWitness(session)
    }
  }

  /** An urgent frame did not get through on one link: every other link of that console brings it too. */
  function urgeElsewhere(stuck: Session, lane: Lane, upTo: number): void {
    for (const session of sessionsOf(stuck.device)) {
      if (session !== stuck) session.flow.urge(lane, upTo)
    }
    afterCommit(() => pumpFor([stuck.device]))
  }

  /** A store that cannot even be read is as broken as one that refuses to commit. */
  function afterCommit(work: () => void): void {
    try {
      work()
    } catch (error) {
      fail(error)
    }
  }

  /** A revocation that came back after a restore counts for connections made meanwhile. */
  function endRevoked(): void {
    for (const session of allSessions()) {
      if (store.device(session.device)?.revokedAt !== null) end(session, 'revoked')
    }
  }

  /** Once a console holds all there is for it: signed heads of what the county said to its township. */
  function giveWitness(session: Session): void {
    const heads = signCountyHeads(ports, hubId, session.division)
    if (!heads || heads.n === session.witnessed) return
    session.witnessed = heads.n
    session.link.send(session.codec.encode(heads))
  }

  /** Runs a write of the county's own; a store that refuses it is as broken as for a console's frames. */
  function commit<T>(work: () => T): T {
    flushAll()
    try {
      return store.transaction(work)
    } catch (error) {
      fail(error)
      throw error
    }
  }

  function flushAll(): void {
    while (queue.length > 0 && !broken) flush()
  }

  function appendAll(acts: readonly CountyAct[]): { hashes: string[]; recipients: Set<string> } {
    const appended = acts.map((act) => appendCountyAct(ports, hubId, act))
    return {
      hashes: appended.map(({ event }) => event.hash),
      recipients: new Set(appended.flatMap(({ recipients }) => recipients)),
    }
  }

  /** The codec that the console's first bytes are written in. */
  function codecFor(hello: Uint8Array): FrameCodec {
    const codebook = codebookOf(hello)
    return (codebook !== null && ports.narrowCodec?.(codebook)) || ports.codec
  }

  function welcomeIn(link: HubLink, codec: FrameCodec, helloBytes: Uint8Array): Session | ErrorCode {
    // What this console sent on its last connection is taken first, so that the welcome names what is really held.
    flushAll()
    if (broken) return 'unavailable'
    try {
      const { admission, recipients } = store.transaction(() => {
        const admission = admit({ ...ports, codec }, hubId, link.nonce, helloBytes)
        const isNew = 'device' in admission && admission.isNew
        return {
          admission,
          recipients: isNew ? appendAll([enrolledAct(admission.device)]).recipients : new Set<string>(),
        }
      })
      if ('refused' in admission) return admission.refused
      const { device, down, welcome, link: name, lanes, bitRate } = admission
      const session: Session = {
        name,
        device: device.origin,
        division: device.division,
        fetching: [],
        link,
        codec,
        pacer: isNarrow(bitRate) ? createAckPacer(clock) : null,
        open: true,
        witnessed: 0,
        flow: createDownFlow(
          { ...ports, codec },
          {
            link,
            device: device.origin,
            from: down,
            lanes,
            bitRate,
            onStalled: () => end(session, 'noAnswer'),
            onOverdue: (lane, upTo) => urgeElsewhere(session, lane, upTo),
          },
        ),
      }
      link.send(codec.encode(welcome))
      const links = sessions.get(session.device) ?? new Map<string, Session>()
      sessions.set(session.device, links)
      const older = links.get(name)
      links.set(name, session)
      if (older) end(older, 'replaced')
      pumpFor([...recipients, session.device])
      return session
    } catch (error) {
      fail(error)
      return 'unavailable'
    }
  }

  return {
    hubId,
    accept(link, hello) {
      const codec = codecFor(hello)
      const session = welcomeIn(link, codec, hello)
      if (typeof session === 'string') {
        log.warn('hub.refused', { code: session })
        link.send(codec.encode({ t: 'error', code: session }))
        link.close()
        return { receive: () => undefined, closed: () => undefined }
      }
      log.info('hub.accepted', { device: session.device })
      return {
        receive(bytes) {
          if (!session.open) return
          try {
            queue.push({ session, frame: codec.decode(bytes) })
            schedule()
          } catch (error) {
            end(session, error instanceof FrameError ? error.code : 'malformed')
          }
        },
        closed() {
          end(session, null)
        },
      }
    },
    act(acts) {
      const { hashes, recipients } = commit(() => appendAll(acts))
      afterCommit(() => pumpFor(recipients))
      return hashes
    },
    revoke(origin, acts) {
      const { recipients } = commit(() => {
        store.revokeDevice(origin, clock.now())
        return appendAll(acts)
      })
      afterCommit(() => pumpFor(recipients))
      for (const session of sessionsOf(origin)) end(session, 'revoked')
    },
    restart() {
      commit(() => store.startHubEpoch(epochName(epochCounter(store.hubEpoch()) + 1, ports.random.bytes(4))))
      for (const session of allSessions()) end(session, 'restarted')
    },
    connected: () => [...sessions.keys()],
    close() {
      flushAll()
      for (const session of allSessions()) end(session, null)
    },
  }
}

/** Names the key as well: it lets a restored hub know a console again that was taken in after the backup. */
function enrolledAct({ origin, division, letter, name, publicKey }: DeviceRecord): CountyAct {
  return {
    kind: 'device.enrolled',
    entity: `device:${origin}`,
    lane: 1,
    scope: division,
    by: '',
    body: { origin, letter, name, publicKey },
  }
}

function ackName({ epoch, lane }: { readonly epoch: string; readonly lane: Lane }): string {
  return `${lane} ${epoch}`
}
