import type { PersonRef, Role } from '../../shared/domain/values.ts'
import type { PersonLine } from '../../shared/ipc/people.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readSurvivors } from '../store/repositories/merged.ts'
import { readActivePeople, readPeople } from '../store/repositories/people.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { requireRole } from './requireRole.ts'

/** What every edit of a person says: whom, and the versions on screen. */
interface Edit {
  readonly person: string
  readonly base: readonly string[]
}

export function addPerson(
  context: DeskContext,
  { roles, ...person }: { name: string; phone: string; post: string; roles: readonly Role[] },
): { id: string } {
  requireRole(context, roles.length > 0 ? 'person.authorise' : 'person.edit')
  checkPhone(person.phone)
  const id = newId('person')
  append(context, { kind: 'person.added', entity: id, body: { ...person, roles: [...roles] }, base: [] })
  return { id }
}

export function editPerson(
  context: DeskContext,
  {
    person,
    base,
    set,
  }: Edit & { set: { name?: string | undefined; phone?: string | undefined; post?: string | undefined } },
): null {
  requireRole(context, 'person.edit')
  find(context, person)
  if (set.phone !== undefined) checkPhone(set.phone)
  return append(context, { kind: 'person.edited', entity: person, body: { set }, base })
}

export function changeRoles(
  context: DeskContext,
  { person, base, add, remove }: Edit & { add: readonly Role[]; remove: readonly Role[] },
): null {
  requireRole(context, 'person.authorise')
  find(context, person)
  if (remove.includes('administrator')) keepAnAdministrator(context, person)
  return append(context, {
    kind: 'person.rolesChanged',
    entity: person,
    body: { add: [...add], remove: [...remove] },
    base,
  })
}

/** Says that two records are one person. Both stay; `into` is shown from now on. Can be taken back. */
export function mergePeople(
  context: DeskContext,
  { person, base, into, reason }: Edit & { into: string; reason: string },
): null {
  const [duplicate, survivor] = [find(context, person), find(context, into)]
  requireRole(context, duplicate.roles.length > 0 ? 'person.authorise' : 'person.edit')
  if (duplicate.merged || survivor.merged) throw new CommandError('people.alreadyMerged')
  if (person === into) throw new CommandError('people.mergeIntoItself')
  // Whoever may not act must not come back under another record, nor drag one who may act along.
  if ((duplicate.revoked === null) !== (survivor.revoked === null)) throw new CommandError('people.mergeRevoked')
  if (!survivor.roles.includes('administrator')) keepAnAdministrator(context, person)
  const ref: PersonRef = { id: into, name: survivor.name }
  return append(context, { kind: 'person.merged', entity: person, body: { into: ref, reason }, base })
}

export function unmergePerson(context: DeskContext, { person, base, reason }: Edit & { reason: string }): null {
  requireRole(context, 'person.authorise')
  if (!find(context, person).merged) throw new CommandError('people.notMerged')
  return append(context, { kind: 'person.unmerged', entity: person, body: { reason }, base })
}

/** Takes away all authority to act, of the person and of the records merged into them. */
export function revokePerson(context: DeskContext, { person, base, reason }: Edit & { reason: string }): null {
  requireRole(context, 'person.authorise')
  const line = find(context, person)
  if (line.revoked) throw new CommandError('people.alreadyRevoked')
  if (context.session.current()?.id === person) throw new CommandError('people.notYourself')
  keepAnAdministrator(context, person)
  const drafts = [person, ...duplicatesOf(context, person)].map(
    (id): AnyDraft => ({
      kind: 'person.revoked',
      entity: id,
      body: { reason },
      ...(id === person ? { base } : {}),
    }),
  )
  return append(context, ...drafts)
}

export function reinstatePerson(context: DeskContext, { person, base, reason }: Edit & { reason: string }): null {
  requireRole(context, 'person.authorise')
  if (!find(context, person).revoked) throw new CommandError('people.notRevoked')
  const drafts = [person, ...duplicatesOf(context, person)].map(
    (id): AnyDraft => ({
      kind: 'person.reinstated',
      entity: id,
      body: { reason },
      ...(id === person ? { base } : {}),
    }),
  )
  return append(context, ...drafts)
}

/** A reference to somebody who can be named now. @throws {CommandError} people.unknown */
export function requirePerson({ store }: Pick<DeskContext, 'store'>, id: string): PersonRef {
  const person = readActivePeople(store.db).find((one) => one.id === id)
  if (!person) throw new CommandError('people.unknown')
  return { id, name: person.name }
}

function find({ store }: DeskContext, id: string): PersonLine {
  const line = readPeople(store.db).find((person) => person.id === id)
  if (!line) throw new CommandError('people.unknown')
  return line
}

function duplicatesOf({ store }: DeskContext, id: string): readonly string[] {
  return readSurvivors(store.db, 'person').aliases(id).slice(1)
}

/** Without an administrator nobody could ever give a role or a code again. */
function keepAnAdministrator({ store }: DeskContext, leaving: string): void {
  const others = readActivePeople(store.db).filter((one) => one.id !== leaving && one.roles.includes('administrator'))
  const leaves = readActivePeople(store.db).some((one) => one.id === leaving && one.roles.includes('administrator'))
  if (leaves && others.length === 0) throw new CommandError('people.lastAdministrator')
}

function checkPhone(phone: string): void {
  if (phone !== '' && !/^\+?\d[\d\s-]{2,24}$/.test(phone)) throw new CommandError('people.badPhone', { phone })
}

function append({ store, session }: DeskContext, ...drafts: readonly AnyDraft[]): null {
  store.append(drafts, { author: session.author() })
  return null
}
