import type { Aggregate } from './event.ts'
import { logAggregate } from './log/log.ts'

/** All aggregates by name. */
export const aggregates = {
  log: logAggregate,
} as const

export type AggregateName = keyof typeof aggregates
export type StateOf<N extends AggregateName> = (typeof aggregates)[N] extends Aggregate<infer State> ? State : never

export function isAggregateName(name: string): name is AggregateName {
  return Object.hasOwn(aggregates, name)
}
