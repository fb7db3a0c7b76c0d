import { isFileFrame } from '../../shared/protocol/attachments/fileFrames.ts'
import { type FrameCodec, FrameError } from '../../shared/protocol/frameCodec.ts'
import type { ErrorCode, FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import { epochCounter, epochName, originOf } from '../../shared/protocol/identity.ts'
import { codebookOf } from '../../shared/protocol/narrow/narrowCodec.ts'
import { admit } from './admit.ts'
import { enrolledAct } from './countyActs.ts'
import { appendCountyAct, type CountyAct, noteHlc } from './countyChain.ts'
import { createFeedDelivery } from './feedDelivery.ts'
import { handleFrame } from './frameHandler.ts'
import { createInbox, type Received } from './inbox.ts'
import { openSession } from './openSession.ts'
import type { HubConnection, HubLink, HubPorts } from './ports.ts'
import { addReplies } from './replies.ts'
import { ackName, createSessions, type Session } from './sessions.ts'

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

/**
 * The hub without sockets: frames go in, one transaction a tick takes them all, and only after its commit replies go out. It
 * keeps nothing that is not in the store.
 */
export function createHubCore(ports: HubPorts): HubCore {
  const { store, primitives, clock, log } = ports
  const hubId = originOf(ports.signer.publicKey, 'county', primitives)
  const sessions = createSessions(log, ports.files)
  const feeds = createFeedDelivery(ports, hubId, sessions)
  const inbox = createInbox()
  let scheduled = false
  let broken = false

  function fail(error: unknown): void {
    broken = true
    inbox.clear()
    log.error('hub.storeFailed', { message: error instanceof Error ? error.message : String(error) })
    for (const session of sessions.all()) sessions.end(session, 'unavailable')
    ports.onFailure(error)
  }

  function schedule(): void {
    if (scheduled || broken) return
    scheduled = true
    clock.defer(() => {
      scheduled = false
      flush()
      if (!inbox.isEmpty()) schedule()
    })
  }

  function flush(): void {
    const batch = inbox.take()
    if (batch.length === 0 || broken) return
    const replies = new Map<Session, OutgoingFrame[]>()
    let recipients: readonly string[] = []
    try {
      store.transaction(() => {
        const grown = new Set<string>()
        let lastHlc = ''
        for (const { session, frame } of batch) {
          const handled = handleFrame(ports, hubId, session, frame)
          replies.set(session, addReplies(replies.get(session) ?? [], handled.replies))
          for (const division of handled.grown) grown.add(division)
          if (handled.lastHlc && handled.lastHlc > lastHlc) lastHlc = handled.lastHlc
          if (frame.t === 'carry') store.fillFeed({ origin: session.device, division: session.division })
        }
        if (lastHlc) noteHlc(ports, lastHlc)
        recipients = feeds.fill(grown)
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
    recipients: readonly string[],
  ): void {
    for (const { session, frame } of batch) {
      if (frame.t === 'events') session.pacer?.taken(ackName(frame), frame.more === true)
      else if (frame.t === 'downAck') delivered(session, frame)
      else if (frame.t === 'carry') session.flow.carry(frame.lanes, frame.down)
    }
    for (const [session, frames] of replies) sessions.reply(session, frames)
    if (batch.some(({ frame }) => frame.t === 'ownEvents')) endRevoked()
    feeds.pump([...recipients, ...[...replies.keys()].map(({ device }) => device)])
  }

  /** A link that rests learns of it too: when it has to help out it brings, and costs, only what is missing. */
  function delivered(session: Session, { lane, seq }: FrameOf<'downAck'>): void {
    session.flow.acknowledged(lane, seq)
    for (const other of sessions.of(session.device)) if (other !== session) other.flow.heldElsewhere(lane, seq)
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
    for (const session of sessions.all()) {
      if (store.device(session.device)?.revokedAt !== null) sessions.end(session, 'revoked')
    }
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
    while (!inbox.isEmpty() && !broken) flush()
  }

  function appendAll(acts: readonly CountyAct[]): { hashes: string[]; recipients: readonly string[] } {
    const appended = acts.map((act) => appendCountyAct(ports, hubId, act))
    return {
      hashes: appended.map(({ event }) => event.hash),
      recipients: feeds.fill(new Set(appended.map(({ division }) => division))),
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
        const recipients = isNew ? appendAll([enrolledAct(admission.device)]).recipients : []
        if (isNew) store.fillFeed(admission.device)
        return { admission, recipients }
      })
      if ('refused' in admission) return admission.refused
      const session = openSession(ports, link, codec, admission, {
        onStalled: (stalled) => sessions.end(stalled, 'noAnswer'),
        onOverdue: (stuck, lane, upTo) => afterCommit(() => feeds.urgeElsewhere(stuck, lane, upTo)),
      })
      link.send(codec.encode(admission.welcome))
      sessions.add(session)
      feeds.pump([...recipients, session.device])
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
            const frame = codec.decode(bytes)
            if (ports.files && isFileFrame(frame)) ports.files.received(session.wire, frame)
            else {
              inbox.put({ session, frame })
              schedule()
            }
          } catch (error) {
            sessions.end(session, error instanceof FrameError ? error.code : 'malformed')
          }
        },
        closed() {
          sessions.end(session, null)
        },
      }
    },
    act(acts) {
      const { hashes, recipients } = commit(() => appendAll(acts))
      afterCommit(() => feeds.pump(recipients))
      return hashes
    },
    revoke(origin, acts) {
      const { recipients } = commit(() => {
        store.revokeDevice(origin, clock.now())
        return appendAll(acts)
      })
      afterCommit(() => feeds.pump(recipients))
      for (const session of sessions.of(origin)) sessions.end(session, 'revoked')
    },
    restart() {
      commit(() => store.startHubEpoch(epochName(epochCounter(store.hubEpoch()) + 1, ports.random.bytes(4))))
      for (const session of sessions.all()) sessions.end(session, 'restarted')
    },
    connected: sessions.devices,
    close() {
      flushAll()
      for (const session of sessions.all()) sessions.end(session, null)
    },
  }
}
