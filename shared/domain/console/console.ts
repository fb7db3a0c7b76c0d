import type { Aggregate } from '../event.ts'
import { type Registers, textOf, writeFields } from '../registers.ts'

/** One of the township's consoles. */
export interface ConsoleFacts {
  readonly id: string
  /** letter, name. */
  readonly fields: Registers
  /** Clock and device of the registration that took its letter: of two consoles with one letter the earlier keeps it. */
  readonly registered: { readonly hlc: string; readonly origin: string } | null
  /** Letters this console promised to consoles that were to join. */
  readonly invited: readonly { readonly letter: string; readonly invitation: string }[]
}

export const consoleAggregate: Aggregate<ConsoleFacts> = {
  name: 'console',
  initial: (id) => ({ id, fields: {}, registered: null, invited: [] }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'console.registered': {
        const { letter, name } = event.body
        return {
          ...state,
          fields: writeFields(state.fields, { letter, name }, event, seen),
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
