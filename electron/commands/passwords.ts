import type { PASSWORD_PROOFS } from '../../shared/domain/console/events.ts'
import type { PasswordProof, RecoverySheet } from '../../shared/ipc/session.ts'
import type { DeskContext } from '../deskContext.ts'
import type { SignedIn } from '../session.ts'
import {
  type Credential,
  deleteCredential,
  readCredential,
  writeCredential,
} from '../store/repositories/credentials.ts'
import type { AnyDraft } from '../store/writer.ts'
import { attempt } from './attempts.ts'
import { CommandError } from './commandError.ts'
import { consoleEntity } from './consoles.ts'
import { makeRecovery, sheetOf } from './recovery.ts'
import { requireRole } from './requireRole.ts'
import { makeCode, makeVerifier, normalCode } from './secret.ts'
import { matches, provePassword, requireActive, takeSeat } from './signIn.ts'

export const SHORTEST_PASSWORD = 8
/** A one-time code that nobody used is worth nothing after a week. */
const CODE_LASTS_MS = 7 * 86_400_000

/** Sets a password at this console and signs in. @returns a new recovery sheet when the old one was used up, else null. */
export async function setPassword(
  context: DeskContext,
  { person: id, proof, password }: { person: string; proof: PasswordProof; password: string },
): Promise<RecoverySheet | null> {
  const person = requireActive(context, id)
  checkPassword(password)
  await prove(context, person, proof)
  const credential = await credentialOf(context, password)
  const recovery = proof.kind === 'recovery' ? await makeRecovery(context) : null
  context.store.writeLocal((db) => {
    writeCredential(db, 'password', person.id, credential)
    deleteCredential(db, 'code', person.id)
    if (recovery) writeCredential(db, 'recovery', '', recovery.credential)
  })
  takeSeat(context, requireActive(context, id))
  context.store.append([passwordSet(context, person, proof.kind), ...(recovery ? [recovery.draft] : [])], {
    author: context.session.author(),
  })
  return recovery && sheetOf(context, recovery.code)
}

/** An administrator's one-time code, with which the person sets a password at this console. It replaces one made before. */
export async function issueCode(
  context: DeskContext,
  { person: id }: { person: string },
): Promise<{ code: string; expiresMs: number }> {
  requireRole(context, 'person.authorise')
  const person = requireActive(context, id)
  const code = makeCode(2)
  const expiresMs = context.now() + CODE_LASTS_MS
  const credential = { ...(await credentialOf(context, normalCode(code))), expiresMs }
  context.store.append(
    [{ kind: 'console.codeIssued', entity: consoleEntity(context.store), body: { person: refOf(person) } }],
    { author: context.session.author() },
  )
  context.store.writeLocal((db) => writeCredential(db, 'code', person.id, credential))
  return { code, expiresMs }
}

/** @throws {CommandError} session.passwordTooShort {least} */
export function checkPassword(password: string): void {
  if ([...password].length < SHORTEST_PASSWORD)
    throw new CommandError('session.passwordTooShort', { least: SHORTEST_PASSWORD })
}

export async function credentialOf({ now }: Pick<DeskContext, 'now'>, secret: string): Promise<Credential> {
  return { verifier: JSON.stringify(await makeVerifier(secret)), madeMs: now(), expiresMs: null }
}

export function passwordSet(
  { store }: Pick<DeskContext, 'store'>,
  person: SignedIn,
  by: (typeof PASSWORD_PROOFS)[number],
): AnyDraft {
  return { kind: 'console.passwordSet', entity: consoleEntity(store), body: { person: refOf(person), by } }
}

function refOf({ id, name }: SignedIn) {
  return { id, name }
}

async function prove(context: DeskContext, person: SignedIn, proof: PasswordProof): Promise<void> {
  if (proof.kind === 'oldPassword') return provePassword(context, person.id, proof.password)
  if (proof.kind === 'recovery') {
    if (!person.roles.includes('administrator')) throw new CommandError('session.recoveryIsForAdministrators')
    const recovery = readCredential(context.store.db, 'recovery', '')
    return proveCode(context, 'recovery', recovery, proof.code)
  }
  return proveCode(context, person.id, readCredential(context.store.db, 'code', person.id), proof.code)
}

/** @throws {CommandError} session.noCode, session.codeExpired, session.wrongCode, session.wait */
export async function proveCode(
  context: DeskContext,
  subject: string,
  credential: Credential | null,
  typed: string,
): Promise<void> {
  if (!credential) throw new CommandError('session.noCode')
  if (credential.expiresMs !== null && context.now() > credential.expiresMs)
    throw new CommandError('session.codeExpired')
  const tried = await attempt(context, subject, () => matches(credential, normalCode(typed)))
  if (!tried.right) throw new CommandError('session.wrongCode')
}
