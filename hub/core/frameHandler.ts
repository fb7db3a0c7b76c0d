import type { Frame, FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import type { Hlc } from '../../shared/protocol/hlc.ts'
import { countersign } from './countersign.ts'
import { askFor, type Fetching, missingOf, takeReturned } from './countyReturn.ts'
import { ingestEvents } from './ingest.ts'
import type { DeviceRecord, HubPorts } from './ports.ts'

/** What one connection is in the middle of. */
export interface Conversation {
  readonly device: string
  /** Chains of the county being fetched back from this console, the first one asked for. */
  readonly fetching: Fetching[]
}

/** What a frame came to. Everything is said and done only after the commit. */
export interface Handled {
  readonly replies: readonly OutgoingFrame[]
  /** Divisions of the townships whose log grew. */
  readonly grown: readonly string[]
  /** Largest clock reading among the accepted events; '' when none was. */
  readonly lastHlc?: Hlc
}

const NOTHING: Handled = { replies: [], grown: [] }
const GIVE_BACK = { events: 500, bytes: 256 * 1024 }

/** Carries out one frame of a console that was admitted. Call inside the tick's transaction. */
export function handleFrame(ports: HubPorts, hubId: string, conversation: Conversation, frame: Frame): Handled {
  const { store, primitives, clock, log } = ports
  const device = store.device(conversation.device)
  if (!device) return say({ t: 'error', code: 'unknownDevice' })
  const at = clock.now()
  switch (frame.t) {
    case 'events': {
      const result = ingestEvents(store, primitives, device, frame, at)
      return device.revokedAt === null
        ? result
        : { ...result, replies: [...result.replies, { t: 'error', code: 'revoked' }] }
    }
    case 'downAck':
      confirmDelivery(ports, device, frame, at)
      return NOTHING
    case 'checkpoint':
      return say(countersign(ports, hubId, device, frame, at))
    case 'own':
      return say(giveBack(ports, device.origin, frame))
    case 'held': {
      const missing = missingOf(ports, hubId, device, frame)
      const wasIdle = conversation.fetching.length === 0
      conversation.fetching.push(...missing)
      return wasIdle ? askNext(ports, conversation) : NOTHING
    }
    case 'ownEvents':
      return takeBack(ports, conversation, frame, at)
    case 'carry':
      // Not in the store: the connection's own flow takes it after the tick.
      return NOTHING
    case 'probe':
      return say({ t: 'probed', id: frame.id })
    case 'error':
      log.warn('hub.consoleError', { device: device.origin, code: frame.code })
      return say({ t: 'error', code: frame.code })
    default:
      return say({ t: 'error', code: 'unexpectedFrame' })
  }
}

function say(...replies: OutgoingFrame[]): Handled {
  return { replies, grown: [] }
}

function confirmDelivery(
  { store }: HubPorts,
  { origin }: DeviceRecord,
  { lane, seq }: FrameOf<'downAck'>,
  at: number,
): void {
  store.saveDelivered(origin, lane, Math.min(seq, store.feedHead(origin, lane)), at)
}

function giveBack({ store }: HubPorts, origin: string, { epoch, lane, from }: FrameOf<'own'>): OutgoingFrame {
  const events = store.readChain({ origin, epoch, lane }, from, GIVE_BACK)
  const last = events.at(-1)
  const more = last !== undefined && last.seq < store.head({ origin, epoch, lane }).seq
  return { t: 'ownEvents', epoch, lane, next: more ? last.seq + 1 : 0, events: events.map(({ bytes }) => bytes) }
}

function takeBack(ports: HubPorts, conversation: Conversation, frame: FrameOf<'ownEvents'>, at: number): Handled {
  const { fetching } = conversation
  const [current] = fetching
  if (!current || current.chain.epoch !== frame.epoch || current.chain.lane !== frame.lane) return NOTHING
  const { state, grown } = takeReturned(ports, current, frame, at)
  if (state !== 'more') fetching.shift()
  return { ...askNext(ports, conversation), grown }
}

function askNext(ports: HubPorts, { fetching }: Conversation): Handled {
  const [current] = fetching
  return current ? say(askFor(ports, current)) : NOTHING
}
