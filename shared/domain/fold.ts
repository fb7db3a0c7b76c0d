import { type CausalOrder, orderCausally } from './causalOrder.ts'
import type { Aggregate, DomainEvent, EventMeta } from './event.ts'

/** State of one entity, with the versions nothing newer is known to follow: what the next edit names as its `base`. */
export interface Folded<State> {
  readonly state: State
  readonly tips: readonly string[]
}

/**
 * Folds all events of one entity. The result depends on the set only, never on the order of arrival: an event comes after
 * those its author had seen (`base`, and the author's own earlier ones), and among the rest after hybrid clock, then origin.
 * @param events in any order; a base that has not arrived yet is no constraint (the entity is folded again when it does).
 * @param onFault told of an event that the rules could not take; without it the fault is thrown.
 */
export function foldEntity<State>(
  aggregate: Aggregate<State>,
  id: string,
  events: readonly DomainEvent[],
  onFault?: OnFault,
): Folded<State> {
  const { ordered, tips, sawOf }: CausalOrder<DomainEvent> = orderCausally(events)
  let state = aggregate.initial(id)
  for (const event of ordered) state = reduceEvent(aggregate, state, event, sawOf(event), onFault)
  return { state, tips }
}

export type OnFault = (event: DomainEvent, error: unknown) => void

/**
 * One step of the fold. An event that the rules cannot take (a fault of this program) changes nothing: it stays in the log,
 * and neither the act it came with nor the feed of the county is held up by it.
 */
export function reduceEvent<State>(
  { reduce }: Aggregate<State>,
  state: State,
  event: DomainEvent,
  saw: (version: string) => boolean,
  onFault?: OnFault,
): State {
  if (!onFault) return reduce(state, event, saw)
  try {
    return reduce(state, event, saw)
  } catch (error) {
    onFault(event, error)
    return state
  }
}

/**
 * True when the event follows everything known of its entity, so that it can be applied to the state as it stands.
 * This is the common case: one console edits what it has on screen.
 */
export function followsAll(tips: readonly string[], event: Pick<EventMeta, 'base'>): boolean {
  return tips.every((tip) => event.base.includes(tip)) && event.base.length === tips.length
}
