import fc from 'fast-check'
import type { AnyDraft } from '../../../electron/store/writer.ts'
import { aggregateOf, type Kind } from '../../../shared/domain/kinds.ts'
import { anyBody } from '../../support/anyBody.ts'

/** How often each kind comes in a busy week, out of 100. The first kind of a thing makes a new one, the others go on with it. */
const MIX: readonly (readonly [Kind, number])[] = [
  ['log.entered', 38],
  ['call.recorded', 8],
  ['call.attached', 4],
  ['incident.opened', 4],
  ['incident.corrected', 4],
  ['incident.noted', 6],
  ['incident.advanced', 4],
  ['incident.figuresClaimed', 6],
  ['task.issued', 6],
  ['task.progressed', 12],
  ['log.corrected', 2],
  ['duty.taken', 2],
  ['person.edited', 2],
  ['team.stateChanged', 2],
]

/** Drafts of that mix, the same for the same count. */
export function mixedDrafts(count: number): readonly AnyDraft[] {
  const order = MIX.flatMap(([kind, share]) => Array.from({ length: share }, () => kind))
  const bodies = new Map(MIX.map(([kind]) => [kind, fc.sample(anyBody(kind), { numRuns: 50, seed: 7 })]))
  const things = new Map<string, string>()
  return Array.from({ length: count }, (_, index) => {
    const kind = order[(index * 37) % order.length] as Kind
    const name = aggregateOf(kind)
    const isFirst = MIX.find(([one]) => aggregateOf(one) === name)?.[0] === kind
    const entity = isFirst ? `${name}-bench${index}` : (things.get(name) ?? `${name}-bench`)
    things.set(name, entity)
    const body = bodies.get(kind)?.[index % 50]
    return { kind, entity, body } as AnyDraft
  })
}
