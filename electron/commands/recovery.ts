import { textOf } from '../../shared/domain/registers.ts'
import { TOWNSHIP } from '../../shared/domain/township/events.ts'
import { organisationOf } from '../../shared/domain/township/township.ts'
import type { RecoverySheet } from '../../shared/ipc/session.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { type Credential, readCredential, writeCredential } from '../store/repositories/credentials.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { consoleEntity } from './consoles.ts'
import { requireRole } from './requireRole.ts'
import { makeCode, makeVerifier, normalCode } from './secret.ts'

/** A recovery code that was made but not yet kept. `draft` tells the log that earlier sheets no longer work. */
export interface Recovery {
  readonly code: string
  readonly credential: Credential
  readonly draft: AnyDraft
}

/** Some 98 bits: it lies in a drawer for years. With it an administrator sets a new password when all are forgotten. */
export async function makeRecovery({ store, now }: Pick<DeskContext, 'store' | 'now'>): Promise<Recovery> {
  const first = readCredential(store.db, 'recovery', '') === null
  const code = makeCode(5)
  const verifier = JSON.stringify(await makeVerifier(normalCode(code)))
  return {
    code,
    credential: { verifier, madeMs: now(), expiresMs: null },
    draft: { kind: 'console.recoverySheetIssued', entity: consoleEntity(store), body: first ? { first } : {} },
  }
}

/** A new sheet when the old one is lost or somebody saw it. */
export async function newRecoverySheet(context: DeskContext): Promise<RecoverySheet> {
  requireRole(context, 'person.authorise')
  const { code, credential, draft } = await makeRecovery(context)
  context.store.append([draft], { author: context.session.author() })
  context.store.writeLocal((db) => writeCredential(db, 'recovery', '', credential))
  return sheetOf(context, code)
}

export function sheetOf({ store, now }: Pick<DeskContext, 'store' | 'now'>, code: string): RecoverySheet {
  const township = readState(store.db, 'township', TOWNSHIP)?.state
  const console = readState(store.db, 'console', consoleEntity(store))?.state
  if (!township || !console) throw new CommandError('setup.noTownship')
  return {
    township: textOf(township.fields, 'name'),
    county: textOf(township.fields, 'county'),
    organisation: organisationOf(township),
    division: textOf(township.fields, 'division'),
    console: textOf(console.fields, 'name'),
    letter: textOf(console.fields, 'letter'),
    device: store.origin,
    atMs: now(),
    code,
  }
}
