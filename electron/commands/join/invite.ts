import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Invitation } from '../../../shared/ipc/join.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { type DeskContext, newId } from '../../deskContext.ts'
import { saveDocument } from '../../documents/saveDocument.ts'
import { readTownship } from '../../store/repositories/township.ts'
import { CommandError } from '../commandError.ts'
import { consoleEntity, freeLetter } from '../consoles.ts'
import { requireRole } from '../requireRole.ts'
import { makeCode } from '../secret.ts'
import { sealJoinFile } from './joinFile.ts'

/** Twelve characters, some 59 bits: beyond guessing at scrypt's price even for who has the file. */
const CODE_GROUPS = 3
const PAGE = 500

/**
 * Makes the file with which a further console joins, and its one-time code. The letter is promised in the log first, so that the
 * next file names another one.
 */
export async function invite(
  context: DeskContext,
  onProgress: (done: number, total: number) => void,
): Promise<Invitation> {
  requireRole(context, 'console.invite')
  const { store, session, documentHost, now } = context
  const author = session.author()
  const township = readTownship(store.db)
  if (!township) throw new CommandError('setup.noTownship')
  const code = makeCode(CODE_GROUPS)
  const letter = freeLetter(context)
  const invitation = newId('invitation')
  const saved = await saveDocument(
    documentHost,
    { fileName: `${township.name} ${letter}`, extension: 'zsjoin', mime: 'application/octet-stream' },
    () => {
      store.append([{ kind: 'console.invited', entity: consoleEntity(store), body: { letter, invitation } }], {
        author,
      })
      const facts = { division: store.scope, township: township.name, letter, invitation, madeMs: now() }
      return sealJoinFile(facts, code, readPages(store.db, onProgress))
    },
  )
  return { saved, code, letter }
}

/** Every stored event as it was when the reading began, forks included, in the order of arrival. */
async function* readPages(
  db: ReadableDb,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<readonly Uint8Array[]> {
  const last = db.prepare<[], { last: number | null }>('SELECT max(id) AS last FROM event').get()?.last ?? 0
  for (let at = 0; at < last; ) {
    const rows = db
      .prepare<[number, number, number], { id: number; bytes: Uint8Array }>(
        'SELECT id, bytes FROM event WHERE id > ? AND id <= ? ORDER BY id LIMIT ?',
      )
      .all(at, last, PAGE)
    const end = rows.at(-1)
    if (!end) return
    at = end.id
    onProgress(at, last)
    yield rows.map(({ bytes }) => bytes)
    await nextTurn()
  }
}
