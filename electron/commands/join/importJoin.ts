import { setImmediate as nextTurn } from 'node:timers/promises'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readHoldersOf, writeCredential } from '../../store/repositories/credentials.ts'
import { CommandError } from '../commandError.ts'
import { credentialOf } from '../passwords.ts'
import { normalCode } from '../secret.ts'
import { hasTownship } from '../setUp.ts'
import { openJoinFile, readJoinHeader } from './joinFile.ts'
import { writeJoining } from './joining.ts'

/** Small enough that an intake at this console never waits for more than one of them. */
const BATCH = 100

export interface ImportSteps {
  onProgress(done: number, total: number): void
  /** Asked between two transactions; what has been stored stays, and the same file goes on from there. */
  isCancelled(): boolean
}

/** @throws {CommandError} setup.alreadyDone */
export function refuseWhenSettled({ store }: Pick<DeskContext, 'store'>): void {
  if (hasTownship({ store }) && readHoldersOf(store.db, 'password').size > 0)
    throw new CommandError('setup.alreadyDone')
}

/**
 * Takes in a township's records from a file of its first console. Afterwards an administrator proves themselves with the same code.
 * @throws {CommandError} join.* and setup.alreadyDone; after a cut file, a wrong code or another version nothing was written.
 */
export async function importJoinFile(
  context: DeskContext,
  file: Uint8Array,
  code: string,
  { onProgress, isCancelled }: ImportSteps,
): Promise<void> {
  const { store } = context
  refuseWhenSettled(context)
  const header = readJoinHeader(file)
  if (store.scope !== '' && store.scope !== header.division) throw new CommandError('join.otherTownship')
  const events = await openJoinFile(file, code)
  const credential = await credentialOf(context, normalCode(code))
  refuseWhenSettled(context)
  store.writeLocal((db) => {
    writeJoining(db, { by: 'file', letter: header.letter, invitation: header.invitation })
    writeCredential(db, 'join', '', credential)
  })
  if (store.scope === '') store.setScope(header.division)
  for (let at = 0; at < events.length; at += BATCH) {
    if (isCancelled()) throw new CommandError('join.cancelled')
    store.applyRemote(events.slice(at, at + BATCH).map((bytes) => open(bytes)))
    onProgress(Math.min(at + BATCH, events.length), events.length)
    await nextTurn()
  }
}

function open(bytes: Uint8Array): SealedEvent {
  try {
    return openEnvelope(bytes, nodePrimitives)
  } catch {
    throw new CommandError('join.broken')
  }
}
