import type { DraftRecord } from '../../shared/ipc/drafts.ts'
import { worldOfDraft } from '../../shared/ipc/draftWorlds.ts'
import type { DeskContext } from '../deskContext.ts'
import { deleteDraft, readDrafts, writeDraft } from '../store/drafts.ts'
import { readState } from '../store/projections/entityState.ts'
import { callIdOf } from './call/recordCall.ts'
import { CommandError } from './commandError.ts'

/** As many characters as a call and all its texts can have, and some more. */
const MAX_DRAFT_CHARACTERS = 100_000

/** Keeps what is being typed; durable when it returns. A draft whose call is recorded already stays gone. */
export function saveDraft(
  { store, session, now }: DeskContext,
  { id, kind, body }: { id: string; kind: string; body: unknown },
): { savedMs: number } {
  if (JSON.stringify(body).length > MAX_DRAFT_CHARACTERS) throw new CommandError('draft.tooLong')
  const person = session.current()
  const nowMs = now()
  if (!readState(store.db, 'call', callIdOf(id)))
    store.writeLocal((db) =>
      writeDraft(db, { id, kind, body, person: person?.id ?? '', personName: person?.name ?? '', nowMs }),
    )
  return { savedMs: nowMs }
}

/** Drafts of a kind, of the world this console is in. Without a person only those of an intake: the others are read by whoever is signed in. */
export function listDrafts({ store, session, drill }: DeskContext, kind: string): readonly DraftRecord[] {
  if (kind !== 'intake' && !session.current()) throw new CommandError('session.signInFirst')
  return readDrafts(store.db, kind).filter(({ id }) => worldOfDraft(id) === drill.world)
}

/** Only ever because a person said so. */
export function discardDraft({ store }: DeskContext, id: string): null {
  store.writeLocal((db) => deleteDraft(db, id))
  return null
}
