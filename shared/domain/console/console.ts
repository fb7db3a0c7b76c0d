import type { Aggregate } from '../event.ts'
import { type Registers, textOf, writeFields } from '../registers.ts'
import type { EpochReason } from './events.ts'

/** One of the township's consoles. */
export interface ConsoleFacts {
  readonly id: string
  /** letter, name. */
  readonly fields: Registers
  /** Every letter it ever had: none of them is given to another console, whose numbers would be the same. */
  readonly letters: readonly string[]
  /** Clock and device of the registration that took its letter: of two consoles with one letter the earlier keeps it. */
  readonly registered: { readonly hlc: string; readonly origin: string } | null
  /** Clock of the newest time it may have lost records of its own, with numbers it had given. */
  readonly lost: string | null
  /** Letters this console promised to consoles that were to join. */
  readonly invited: readonly { readonly letter: string; readonly invitation: string }[]
}

/** An older copy of the data was put back, or part of it was lost. */
const LOSSES: ReadonlySet<string> = new Set<EpochReason>(['restored', 'corruption', 'headsAhead', 'hubAhead'])

export const consoleAggregate: Aggregate<ConsoleFacts> = {
  name: 'console',
  initial: (id) => ({ id, fields: {}, letters: [], registered: null, lost: null, invited: [] }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'console.epochStarted':
        return LOSSES.has(event.body.reason) ? { ...state, lost: event.hlc } : state
      case 'console.registered': {
        const { letter, name } = event.body
        return {
          ...state,
          fields: writeFields(state.fields, { letter, name }, event, seen),
          letters: state.letters.includes(letter) ? state.letters : [...state.letters, letter],
          // A new name alone is no new claim to the letter.
          registered:
            state.registered && textOf(state.fields, 'letter') === letter
              ? state.registered
              : { hlc: event.hlc, origin: event.origin },
        }
      }
      case 'console.invited': {
        const { letter, invitation } = event.body
        return { ...state, invited: [...state.invited, { letter, invitation }] }
      }
      default:
        return state
    }
  },
}
