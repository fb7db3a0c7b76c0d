import { hlcMs } from '../../protocol/hlc.ts'
import type { Aggregate } from '../event.ts'
import { type Registers, writeFields } from '../registers.ts'
import type { PersonRef } from '../values.ts'

/** One post of the shift. */
export interface Duty {
  readonly id: string
  /** holder: {id, name, sinceMs, note}; rivals when two took over without knowing of each other. */
  readonly fields: Registers
}

export interface Holder extends PersonRef {
  readonly sinceMs: number
  readonly note: string
}

export const dutyAggregate: Aggregate<Duty> = {
  name: 'duty',
  initial: (id) => ({ id, fields: {} }),
  reduce(state, event, seen) {
    if (event.kind !== 'duty.taken') return state
    const holder = { ...event.body.person, sinceMs: hlcMs(event.hlc), note: event.body.note }
    return { ...state, fields: writeFields(state.fields, { holder }, event, seen) }
  },
}

/** Who holds the post, first the one who stands, then those who took it over at the same time (并发). */
export function holdersOf({ fields }: Duty): readonly Holder[] {
  const register = fields.holder
  if (!register) return []
  // Only duty.taken writes this field, and only in this shape.
  return [register.value, ...(register.rivals ?? []).map((rival) => rival.value)] as unknown as readonly Holder[]
}
