import type { Author } from '../protocol/envelope.ts'
import type { Hlc } from '../protocol/hlc.ts'
import type { Body, Kind } from './kinds.ts'

/** What every event says besides its kind and body. */
export interface EventMeta {
  /** 16 hexadecimal digits: the version this event made. */
  readonly version: string
  /** The version it was written in place of (see shared/protocol/reissue.ts): whoever names that one means this one. */
  readonly insteadOf?: string
  readonly origin: string
  readonly epoch: string
  readonly n: number
  readonly hlc: Hlc
  readonly flags: number
  readonly entity: string
  /** Versions of the entity that its author had on screen. */
  readonly base: readonly string[]
  readonly author: Author | null
  readonly approver: Author | null
}

/** An event of a kind this version of the program knows, with its parsed body. */
export type EventOf<K extends Kind> = EventMeta & { readonly kind: K; readonly body: Body<K> }
export type DomainEvent = { [K in Kind]: EventOf<K> }[Kind]

/** Whether the author of the event being applied knew that version of the entity. */
export type Seen = (version: string) => boolean

/**
 * The rules of one kind of thing: how its state follows from its events. Pure: no clock, no locale, no rules file, so that
 * every console and the hub's reader come to the same state. The kind's part before the dot names the aggregate.
 */
export interface Aggregate<State> {
  readonly name: string
  initial(id: string): State
  reduce(state: State, event: DomainEvent, seen: Seen): State
}
