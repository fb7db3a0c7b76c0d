import type { Means, Role } from '../../../shared/domain/values.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'

/** Somebody whose word can be taken. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly roles: readonly Role[]
}

/** On whose word, as it is typed. `who`: id of a person, or a name. */
export interface AuthorityForm {
  readonly who: string
  readonly means: Means
  /** Null: at the moment of saving; undefined: what is typed is no time. */
  readonly at: number | null | undefined
  readonly instead: string
}

export function isHead(person: Pick<Person, 'roles'> | undefined): boolean {
  return person?.roles.includes('townshipHead') ?? false
}

/** The head at the desk gives the word there; else it came from the head by telephone. */
export function authorityFrom(people: readonly Person[], atDesk: string): AuthorityForm {
  const heads = people.filter(isHead)
  const own = heads.find(({ id }) => id === atDesk)
  return { who: (own ?? heads[0])?.id ?? '', means: own ? 'inPerson' : 'phone', at: null, instead: '' }
}

export function personOf(people: readonly Person[], who: string): Person | undefined {
  return people.find(({ id }) => id === who)
}

export function problemOf(form: AuthorityForm, people: readonly Person[]): 'who' | 'instead' | 'at' | null {
  if (form.who.trim() === '') return 'who'
  if (!isHead(personOf(people, form.who)) && form.instead.trim() === '') return 'instead'
  return form.at === undefined ? 'at' : null
}

/** As the desk takes it. @param now for a word given at this moment. */
export function authorityArgs(
  form: AuthorityForm,
  people: readonly Person[],
  now: number,
): ArgsOf<'response.start'>['authority'] {
  const person = personOf(people, form.who)
  const instead = form.instead.trim()
  return {
    person: person?.id ?? null,
    name: person?.name ?? form.who.trim(),
    means: form.means,
    at: form.at ?? now,
    ...(isHead(person) || instead === '' ? {} : { instead }),
  }
}

/** Who will command: a registered person with post, or a name somebody typed. */
export function commanderArgs(who: string, people: readonly Person[]): ArgsOf<'response.start'>['commander'] {
  const person = personOf(people, who)
  return person ? { id: person.id, name: person.name, post: person.post } : { name: who.trim(), post: '' }
}
