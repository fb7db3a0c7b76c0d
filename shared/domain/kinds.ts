import type { z } from 'zod'
import type { JsonObject } from '../protocol/canonical.ts'
import type { SealedEvent } from '../protocol/envelope.ts'
import { shortHash } from '../protocol/envelope.ts'
import { reissueOf, withoutReissue } from '../protocol/reissue.ts'
import { attachmentBodies } from './attachment/events.ts'
import { callBodies } from './call/events.ts'
import { cardBodies } from './card/events.ts'
import { consoleBodies } from './console/events.ts'
import { drillBodies } from './drill/events.ts'
import { dutyBodies } from './duty/events.ts'
import { evacuationBodies } from './evacuation/events.ts'
import type { DomainEvent } from './event.ts'
import { householdBodies, householdListBodies } from './household/events.ts'
import { incidentBodies } from './incident/events.ts'
import { logBodies } from './log/events.ts'
import { orderBodies } from './order/events.ts'
import { outageBodies } from './outage/events.ts'
import { personBodies } from './person/events.ts'
import { receiptBodies } from './receipt/events.ts'
import { reportBodies } from './report/events.ts'
import { responseBodies } from './response/events.ts'
import { reviewBodies } from './review/events.ts'
import { taskBodies } from './task/events.ts'
import { rosterBodies, teamBodies } from './team/events.ts'
import { townshipBodies } from './township/events.ts'
import { villageBodies } from './village/events.ts'

/** Every kind of event this version knows, with the shape of its body. */
export const bodies = {
  ...consoleBodies,
  ...logBodies,
  ...taskBodies,
  ...orderBodies,
  ...receiptBodies,
  ...townshipBodies,
  ...villageBodies,
  ...personBodies,
  ...dutyBodies,
  ...teamBodies,
  ...rosterBodies,
  ...callBodies,
  ...incidentBodies,
  ...reportBodies,
  ...responseBodies,
  ...outageBodies,
  ...householdBodies,
  ...householdListBodies,
  ...evacuationBodies,
  ...cardBodies,
  ...attachmentBodies,
  ...drillBodies,
  ...reviewBodies,
} as const

export type Kind = keyof typeof bodies
export type Body<K extends Kind> = z.output<(typeof bodies)[K]>

/** Version of each kind's body shape; 1 unless listed. Older ones are lifted by one upcaster per old version. */
export const KIND_VERSION = 1

export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(bodies, kind)
}

/** Name of the aggregate an event belongs to: the part of its kind before the dot; '' when it has none. */
export function aggregateOf(kind: string): string {
  return kind.slice(0, Math.max(kind.indexOf('.'), 0))
}

/**
 * The event inside an envelope, or null when its kind or version is unknown here or its body has another shape: such an event
 * is kept, verified and forwarded, and projected after an upgrade.
 */
export function readEvent({ envelope, hash }: Pick<SealedEvent, 'envelope' | 'hash'>): DomainEvent | null {
  if (!isKind(envelope.kind) || envelope.kindVer !== KIND_VERSION) return null
  const body = parseBody(envelope.kind, envelope.body)
  if (!body) return null
  const { origin, epoch, n, hlc, flags, entity, base, author, approver, kind } = envelope
  const first = reissueOf(envelope.body)
  // The registry pairs each kind with its own body schema, which TypeScript cannot follow through a lookup by variable.
  return {
    version: shortHash(hash),
    ...(first !== null && { insteadOf: shortHash(first) }),
    origin,
    epoch,
    n,
    hlc,
    flags,
    entity,
    base,
    author,
    approver,
    kind,
    body,
  } as DomainEvent
}

function parseBody(kind: Kind, body: JsonObject): unknown {
  const parsed = bodies[kind].safeParse(withoutReissue(body))
  return parsed.success ? parsed.data : null
}
