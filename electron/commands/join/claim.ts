import { textOf } from '../../../shared/domain/registers.ts'
import { TOWNSHIP } from '../../../shared/domain/township/events.ts'
import type { Joined } from '../../../shared/ipc/join.ts'
import type { RecoverySheet } from '../../../shared/ipc/session.ts'
import type { DeskContext } from '../../deskContext.ts'
import { countEvents } from '../../store/eventLog.ts'
import { readState } from '../../store/projections/entityState.ts'
import {
  deleteCredential,
  readCredential,
  readHoldersOf,
  writeCredential,
} from '../../store/repositories/credentials.ts'
import { readActivePeople } from '../../store/repositories/people.ts'
import { readSetting } from '../../store/settings.ts'
import { CommandError } from '../commandError.ts'
import { consoleEntity, freeLetter, readConsoles, registration } from '../consoles.ts'
import { LETTER_SETTING } from '../numbering.ts'
import { checkPassword, credentialOf, passwordSet, proveCode } from '../passwords.ts'
import { makeRecovery, sheetOf } from '../recovery.ts'
import { requireActive, takeSeat } from '../signIn.ts'
import { readJoining, writeJoining } from './joining.ts'

/** What this console knows of the township it has joined, or null when it has joined none or belongs to it already. */
export function readJoined({ store }: Pick<DeskContext, 'store'>): Joined | null {
  const joining = readJoining(store.db)
  const township = readState(store.db, 'township', TOWNSHIP)?.state
  if (store.scope === '' || readHoldersOf(store.db, 'password').size > 0 || (!joining && !township)) return null
  return {
    by: joining?.by ?? 'hub',
    township: township ? textOf(township.fields, 'name') : '',
    division: store.scope,
    letter: joining?.letter ?? '',
    administrators: readActivePeople(store.db)
      .filter(({ roles }) => roles.includes('administrator'))
      .map(({ id, name, post }) => ({ id, name, post })),
    events: countEvents(store.db),
  }
}

/**
 * An administrator of the township takes over the console that has joined it, proven by the code it joined with, and sets a password
 * here. @throws {CommandError} join.notJoined, join.administratorsOnly, session.passwordTooShort, session.wrongCode, session.wait
 */
export async function claimConsole(
  context: DeskContext,
  { person: id, code, password, console: name }: { person: string; code: string; password: string; console: string },
): Promise<RecoverySheet> {
  const { store } = context
  if (!readJoined(context)) throw new CommandError('join.notJoined')
  const person = requireActive(context, id)
  if (!person.roles.includes('administrator')) throw new CommandError('join.administratorsOnly')
  checkPassword(password)
  await proveCode(context, 'join', readCredential(store.db, 'join', ''), code)
  const credential = await credentialOf(context, password)
  const recovery = await makeRecovery(context)
  if (!readJoined(context)) throw new CommandError('join.notJoined')
  const joining = readJoining(store.db)
  // Registered before the password is kept: after a power cut in between the same code claims it again.
  const body = { letter: letterFor(context, joining?.letter ?? ''), name }
  store.append(
    [
      { kind: 'console.epochStarted', entity: consoleEntity(store), body: { reason: 'first' } },
      registration(context, joining?.invitation ? { ...body, invitation: joining.invitation } : body),
    ],
    { author: { person: person.id, name: person.name, role: 'administrator' } },
  )
  store.writeLocal((db) => {
    writeCredential(db, 'password', person.id, credential)
    writeCredential(db, 'recovery', '', recovery.credential)
    deleteCredential(db, 'join', '')
    writeJoining(db, null)
  })
  takeSeat(context, person)
  store.append([passwordSet(context, person, 'join'), recovery.draft], { author: context.session.author() })
  return sheetOf(context, recovery.code)
}

/** The letter promised by the file, else the one the hub gave if it is still free, else the next one. */
function letterFor(context: DeskContext, promised: string): string {
  if (promised !== '') return promised
  const given = readSetting(context.store.db, LETTER_SETTING)
  const taken = new Set(readConsoles(context).map(({ fields }) => textOf(fields, 'letter')))
  return typeof given === 'string' && !taken.has(given) ? given : freeLetter(context)
}
