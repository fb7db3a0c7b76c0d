import { type Envelope, FLAG_DRILL } from '../protocol/envelope.ts'
import { type AggregateName, isAggregateName } from './aggregates.ts'
import { aggregateOf } from './kinds.ts'

/**
 * Two worlds lie in one log: what happened, and what was practised (演练). They are told apart by the flag its author set, which is
 * hashed with the event, so that nobody can say later that a drill was real or the other way round.
 */
export type World = 'real' | 'drill'

/**
 * `practised`: what is done with it during a drill belongs to the drill. `reference`: shared by both worlds and true in both, so a
 * drill leaves it alone. `standing`: facts of the console and the shift, which are real whatever is being practised.
 */
export type Practice = 'practised' | 'reference' | 'standing'

const practices: { readonly [N in AggregateName]: Practice } = {
  log: 'practised',
  call: 'practised',
  incident: 'practised',
  task: 'practised',
  order: 'practised',
  report: 'practised',
  response: 'practised',
  outage: 'practised',
  evacuation: 'practised',
  attachment: 'practised',
  review: 'practised',
  township: 'reference',
  village: 'reference',
  person: 'reference',
  team: 'reference',
  household: 'reference',
  card: 'reference',
  console: 'standing',
  duty: 'standing',
  receipt: 'standing',
  drill: 'standing',
}

/**
 * What a team is doing and where it is changes by the minute and is half of any practice; who it is stays as the register has it. The
 * real word about it is not touched: a drill lays its own over it (electron/store/drill/practisedTeams.ts).
 */
const PRACTISED_KINDS: ReadonlySet<string> = new Set(['team.stateChanged', 'team.located'])

/** Kinds without an aggregate of their own tell of reference data (名册导入). */
export function practiceOf(kind: string): Practice {
  if (PRACTISED_KINDS.has(kind)) return 'practised'
  const name = aggregateOf(kind)
  return isAggregateName(name) ? practices[name] : 'reference'
}

export function isPractised(aggregate: string): boolean {
  return isAggregateName(aggregate) && practices[aggregate] === 'practised'
}

/** The world an event belongs to: its flag decides, also for kinds this version does not know. */
export function worldOf({ flags }: Pick<Envelope, 'flags'>): World {
  return (flags & FLAG_DRILL) === 0 ? 'real' : 'drill'
}

/** The flags of an event written while its console is in a drill, or is not. */
export function flagsIn(world: World, kind: string, flags: number): number {
  return world === 'drill' && practiceOf(kind) === 'practised' ? flags | FLAG_DRILL : flags & ~FLAG_DRILL
}
