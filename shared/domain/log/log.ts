import type { Aggregate } from '../event.ts'
import { type Registers, writeFields } from '../registers.ts'
import type { IncidentRef } from '../values.ts'
import { restore, type Voiding, voidBy } from '../voiding.ts'

/** A free entry of the duty log. */
export interface LogEntry {
  readonly id: string
  /** at, text. */
  readonly fields: Registers
  readonly incident: IncidentRef | null
  readonly voided: Voiding | null
}

export const logAggregate: Aggregate<LogEntry> = {
  name: 'log',
  initial: (id) => ({ id, fields: {}, incident: null, voided: null }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'log.entered': {
        const { at, text, incident } = event.body
        return { ...state, fields: writeFields(state.fields, { at, text }, event, seen), incident: incident ?? null }
      }
      case 'log.corrected':
        return { ...state, fields: writeFields(state.fields, event.body.set, event, seen) }
      case 'log.voided':
        return { ...state, voided: voidBy(event, event.body) }
      case 'log.restored':
        return { ...state, voided: restore(state.voided, seen) }
      default:
        return state
    }
  },
}
