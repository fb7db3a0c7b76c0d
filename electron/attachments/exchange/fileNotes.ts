import type { Log } from '../../../shared/protocol/ports.ts'
import { type FileNote, readFileNotes, writeFileNote } from '../../store/repositories/attachments.ts'
import type { Store } from '../../store/store.ts'

/** What the hub has said of each file, and what a person here wants of it. Kept beside the log, for the next connection. */
export interface FileNotes {
  of(sha: string): FileNote
  /** The hub holds these, in its present life. */
  held(hubEpoch: string, shas: readonly string[]): void
  /** It does not hold what it was thought to hold: another life of it, or a disk put back. */
  notHeld(hubEpoch: string, sha: string): void
  /** It gave this one: whoever asked for it has it. */
  fetched(hubEpoch: string, sha: string): void
  /** A person wants these moved, whatever the link; '' takes the wish back. */
  ask(shas: readonly string[], asked: FileNote['asked']): void
  /** Another database may stand behind the store. */
  reload(): void
  /** Nothing is written from here on. */
  close(): void
}

interface FileNotesPorts {
  readonly store: Store
  readonly log: Log
  /** Notes were written: what is to be moved may be something else now. */
  onChange(): void
}

type Change = readonly [sha: string, note: FileNote]

export function openFileNotes({ store, log, onChange }: FileNotesPorts): FileNotes {
  let notes = readFileNotes(store.db)
  let closed = false

  const of = (sha: string): FileNote => notes.get(sha) ?? { heldEpoch: '', asked: '' }

  function save(changes: readonly Change[]): void {
    if (closed || changes.length === 0) return
    try {
      store.writeLocal((db) => {
        for (const [sha, note] of changes) writeFileNote(db, sha, note)
      })
    } catch (error) {
      // Forgotten, it is found out again at the next connection.
      log.warn('files.noteFailed', { message: error instanceof Error ? error.message : String(error) })
    }
    notes = new Map([...notes, ...changes])
    onChange()
  }

  return {
    of,
    held(hubEpoch, shas) {
      save(
        shas
          .filter((sha) => of(sha).heldEpoch !== hubEpoch)
          .map((sha): Change => [sha, { heldEpoch: hubEpoch, asked: of(sha).asked === 'send' ? '' : of(sha).asked }]),
      )
    },
    notHeld(hubEpoch, sha) {
      if (of(sha).heldEpoch === hubEpoch) save([[sha, { ...of(sha), heldEpoch: '' }]])
    },
    fetched: (hubEpoch, sha) => save([[sha, { heldEpoch: hubEpoch, asked: '' }]]),
    ask: (shas, asked) => save(shas.map((sha): Change => [sha, { ...of(sha), asked }])),
    reload() {
      notes = readFileNotes(store.db)
    },
    close() {
      closed = true
    },
  }
}
