import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import { type Author, type SealedEvent, sealEnvelope } from '../../shared/protocol/envelope.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'

export interface ForeignAct {
  readonly kind: string
  readonly entity: string
  readonly lane: Lane
  readonly body: JsonObject
  readonly base?: readonly string[]
  readonly author?: Author | null
  readonly flags?: number
}

/** Seals what another device says, one gap-free chain a lane, as it arrives here. */
export function makeForeignDevice(
  { origin, epoch = '1-00000000', scope }: { readonly origin: string; readonly epoch?: string; readonly scope: string },
  now: () => number,
): (act: ForeignAct) => SealedEvent {
  const heads = new Map<Lane, { seq: number; hash: string }>()
  let n = 0
  return ({ kind, entity, lane, body, base = [], author = null, flags = 0 }) => {
    const head = heads.get(lane) ?? { seq: 0, hash: '' }
    n += 1
    const sealed = sealEnvelope(
      {
        origin,
        epoch,
        lane,
        seq: head.seq + 1,
        n,
        hlc: makeHlc(now(), n),
        clockQuality: 0,
        flags,
        scope,
        kind,
        kindVer: 1,
        entity,
        base,
        body,
        author,
        approver: null,
        prev: head.hash,
      },
      nodePrimitives,
    )
    heads.set(lane, { seq: head.seq + 1, hash: sealed.hash })
    return sealed
  }
}
