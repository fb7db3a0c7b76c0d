import type { Aggregate, EventMeta } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'
import type { ConsoleRef, DrillCounts, LeaveReason } from './events.ts'

/** A console's part in a drill, as its last act left it. */
export interface DrillConsole extends ConsoleRef {
  readonly by: Writer
  /** Null while it takes part. */
  readonly left: LeaveReason | null
}

/**
 * A drill, township-wide; consoles take part one by one.
 *
 *   started ──joined/left (a console each)──▶ … ──ended──▶ over (a later end has no effect)
 */
export interface Drill {
  readonly id: string
  readonly name: string
  readonly plannedEnd: number | null
  /** Null: the event that began it has not arrived. */
  readonly started: Writer | null
  readonly consoles: readonly DrillConsole[]
  readonly ended: { readonly by: Writer; readonly counts: DrillCounts } | null
  /** Ends after the end: two consoles that ended it at once. */
  readonly ineffective: readonly { readonly by: Writer }[]
}

export const drillAggregate: Aggregate<Drill> = {
  name: 'drill',
  initial: (id) => ({ id, name: '', plannedEnd: null, started: null, consoles: [], ended: null, ineffective: [] }),
  reduce(state, event) {
    switch (event.kind) {
      case 'drill.started': {
        const { name, plannedEnd, console } = event.body
        return { ...withConsole(state, console, event, null), name, plannedEnd, started: writerOf(event) }
      }
      case 'drill.joined':
        return named(withConsole(state, event.body.console, event, null), event.body.drill.name)
      case 'drill.left':
        return named(withConsole(state, event.body.console, event, event.body.reason), event.body.drill.name)
      case 'drill.ended': {
        const by = writerOf(event)
        if (state.ended) return { ...state, ineffective: [...state.ineffective, { by }] }
        return named({ ...state, ended: { by, counts: event.body.counts } }, event.body.drill.name)
      }
      default:
        return state
    }
  },
}

/** An act may overtake the beginning: it names the drill. */
function named(state: Drill, name: string): Drill {
  return state.name ? state : { ...state, name }
}

function withConsole(state: Drill, { id, name }: ConsoleRef, event: EventMeta, left: LeaveReason | null): Drill {
  const others = state.consoles.filter((one) => one.id !== id)
  const consoles = [...others, { id, name, by: writerOf(event), left }].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { ...state, consoles }
}
