import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import { type ChainHead, EMPTY_HEAD } from '../../shared/protocol/chain.ts'
import { type Envelope, type SealedEvent, sealEnvelope } from '../../shared/protocol/envelope.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'
import { START_MS } from './storeFixture.ts'

/** Another console's chain of one lane, event after event. */
export interface OtherDevice {
  write(kind: string, entity: string, body: JsonObject, change?: Partial<Envelope>): SealedEvent
  /** A log entry, the plainest event. */
  enter(entity: string, text: string, change?: Partial<Envelope>): SealedEvent
  /** The same device with the past it has now: what it writes from here on competes with what this one writes. */
  fork(): OtherDevice
}

export function otherDevice(origin = 'd-other', epoch = '1-00000001', start: ChainHead = EMPTY_HEAD): OtherDevice {
  let head = start
  const write: OtherDevice['write'] = (kind, entity, body, change = {}) => {
    const seq = head.seq + 1
    const sealed = sealEnvelope(
      {
        origin,
        epoch,
        lane: 2,
        seq,
        n: seq,
        hlc: makeHlc(START_MS + seq * 1000, 0),
        clockQuality: 0,
        flags: 0,
        scope: '510124103',
        kind,
        kindVer: 1,
        entity,
        base: [],
        body,
        author: { person: 'person-9', name: '李梅', role: 'dutyOfficer' },
        approver: null,
        prev: head.hash,
        ...change,
      },
      nodePrimitives,
    )
    head = { seq: sealed.envelope.seq, hash: sealed.hash }
    return sealed
  }
  return {
    write,
    enter: (entity, text, change) => write('log.entered', entity, { at: START_MS, text }, change),
    fork: () => otherDevice(origin, epoch, head),
  }
}
