import { type Body, bodies, type Kind } from '../../shared/domain/kinds.ts'
import { laneOf } from '../../shared/domain/lane.ts'
import type { WritableDb } from '../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import { type Author, type ClockQuality, type SealedEvent, sealEnvelope } from '../../shared/protocol/envelope.ts'
import { type Hlc, tickHlc } from '../../shared/protocol/hlc.ts'
import { insertEvent, readChains, readHead } from './eventLog.ts'
import { readEntity } from './projections/entityState.ts'
import { projectEvent } from './projections/project.ts'

/** An event still to be written. `base` names the versions the author had on screen; left out: the newest ones. */
export interface Draft<K extends Kind = Kind> {
  readonly kind: K
  readonly entity: string
  readonly body: Body<K>
  readonly base?: readonly string[]
}

/** Any draft, its body paired with its kind. */
export type AnyDraft = { [K in Kind]: Draft<K> }[Kind]

/** On whose behalf, and how. */
export interface WriteContext {
  readonly author: Author | null
  readonly approver?: Author | null
  readonly flags?: number
}

/** Where this device's writing stands. Owned by the store; one a database. */
export interface WriterState {
  readonly origin: string
  epoch: string
  scope: string
  hlc: Hlc
  n: number
  clockQuality: ClockQuality
}

/** How many events the device has written in an epoch, over all lanes. */
export function countWritten(db: WritableDb, origin: string, epoch: string): number {
  return Math.max(
    0,
    ...readChains(db, origin)
      .filter((chain) => chain.epoch === epoch)
      .map((chain) => chain.n),
  )
}

/**
 * Writes events with all that follows from them. Call inside ONE transaction: either the whole act is in the log or nothing.
 * Changes `state`; when the transaction fails the caller restores it.
 */
export function writeEvents(
  db: WritableDb,
  state: WriterState,
  drafts: readonly AnyDraft[],
  context: WriteContext,
  wallMs: number,
): readonly SealedEvent[] {
  return drafts.map((draft) => {
    const body = bodies[draft.kind].parse(draft.body) as JsonObject
    const lane = laneOf(draft.kind, draft.body as never)
    const head = readHead(db, { origin: state.origin, epoch: state.epoch, lane })
    state.hlc = tickHlc(state.hlc, wallMs)
    state.n += 1
    const sealed = sealEnvelope(
      {
        origin: state.origin,
        epoch: state.epoch,
        lane,
        seq: head.seq + 1,
        n: state.n,
        hlc: state.hlc,
        clockQuality: state.clockQuality,
        flags: context.flags ?? 0,
        scope: state.scope,
        kind: draft.kind,
        kindVer: 1,
        entity: draft.entity,
        base: draft.base ?? readEntity(db, draft.entity)?.tips ?? [],
        body,
        author: context.author,
        approver: context.approver ?? null,
        prev: head.hash,
      },
      nodePrimitives,
    )
    projectEvent(db, insertEvent(db, sealed, wallMs), sealed)
    return sealed
  })
}
