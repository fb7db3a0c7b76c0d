import type { Aggregate } from '../event.ts'
import { MERGED } from '../merging.ts'
import { type Registers, writeFields } from '../registers.ts'

export interface Village {
  readonly id: string
  /** name, code, responsible ({id, name} or null), merged, retired (a reason or null). */
  readonly fields: Registers
}

export const villageAggregate: Aggregate<Village> = {
  name: 'village',
  initial: (id) => ({ id, fields: {} }),
  reduce(state, event, seen) {
    const write = (set: Parameters<typeof writeFields>[1]) => ({
      ...state,
      fields: writeFields(state.fields, set, event, seen),
    })
    switch (event.kind) {
      case 'village.added':
        return write(event.body)
      case 'village.edited':
        return write(event.body.set)
      case 'village.assigned':
        return write({ responsible: event.body.person })
      case 'village.merged':
        return write({ [MERGED]: { id: event.body.into.id, name: event.body.into.name, reason: event.body.reason } })
      case 'village.unmerged':
        return write({ [MERGED]: null })
      case 'village.retired':
        return write({ retired: event.body.reason })
      case 'village.restored':
        return write({ retired: null })
      default:
        return state
    }
  },
}
