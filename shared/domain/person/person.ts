import type { Aggregate } from '../event.ts'
import { MERGED } from '../merging.ts'
import { type Registers, textOf, writeFields } from '../registers.ts'
import { type PersonRef, ROLES, type Role } from '../values.ts'
import { endRevocations, type Revocation, revoke } from './revocation.ts'

/** Somebody of the township: one who uses its consoles, or one they name. Passwords are no part of it and never leave a console. */
export interface Person {
  readonly id: string
  /** name, phone, post, merged, and `role:<role>` true or false. */
  readonly fields: Registers
  readonly revocations: readonly Revocation[]
}

export const personAggregate: Aggregate<Person> = {
  name: 'person',
  initial: (id) => ({ id, fields: {}, revocations: [] }),
  reduce(state, event, seen) {
    const write = (set: Parameters<typeof writeFields>[1]) => ({
      ...state,
      fields: writeFields(state.fields, set, event, seen),
    })
    switch (event.kind) {
      case 'person.added': {
        const { roles, ...fields } = event.body
        return write({ ...fields, ...roleFields(roles, true) })
      }
      case 'person.edited':
        return write(event.body.set)
      case 'person.rolesChanged':
        return write({ ...roleFields(event.body.remove, false), ...roleFields(event.body.add, true) })
      case 'person.merged':
        return write({ [MERGED]: { id: event.body.into.id, name: event.body.into.name, reason: event.body.reason } })
      case 'person.unmerged':
        return write({ [MERGED]: null })
      case 'person.revoked':
        return { ...state, revocations: revoke(state.revocations, event, event.body.reason) }
      case 'person.reinstated':
        return { ...state, revocations: endRevocations(state.revocations, event, seen) }
      default:
        return state
    }
  },
}

function roleFields(roles: readonly Role[], held: boolean): { readonly [field: string]: boolean } {
  return Object.fromEntries(roles.map((role) => [`role:${role}`, held]))
}

/** Roles held, in the order of {@link ROLES}. */
export function rolesOf({ fields }: Person): readonly Role[] {
  return ROLES.filter((role) => fields[`role:${role}`]?.value === true)
}

export function refOf({ id, fields }: Person): PersonRef {
  return { id, name: textOf(fields, 'name') }
}
