import fc from 'fast-check'
import { aggregateOf, bodies, type Kind } from '../../shared/domain/kinds.ts'
import { laneOf } from '../../shared/domain/lane.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import type { ChainHead } from '../../shared/protocol/chain.ts'
import { EMPTY_HEAD } from '../../shared/protocol/chain.ts'
import { FLAG_DRILL, type SealedEvent, sealEnvelope, shortHash } from '../../shared/protocol/envelope.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { asReissue } from '../../shared/protocol/reissue.ts'
import { anyBody } from './anyBody.ts'

interface Act {
  readonly device: number
  readonly kind: Kind
  readonly body: unknown
  readonly entity: number
  /** Wall clock in minutes; clocks of different devices need not agree. */
  readonly minute: number
  /** Which of the events so far its author had on screen. */
  readonly sees: readonly number[]
  /** Writes an earlier event of its own again instead. */
  readonly again: number | null
  /** Written during a drill, also where nothing should be: a peer may send anything. */
  readonly drill: boolean
}

const kinds = Object.keys(bodies) as Kind[]
const aggregates = [...new Set(kinds.map(aggregateOf))]

function anyAct(among: readonly Kind[]): fc.Arbitrary<Act> {
  return fc.constantFrom(...among).chain((kind) =>
    fc.record({
      device: fc.nat(2),
      kind: fc.constant(kind),
      body: anyBody(kind),
      entity: fc.nat(1),
      minute: fc.nat(30),
      sees: fc.array(fc.nat(60), { maxLength: 4 }),
      again: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(5) }),
      drill: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
  )
}

/**
 * Events of three devices (the third is the county's) about a few things of two sorts, of every kind this version knows about
 * them: dense enough that events meet, overtake and contradict each other.
 */
export function anyHistory(length = 24): fc.Arbitrary<readonly SealedEvent[]> {
  return fc
    .tuple(fc.constantFrom(...aggregates), fc.constantFrom(...aggregates))
    .chain((names) =>
      fc.array(anyAct(kinds.filter((kind) => names.includes(aggregateOf(kind)))), {
        minLength: Math.floor(length / 2),
        maxLength: length,
        size: 'max',
      }),
    )
    .map(writeHistory)
}

function writeHistory(acts: readonly Act[]): readonly SealedEvent[] {
  const written: SealedEvent[] = []
  const heads = new Map<string, ChainHead>()
  const counts = new Map<number, number>()
  const again = new Set<string>()
  for (const act of acts) {
    const origin = act.device === 2 ? 'hcounty' : `dconsole${act.device}`
    const epoch = act.again === null ? '1-00000001' : '2-00000002'
    const old =
      act.again === null
        ? undefined
        : written.filter((one) => one.envelope.origin === origin && one.envelope.epoch !== '2-00000002')[act.again]
    if (act.again !== null && (!old || again.has(old.hash))) continue
    if (old) again.add(old.hash)
    const kind = (old?.envelope.kind ?? act.kind) as Kind
    const entity = old?.envelope.entity ?? `${aggregateOf(kind)}-${act.entity}`
    const parsed = bodies[kind].parse(old?.envelope.body ?? act.body) as JsonObject
    const lane: Lane = laneOf(kind, parsed as never)
    const key = `${act.device} ${epoch} ${lane}`
    const head = heads.get(key) ?? EMPTY_HEAD
    const n = (counts.get(act.device) ?? 0) + 1
    counts.set(act.device, n)
    const sees = act.sees.map((index) => written[index]).filter((one) => one?.envelope.entity === entity)
    const sealed = sealEnvelope(
      {
        origin,
        epoch,
        lane,
        seq: head.seq + 1,
        n,
        hlc: old?.envelope.hlc ?? makeHlc(1_784_000_000_000 + act.minute * 60_000, n),
        clockQuality: 0,
        flags: old?.envelope.flags ?? (act.drill ? FLAG_DRILL : 0),
        scope: '510124103',
        kind,
        kindVer: 1,
        entity,
        base: old?.envelope.base ?? [...new Set(sees.map((one) => shortHash(one?.hash ?? '')))],
        body: old ? asReissue(parsed, old.hash) : parsed,
        author: { person: `person-${act.device}`, name: '张伟', role: 'dutyOfficer' },
        approver: null,
        prev: head.hash,
      },
      nodePrimitives,
    )
    heads.set(key, { seq: head.seq + 1, hash: sealed.hash })
    written.push(sealed)
  }
  // What a failing property prints: without this, pages of bytes.
  const describe = () =>
    written.map(({ envelope: e }) => `${e.origin} ${e.epoch} ${e.n} ${e.kind} ${e.entity}`).join('\n')
  return Object.defineProperty(written, fc.toStringMethod, { value: describe })
}
