import type { Delivery } from '../../../shared/ipc/sync.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { type OwnAck, readOwnAcks } from '../ownAcks.ts'

/** What has to be known of an event to tell how far it has come. */
export interface SentEvent {
  readonly version: string
  readonly origin: string
  readonly epoch: string
  readonly lane: number
  readonly seq: number
}

/**
 * How far events have come: 县已阅 only from a receipt of the county, 已送达县 only from its acknowledgement. Null for what other
 * devices wrote and nobody at the county has read: only they know.
 * @returns a function, so that a page of events reads the acknowledgements once.
 */
export function openDeliveries(db: ReadableDb, origin: string): (event: SentEvent) => Delivery | null {
  const acks = new Map(readOwnAcks(db).map((ack) => [`${ack.epoch} ${ack.lane}`, ack]))
  const receipt = db.prepare<[string], { found: number }>('SELECT 1 AS found FROM county_read WHERE version = ?')
  const parked = db.prepare<[string, number, number], { found: number }>(
    'SELECT 1 AS found FROM parked WHERE epoch = ? AND lane = ? AND seq = ?',
  )
  return (event) => {
    if (receipt.get(event.version)) return 'read'
    if (event.origin !== origin) return null
    if (parked.get(event.epoch, event.lane, event.seq)) return 'rejected'
    return ownDelivery(event.seq, acks.get(`${event.epoch} ${event.lane}`))
  }
}

function ownDelivery(seq: number, ack: OwnAck | undefined): Delivery {
  if (!ack || seq > ack.ackedOnce) return 'stored'
  return seq > ack.acked ? 'redeliver' : 'delivered'
}
