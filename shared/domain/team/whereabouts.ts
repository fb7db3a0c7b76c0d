import type { TeamState } from './events.ts'

/** Where a team was last heard of. `said`: somebody named the place; else by a step of a task it reported. */
export interface Whereabouts {
  readonly how: 'said' | 'departed' | 'arrived'
  readonly place: string
  /** Since when, ms. */
  readonly at: number
}

/** Whether it can be sent now: free, at work, or not to be sent. */
export const STANDINGS = ['free', 'busy', 'resting', 'unavailable'] as const
export type TeamStanding = (typeof STANDINGS)[number]

export interface Load {
  readonly state: TeamState
  /** Tasks in hand. */
  readonly open: number
}

/** A team with a task in hand is not free, whatever its state was set to. */
export function standingOf({ state, open }: Load): TeamStanding {
  if (state === 'unavailable' || state === 'resting') return state
  return state === 'dispatched' || open > 0 ? 'busy' : 'free'
}

/** Free ones first, then those with the least in hand; those not to be sent last. Names decide the rest. */
export function compareLoad(a: Load, b: Load): number {
  return STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) || a.open - b.open
}

/** The later word counts; at the same time the place that was named. */
export function lastPlace(said: Whereabouts | null, moved: Whereabouts | null): Whereabouts | null {
  if (!said || !moved) return said ?? moved
  return moved.at > said.at ? moved : said
}
