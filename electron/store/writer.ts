import { aggregateOf, type Body, bodies, KIND_VERSION, type Kind } from '../../shared/domain/kinds.ts'
import { laneOf } from '../../shared/domain/lane.ts'
import { flagsIn, worldOf } from '../../shared/domain/worlds.ts'
import type { WritableDb } from '../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import {
  type Author,
  type ClockQuality,
  type Envelope,
  MAX_BASE,
  type SealedEvent,
  sealEnvelope,
  shortHash,
} from '../../shared/protocol/envelope.ts'
import { type Hlc, tickHlc } from '../../shared/protocol/hlc.ts'
import { asReissue } from '../../shared/protocol/reissue.ts'
import type { DrillSpan } from './drill/drillSpan.ts'
import { createLogWriter, type LogWriter } from './eventLog.ts'
import { createProjector, type Projector } from './projections/projector.ts'

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
  /** The console is in this drill: what is practised is marked. */
  readonly drill?: DrillSpan
}

/** What an event of a drill written now follows; `pending`: those of the same act. */
export type DrillTips = (
  span: DrillSpan,
  aggregate: string,
  entity: string,
  pending: readonly SealedEvent[],
) => readonly string[]

/** Where this device's writing stands. Owned by the store; one a database. */
export interface WriterState {
  readonly origin: string
  epoch: string
  scope: string
  hlc: Hlc
  n: number
  clockQuality: ClockQuality
}

/**
 * Writes events with all that follows from them. Call inside ONE transaction: either the whole act is in the log or nothing.
 * Changes `state`; when the transaction fails the caller restores it.
 */
export function writeEvents(
  db: WritableDb,
  state: WriterState,
  drafts: readonly AnyDraft[],
  { author, approver = null, flags = 0, drill }: WriteContext,
  wallMs: number,
  drillTips: DrillTips,
): readonly SealedEvent[] {
  const log = createLogWriter(db)
  const projector = createProjector(db)
  const written: SealedEvent[] = []
  const tipsOf = (kind: Kind, entity: string, flagged: number) =>
    drill && worldOf({ flags: flagged }) === 'drill'
      ? drillTips(drill, aggregateOf(kind), entity, written)
      : projector.tipsOf(aggregateOf(kind), entity)
  for (const { kind, entity, body, base } of drafts) {
    const flagged = flagsIn(drill ? 'drill' : 'real', kind, flags)
    state.hlc = tickHlc(state.hlc, wallMs)
    const parsed = bodies[kind].parse(body) as JsonObject
    const sealed = appendEnvelope(
      log,
      projector,
      state,
      {
        // The registry pairs each kind with its own body, which TypeScript cannot follow through a union of drafts.
        lane: laneOf(kind, parsed as never),
        hlc: state.hlc,
        clockQuality: state.clockQuality,
        flags: flagged,
        scope: state.scope,
        kind,
        kindVer: KIND_VERSION,
        entity,
        base: (base ?? tipsOf(kind, entity, flagged)).slice(0, MAX_BASE),
        body: parsed,
        author,
        approver,
      },
      wallMs,
    )
    written.push(sealed)
  }
  log.flush()
  projector.flush()
  return written
}

/**
 * Writes events of an abandoned epoch again, in their order, as they were: same time, author and body. Their bases are moved to
 * the new writings, and they belong to the township that this console belongs to now. Call inside a transaction, after the new epoch began.
 */
export function reissueEvents(
  db: WritableDb,
  state: WriterState,
  events: readonly SealedEvent[],
  wallMs: number,
): readonly SealedEvent[] {
  const { scope } = state
  const renamed = new Map<string, string>()
  const log = createLogWriter(db)
  const projector = createProjector(db)
  const written = events.map(({ envelope, hash }) => {
    const { lane, hlc, clockQuality, flags, kind, kindVer, entity, author, approver } = envelope
    const base = envelope.base.map((version) => renamed.get(version) ?? version)
    const body = asReissue(envelope.body, hash)
    const unchained = { lane, hlc, clockQuality, flags, scope, kind, kindVer, entity, base, body, author, approver }
    const sealed = appendEnvelope(log, projector, state, unchained, wallMs)
    renamed.set(shortHash(hash), shortHash(sealed.hash))
    return sealed
  })
  log.flush()
  projector.flush()
  return written
}

type Unchained = Omit<Envelope, 'origin' | 'epoch' | 'seq' | 'n' | 'prev'>

/** Gives an event its place in this device's chain and stores it with all that follows. */
function appendEnvelope(
  log: LogWriter,
  projector: Projector,
  state: WriterState,
  unchained: Unchained,
  wallMs: number,
): SealedEvent {
  const { origin, epoch } = state
  const head = log.headOf({ origin, epoch, lane: unchained.lane })
  state.n += 1
  const sealed = sealEnvelope(
    { ...unchained, origin, epoch, seq: head.seq + 1, n: state.n, prev: head.hash },
    nodePrimitives,
  )
  projector.add(log.insert(sealed, wallMs), sealed)
  return sealed
}
