import type { Aggregate } from '../event.ts'
import { type Registers, textOf, writeFields } from '../registers.ts'
import { type HouseholdFields, householdFields } from './events.ts'

export interface Household {
  readonly id: string
  /** The members of `householdFields`; retired (a reason or null). */
  readonly fields: Registers
}

export const householdAggregate: Aggregate<Household> = {
  name: 'household',
  initial: (id) => ({ id, fields: {} }),
  reduce(state, event, seen) {
    const write = (set: object): Household => ({
      ...state,
      // Bodies were parsed from JSON: no member of theirs is undefined.
      fields: writeFields(state.fields, set as Parameters<typeof writeFields>[1], event, seen),
    })
    switch (event.kind) {
      case 'household.added':
        return write(event.body)
      case 'household.edited':
        return write(event.body.set)
      case 'household.retired':
        return write({ retired: event.body.reason })
      case 'household.restored':
        return write({ retired: null })
      default:
        return state
    }
  },
}

const NOTHING: HouseholdFields = {
  name: '',
  village: { name: '' },
  group: '',
  people: null,
  phone: '',
  zone: '',
  vulnerable: [],
  keeper: null,
  note: '',
}

/** A household in plain values; what was never set has its empty value. */
export function householdValues({ fields }: Household): HouseholdFields {
  const values = Object.fromEntries(
    Object.keys(householdFields.shape).flatMap((field) => {
      const value = fields[field]?.value
      return value === undefined ? [] : [[field, value]]
    }),
  )
  const parsed = householdFields.partial().safeParse(values)
  return { ...NOTHING, ...(parsed.success ? parsed.data : {}) } as HouseholdFields
}

/** Why it is no longer on the register, or null. */
export function retiredOf({ fields }: Household): string | null {
  return textOf(fields, 'retired') || null
}
