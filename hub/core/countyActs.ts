import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import type { CountyAct } from './countyChain.ts'
import type { DeviceRecord } from './ports.ts'

/** An order of the county to one township. */
export interface OrderText {
  readonly id: string
  /** Number people use, such as 0714-县01. */
  readonly no: string
  readonly title: string
  readonly text: string
  readonly urgency: 'life-safety' | 'ordinary'
  /** When an answer is due, ms since 1970; null when none is asked for. */
  readonly replyBy: number | null
  /** Division code of the township. */
  readonly scope: string
  /** Part of a drill: consoles in one show it, the others do not. */
  readonly drill?: boolean
}

export function orderIssued(
  { id, no, title, text, urgency, replyBy, scope, drill = false }: OrderText,
  by: string,
): CountyAct {
  return {
    kind: 'order.issued',
    entity: `order:${id}`,
    lane: urgency === 'life-safety' ? 0 : 1,
    scope,
    by,
    drill,
    body: { no, title, text, urgency, replyBy, to: { scope } },
  }
}

/** 县已阅: a person at the county has read this event. Only this makes it so. */
export function receiptRead(
  { envelope, hash }: Pick<SealedEvent, 'envelope' | 'hash'>,
  by: string,
  at: number,
): CountyAct {
  const { origin, epoch, lane, seq, scope } = envelope
  return {
    kind: 'receipt.read',
    entity: `receipt:${hash.slice(0, 16)}`,
    lane: 2,
    scope,
    by,
    body: { origin, epoch, lane, seq, hash, by, at },
  }
}

export function deviceRevoked(origin: string, division: string, reason: string, by: string): CountyAct {
  return { kind: 'device.revoked', entity: `device:${origin}`, lane: 1, scope: division, by, body: { origin, reason } }
}

/** A console's joining. Names the key as well: it lets a restored hub know a console again that was taken in after the backup. */
export function enrolledAct({ origin, division, letter, name, publicKey }: DeviceRecord): CountyAct {
  return {
    kind: 'device.enrolled',
    entity: `device:${origin}`,
    lane: 1,
    scope: division,
    by: '',
    body: { origin, letter, name, publicKey },
  }
}
