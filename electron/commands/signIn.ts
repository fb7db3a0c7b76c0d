import type { Person } from '../../shared/domain/person/person.ts'
import { refOf, rolesOf } from '../../shared/domain/person/person.ts'
import { revocationOf } from '../../shared/domain/person/revocation.ts'
import type { SessionPerson } from '../../shared/ipc/session.ts'
import type { DeskContext } from '../deskContext.ts'
import type { SignedIn } from '../session.ts'
import { type Credential, readCredential } from '../store/repositories/credentials.ts'
import { readSurvivors } from '../store/repositories/merged.ts'
import { readPerson } from '../store/repositories/people.ts'
import { attempt, FREE_FAILURES } from './attempts.ts'
import { CommandError } from './commandError.ts'
import { consoleEntity } from './consoles.ts'
import { isSecret, verifier } from './secret.ts'

/** Signs in, unlocks, or lets another person take the seat. @throws {CommandError} session.* */
export async function signIn(
  context: DeskContext,
  { person: id, password }: { person: string; password: string },
): Promise<SessionPerson> {
  const person = requireActive(context, id)
  await provePassword(context, person.id, password)
  return takeSeat(context, requireActive(context, id))
}

/** @throws {CommandError} session.wrongPassword, session.noPassword, session.wait */
export async function provePassword(context: DeskContext, person: string, password: string): Promise<void> {
  const credential = passwordOf(context, person)
  if (!credential) throw new CommandError('session.noPassword')
  const tried = await attempt(context, person, () => matches(credential, password))
  if (tried.right) return
  if (tried.failures >= FREE_FAILURES) recordBlocked(context, person, tried.failures)
  throw new CommandError('session.wrongPassword')
}

export function matches({ verifier: stored }: Credential, typed: string): Promise<boolean> {
  return isSecret(verifier.parse(JSON.parse(stored)), typed)
}

/** The person who stands for an id, if they may act. @throws {CommandError} session.unknownPerson, session.revoked, session.noRole */
export function requireActive({ store }: Pick<DeskContext, 'store'>, id: string): SignedIn {
  const person = readPerson(store.db, id)
  if (!person) throw new CommandError('session.unknownPerson')
  if (revocationOf(person)) throw new CommandError('session.revoked')
  if (rolesOf(person).length === 0) throw new CommandError('session.noRole')
  return signedInAs(person)
}

export function signedInAs(person: Person): SignedIn {
  return { ...refOf(person), roles: rolesOf(person) }
}

/** From now on this person acts. Told to the log, unless they only unlocked the screen. */
export function takeSeat({ store, session }: DeskContext, person: SignedIn): SignedIn {
  const before = session.now()
  session.signIn(person)
  if (before.state === 'signedOut' || before.person.id !== person.id) {
    const ref = { id: person.id, name: person.name }
    store.append([{ kind: 'console.signedIn', entity: consoleEntity(store), body: { person: ref } }], {
      author: session.author(),
    })
  }
  return person
}

export function signOut({ store, session }: DeskContext): null {
  const before = session.now()
  if (before.state === 'signedOut') return null
  const { id, name, roles } = before.person
  session.signOut()
  store.append([{ kind: 'console.signedOut', entity: consoleEntity(store), body: { person: { id, name } } }], {
    author: { person: id, name, role: roles[0] ?? 'staff' },
  })
  return null
}

/**
 * Looks again at who sits here after people changed, perhaps at another console: roles and name follow, a merged record gives
 * way to the one that stands for it, and whoever was revoked is signed out. Drafts stay.
 */
export function refreshSession(context: DeskContext): void {
  const { session, store } = context
  const now = session.now()
  if (now.state === 'signedOut') return
  const person = readPerson(store.db, now.person.id)
  if (!person || revocationOf(person) || rolesOf(person).length === 0) {
    signOut(context)
    return
  }
  const fresh = signedInAs(person)
  if (JSON.stringify(fresh) === JSON.stringify(now.person)) return
  session.signIn(fresh)
  if (now.state === 'locked') session.lock()
}

/** The person's own password, or that of a record merged into theirs: after a merge the old password still works. */
function passwordOf({ store }: DeskContext, person: string): Credential | null {
  for (const id of readSurvivors(store.db, 'person').aliases(person)) {
    const credential = readCredential(store.db, 'password', id)
    if (credential) return credential
  }
  return null
}

function recordBlocked({ store }: DeskContext, id: string, failures: number): void {
  const person = readPerson(store.db, id)
  const body = { person: person ? refOf(person) : { id, name: '' }, failures }
  store.append([{ kind: 'console.signInBlocked', entity: consoleEntity(store), body }], { author: null })
}
