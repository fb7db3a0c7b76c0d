import type { z } from 'zod'
import { TOWNSHIP, type townshipCreated } from '../../shared/domain/township/events.ts'
import type { Role } from '../../shared/domain/values.ts'
import type { RecoverySheet } from '../../shared/ipc/session.ts'
import type { SetUpTownship } from '../../shared/ipc/setup.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { writeCredential } from '../store/repositories/credentials.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { consoleEntity, registration } from './consoles.ts'
import { readJoining, writeJoining } from './join/joining.ts'
import { checkPassword, credentialOf } from './passwords.ts'
import { makeRecovery, sheetOf } from './recovery.ts'

/** Whether this console belongs to a township already. */
export function hasTownship({ store }: Pick<DeskContext, 'store'>): boolean {
  return readState(store.db, 'township', TOWNSHIP) !== null
}

/**
 * Founds a new township on this console, which then works whether or not it ever meets a hub, and signs the first administrator
 * in. @returns the sheet to print. @throws {CommandError} setup.alreadyDone, session.passwordTooShort
 */
export async function setUpTownship(context: DeskContext, args: SetUpTownship): Promise<RecoverySheet> {
  checkPassword(args.administrator.password)
  const credential = await credentialOf(context, args.administrator.password)
  const recovery = await makeRecovery(context)
  const administrator = { id: newId('person'), ...args.administrator }
  // What proves the administrator is kept first: a power cut in between leaves a set-up to repeat, never a locked township.
  if (hasTownship(context)) throw new CommandError('setup.alreadyDone')
  context.store.writeLocal((db) => {
    writeCredential(db, 'password', administrator.id, credential)
    writeCredential(db, 'recovery', '', recovery.credential)
  })
  foundTownship(context, args.township, args.villages, administrator, args.console, [recovery.draft])
  return sheetOf(context, recovery.code)
}

/** The act itself, once what proves the administrator is kept: everything in one transaction. */
export function foundTownship(
  context: DeskContext,
  township: z.output<typeof townshipCreated>,
  villages: readonly string[],
  administrator: { id: string; name: string; post: string; phone: string; alsoOnDuty: boolean },
  console: { letter: string; name: string },
  further: readonly AnyDraft[] = [],
): void {
  const { store, session } = context
  if (hasTownship(context)) throw new CommandError('setup.alreadyDone')
  // A console the county took in before its township had any records keeps the division it was taken in for.
  if (store.scope !== '' && readJoining(store.db) && store.scope !== township.division)
    throw new CommandError('setup.otherDivision', { division: store.scope })
  const { id, name, post, phone } = administrator
  const roles: Role[] = administrator.alsoOnDuty ? ['dutyOfficer', 'administrator'] : ['administrator']
  store.setScope(township.division)
  const drafts: AnyDraft[] = [
    { kind: 'console.epochStarted', entity: consoleEntity(store), body: { reason: 'first' } },
    registration(context, console),
    { kind: 'township.created', entity: TOWNSHIP, body: township, base: [] },
    { kind: 'person.added', entity: id, body: { name, post, phone, roles }, base: [] },
    ...uniqueNames(villages).map(
      (village): AnyDraft => ({ kind: 'village.added', entity: newId('village'), body: { name: village }, base: [] }),
    ),
    { kind: 'console.passwordSet', entity: consoleEntity(store), body: { person: { id, name }, by: 'setUp' } },
    ...further,
    { kind: 'console.signedIn', entity: consoleEntity(store), body: { person: { id, name } } },
  ]
  store.append(drafts, { author: { person: id, name, role: roles[0] ?? 'administrator' } })
  store.writeLocal((db) => writeJoining(db, null))
  session.signIn({ id, name, roles })
}

/** A pasted list: one a line, blank lines and repetitions left out. */
function uniqueNames(villages: readonly string[]): readonly string[] {
  return [...new Set(villages.map((name) => name.trim()).filter((name) => name !== ''))]
}
