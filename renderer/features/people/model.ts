import { ROLES, type Role } from '../../../shared/domain/values.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import type { PersonLine } from '../../../shared/ipc/people.ts'

/** A person as being filled in. */
export interface PersonForm {
  readonly name: string
  readonly post: string
  readonly phone: string
  readonly roles: readonly Role[]
}

export const EMPTY_PERSON: PersonForm = { name: '', post: '', phone: '', roles: [] }

export function formOf({ name, post, phone, roles }: PersonLine): PersonForm {
  return { name, post, phone, roles }
}

export function withRole(form: PersonForm, role: Role, held: boolean): PersonForm {
  return { ...form, roles: ROLES.filter((one) => (one === role ? held : form.roles.includes(one))) }
}

type Fields = ArgsOf<'people.edit'>['set']

/** Only what was changed: a field nobody touched must not compete with an edit at another console. */
export function changesOf(line: PersonLine, form: PersonForm): { set: Fields; add: Role[]; remove: Role[] } {
  const set: Fields = {
    ...(form.name.trim() === line.name ? {} : { name: form.name.trim() }),
    ...(form.post.trim() === line.post ? {} : { post: form.post.trim() }),
    ...(form.phone.trim() === line.phone ? {} : { phone: form.phone.trim() }),
  }
  return {
    set,
    add: form.roles.filter((role) => !line.roles.includes(role)),
    remove: line.roles.filter((role) => !form.roles.includes(role)),
  }
}

/** Merged and revoked ones are kept; most days nobody wants to see them. */
export function shownOf(people: readonly PersonLine[], all: boolean): readonly PersonLine[] {
  return all ? people : people.filter(({ merged, revoked }) => !merged && !revoked)
}

export type PersonState = 'active' | 'revoked' | 'merged'

export function stateOf({ merged, revoked }: PersonLine): PersonState {
  if (merged) return 'merged'
  return revoked ? 'revoked' : 'active'
}
