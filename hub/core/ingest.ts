import { EnvelopeError, type SealedEvent } from '../../shared/protocol/envelope.ts'
import type { FrameOf, OutgoingFrame, ParkCode } from '../../shared/protocol/frames.ts'
import type { Hlc } from '../../shared/protocol/hlc.ts'
import type { Primitives } from '../../shared/protocol/primitives.ts'
import { sealReceived } from '../../shared/protocol/received.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import type { ChainKey, DeviceRecord, HubStore, StoredHead } from './ports.ts'

/** What one frame of events came to. `replies` are sent only after the commit. */
export interface IngestResult {
  readonly replies: readonly OutgoingFrame[]
  /** Division of the township whose log grew; none when nothing was accepted. */
  readonly grown: readonly string[]
  /** Largest clock reading among the accepted events; '' when none was. */
  readonly lastHlc: Hlc
}

interface Ingest {
  readonly store: HubStore
  readonly primitives: Primitives
  readonly device: DeviceRecord
  readonly chain: ChainKey
  readonly at: number
  readonly replies: OutgoingFrame[]
  accepted: number
  lastHlc: Hlc
}

/**
 * Takes the events of one frame into the store. Call inside a transaction and acknowledge only after its commit.
 *
 *   number ≤ head      same hash: already held, acknowledged again · other hash: fork, both kept, alarm
 *   number = head + 1  accepted · or parked with its reason, the chain goes on behind it
 *   number > head + 1  gap: nothing is taken, the missing number is asked for
 */
export function ingestEvents(
  store: HubStore,
  primitives: Primitives,
  device: DeviceRecord,
  frame: FrameOf<'events'>,
  at: number,
): IngestResult {
  const chain: ChainKey = { origin: device.origin, epoch: frame.epoch, lane: frame.lane }
  const ingest: Ingest = {
    store,
    primitives,
    device,
    chain,
    at,
    replies: [],
    accepted: 0,
    lastHlc: '',
  }
  let head = store.head(chain)
  if (frame.from > head.seq + 1) {
    return {
      replies: [{ t: 'gap', epoch: chain.epoch, lane: chain.lane, from: head.seq + 1 }],
      grown: [],
      lastHlc: '',
    }
  }
  for (const [index, value] of frame.events.entries()) {
    const next = takeOne(ingest, head, frame.from + index, value)
    if (next === 'fork') {
      keepRest(ingest, frame, index)
      break
    }
    head = next
  }
  ingest.replies.push({
    t: 'ack',
    epoch: chain.epoch,
    lane: chain.lane,
    seq: head.seq,
    hash: head.hash?.slice(0, 16) ?? '',
    at,
  })
  const { replies, accepted, lastHlc } = ingest
  if (accepted > 0) store.moveHead(chain, head)
  return { replies, grown: accepted > 0 ? [device.division] : [], lastHlc }
}

function takeOne(ingest: Ingest, head: StoredHead, seq: number, value: unknown): StoredHead | 'fork' {
  const { store } = ingest
  const read = readEvent(ingest, seq, value)
  if (seq <= head.seq) return takeKnown(ingest, head, seq, read)
  if (read.event && !read.code && head.hash !== null && read.event.envelope.prev !== head.hash) {
    return forked(ingest, seq, '', read.event)
  }
  if (!read.event || read.code) return park(ingest, seq, read.code ?? 'malformed', read.event, value)
  store.insertEvent(read.event, ingest.at)
  ingest.accepted += 1
  if (read.event.envelope.hlc > ingest.lastHlc) ingest.lastHlc = read.event.envelope.hlc
  return { seq, hash: read.event.hash }
}

/** A number that was consumed before: the same again is fine, another event under it is a fork. */
function takeKnown(ingest: Ingest, head: StoredHead, seq: number, { event }: ReadEvent): StoredHead | 'fork' {
  const { store, chain, replies } = ingest
  const parkedCode = store.parkedCode(chain, seq)
  if (parkedCode) replies.push({ t: 'park', epoch: chain.epoch, lane: chain.lane, seq, code: parkedCode })
  const held = store.hashAt(chain, seq)
  if (!event || held === null || held === event.hash) return head
  return forked(ingest, seq, held, event)
}

function forked(ingest: Ingest, seq: number, held: string, event: SealedEvent): 'fork' {
  const { store, chain, at } = ingest
  if (store.keepBranch(event, at)) {
    store.raiseAlarm('fork', `${chain.origin} ${chain.epoch} ${chain.lane} ${seq} ${held} ${event.hash}`, at)
  }
  ingest.replies.push({ t: 'fork', epoch: chain.epoch, lane: chain.lane, seq, hash: held.slice(0, 16) })
  return 'fork'
}

/** What follows a fork in the same frame belongs to the other branch: kept beside it, not filed. */
function keepRest(ingest: Ingest, frame: FrameOf<'events'>, forkedAt: number): void {
  for (const [index, value] of frame.events.entries()) {
    if (index <= forkedAt) continue
    const { event, code } = readEvent(ingest, frame.from + index, value)
    if (event && !code) ingest.store.keepBranch(event, ingest.at)
  }
}

interface ReadEvent {
  readonly event: SealedEvent | null
  readonly code: ParkCode | null
}

function readEvent({ primitives, chain, device }: Ingest, seq: number, value: unknown): ReadEvent {
  let event: SealedEvent
  try {
    event = sealReceived(value, primitives)
  } catch (error) {
    return { event: null, code: error instanceof EnvelopeError ? parkCode(error.code) : 'malformed' }
  }
  const { origin, epoch, lane, seq: claimed, scope } = event.envelope
  if (origin !== chain.origin || epoch !== chain.epoch || lane !== chain.lane || claimed !== seq)
    return { event, code: 'wrongIdentity' }
  if (device.revokedAt !== null) return { event, code: 'revoked' }
  return { event, code: normaliseDivision(scope) === device.division ? null : 'wrongScope' }
}

function parkCode(code: EnvelopeError['code']): ParkCode {
  return code === 'notCanonical' ? 'malformed' : code
}

function park(
  { store, chain, at, replies, primitives }: Ingest,
  seq: number,
  code: ParkCode,
  event: SealedEvent | null,
  value: unknown,
): StoredHead {
  const hash = event?.hash ?? null
  const bytes = event?.bytes ?? asText(value, primitives)
  store.park({ ...chain, seq, code, hash, bytes, at })
  replies.push({ t: 'park', epoch: chain.epoch, lane: chain.lane, seq, code })
  return { seq, hash }
}

/** What was sent, as text for whoever looks into it; empty when it cannot even be written down. */
function asText(value: unknown, { encodeText }: Primitives): Uint8Array {
  try {
    return encodeText(JSON.stringify(value).toWellFormed())
  } catch {
    return new Uint8Array()
  }
}
