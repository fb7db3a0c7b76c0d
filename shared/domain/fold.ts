import type { Aggregate, DomainEvent, EventMeta } from './event.ts'

/** State of one entity, with the versions nothing newer is known to follow: what the next edit names as its `base`. */
export interface Folded<State> {
  readonly state: State
  readonly tips: readonly string[]
}

type Versioned = Pick<EventMeta, 'version' | 'base' | 'origin' | 'epoch' | 'n' | 'hlc'>

/**
 * Folds all events of one entity. The result depends on the set only, never on the order of arrival: an event comes after
 * those its author had seen (`base`, and the author's own earlier ones), and among the rest after hybrid clock, then origin.
 * @param events in any order; a base that has not arrived yet is no constraint (the entity is folded again when it does).
 */
export function foldEntity<State>(
  aggregate: Aggregate<State>,
  id: string,
  events: readonly DomainEvent[],
): Folded<State> {
  const { ordered, ancestors } = orderCausally(events)
  let state = aggregate.initial(id)
  for (const event of ordered) {
    const seen = ancestors.get(event.version)
    state = aggregate.reduce(state, event, (version) => seen?.has(version) ?? false)
  }
  return { state, tips: tipsOf(events, ancestors) }
}

/**
 * True when the event follows everything known of its entity, so that it can be applied to the state as it stands.
 * This is the common case: one console edits what it has on screen.
 */
export function followsAll(tips: readonly string[], event: Pick<EventMeta, 'base'>): boolean {
  return tips.every((tip) => event.base.includes(tip)) && event.base.length === tips.length
}

interface CausalOrder<E> {
  readonly ordered: readonly E[]
  /** Versions each event's author had seen, itself excluded. */
  readonly ancestors: ReadonlyMap<string, ReadonlySet<string>>
}

function orderCausally<E extends Versioned>(events: readonly E[]): CausalOrder<E> {
  const waiting = events.toSorted(compareVersions)
  const known = new Set(waiting.map((event) => event.version))
  const parents = new Map(waiting.map((event) => [event.version, parentsOf(event, waiting, known)]))
  const ancestors = new Map<string, Set<string>>()
  const ordered: E[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex((event) => parents.get(event.version)?.every((parent) => ancestors.has(parent)))
    // A cycle cannot be hashed honestly; should one be forged, clock order decides and nothing hangs.
    const [event] = waiting.splice(Math.max(next, 0), 1)
    if (!event) break
    const seen = new Set<string>()
    for (const parent of parents.get(event.version) ?? []) {
      seen.add(parent)
      for (const older of ancestors.get(parent) ?? []) seen.add(older)
    }
    ancestors.set(event.version, seen)
    ordered.push(event)
  }
  return { ordered, ancestors }
}

function parentsOf<E extends Versioned>(event: E, all: readonly E[], known: ReadonlySet<string>): readonly string[] {
  const parents = event.base.filter((version) => known.has(version) && version !== event.version)
  let own: E | undefined
  for (const other of all) {
    if (other.origin === event.origin && other.epoch === event.epoch && other.n < event.n && (!own || other.n > own.n))
      own = other
  }
  return own ? [...parents, own.version] : parents
}

function tipsOf(events: readonly Versioned[], ancestors: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const overtaken = new Set<string>()
  for (const seen of ancestors.values()) for (const version of seen) overtaken.add(version)
  return events
    .map((event) => event.version)
    .filter((version) => !overtaken.has(version))
    .sort()
}

/** Clock order, then origin, then the device's own count: the same on every machine. */
export function compareVersions(a: Versioned, b: Versioned): number {
  return (
    order(a.hlc, b.hlc) ||
    order(a.origin, b.origin) ||
    order(a.epoch, b.epoch) ||
    a.n - b.n ||
    order(a.version, b.version)
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
