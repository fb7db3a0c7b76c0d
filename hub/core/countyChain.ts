import type { JsonObject } from '../../shared/protocol/canonical.ts'
import { FLAG_DRILL, type SealedEvent, sealEnvelope } from '../../shared/protocol/envelope.ts'
import { followHlc, type Hlc, tickHlc } from '../../shared/protocol/hlc.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import type { HubPorts } from './ports.ts'

/** What the county has to say. */
export interface CountyAct {
  readonly kind: string
  readonly entity: string
  readonly lane: Lane
  /** Division code of the township it is said to. */
  readonly scope: string
  readonly body: JsonObject
  /** Name of the person at the county; empty when the hub itself acts. */
  readonly by: string
  /** Part of a drill (演练). */
  readonly drill?: boolean
}

export interface AppendedAct {
  readonly event: SealedEvent
  /** Division of the township it was said to. */
  readonly division: string
}

/** Largest clock reading among received events: what the county says next is later than what it has read. */
export function noteHlc({ store, clock }: Pick<HubPorts, 'store' | 'clock'>, seen: Hlc): void {
  const last = store.lastHlc()
  const followed = followHlc(last, seen, clock.now())
  if (followed !== last) store.saveHlc(followed)
}

/**
 * Epoch of the hub's chains for one township. A chain for each, so that its consoles see every number and can check it alone. The
 * hub's epoch is part of it: after a restore, numbers given out before are never given out again.
 */
export function countyEpoch(hubEpoch: string, division: string): string {
  return `${hubEpoch}.${division}`
}

/** Appends an event to the hub's own chain. Call inside a transaction. */
export function appendCountyAct(
  { store, primitives, clock }: Pick<HubPorts, 'store' | 'primitives' | 'clock'>,
  hubId: string,
  act: CountyAct,
): AppendedAct {
  const at = clock.now()
  const epoch = countyEpoch(store.hubEpoch(), act.scope)
  const heads = LANES.map((lane) => store.head({ origin: hubId, epoch, lane }))
  const head = heads[act.lane]
  const hlc = tickHlc(store.lastHlc(), at)
  const event = sealEnvelope(
    {
      origin: hubId,
      epoch,
      lane: act.lane,
      seq: (head?.seq ?? 0) + 1,
      n: heads.reduce((sum, { seq }) => sum + seq, 0) + 1,
      hlc,
      clockQuality: 0,
      flags: act.drill ? FLAG_DRILL : 0,
      scope: act.scope,
      kind: act.kind,
      kindVer: 1,
      entity: act.entity,
      base: [],
      body: act.body,
      author: { person: null, name: act.by, role: 'county' },
      approver: null,
      prev: head?.hash ?? '',
    },
    primitives,
  )
  store.saveHlc(hlc)
  store.insertEvent(event, at)
  store.moveHead({ origin: hubId, epoch, lane: act.lane }, { seq: event.envelope.seq, hash: event.hash })
  return { event, division: normaliseDivision(act.scope) }
}
