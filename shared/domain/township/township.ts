import type { Aggregate } from '../event.ts'
import { type Registers, textOf, writeFields } from '../registers.ts'
import { MODES, type Mode, ORGANISATIONS, type Organisation } from './events.ts'

/** The township this console belongs to. */
export interface Township {
  readonly id: string
  /** name, division, organisation, county, mode. */
  readonly fields: Registers
}

export const townshipAggregate: Aggregate<Township> = {
  name: 'township',
  initial: (id) => ({ id, fields: {} }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'township.created':
        return { ...state, fields: writeFields(state.fields, event.body, event, seen) }
      case 'township.edited':
        return { ...state, fields: writeFields(state.fields, event.body.set, event, seen) }
      case 'township.divisionCorrected':
        return { ...state, fields: writeFields(state.fields, { division: event.body.division }, event, seen) }
      case 'township.modeChanged':
        return { ...state, fields: writeFields(state.fields, { mode: event.body.mode }, event, seen) }
      default:
        return state
    }
  },
}

export function organisationOf({ fields }: Township): Organisation {
  const found = textOf(fields, 'organisation')
  return ORGANISATIONS.find((organisation) => organisation === found) ?? 'township'
}

export function modeOf({ fields }: Township): Mode {
  const found = textOf(fields, 'mode')
  return MODES.find((mode) => mode === found) ?? 'normal'
}
