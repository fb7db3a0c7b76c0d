import type { Attachment } from '../../../shared/domain/attachment/attachment.ts'
import { attachmentBodies } from '../../../shared/domain/attachment/events.ts'
import type { Folded } from '../../../shared/domain/fold.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope } from '../../../shared/protocol/envelope.ts'
import { readState } from '../projections/entityState.ts'

/** Attachments of an incident and of those merged into it, in no promised order. */
export function readAttachments(db: ReadableDb, incident: string): readonly Folded<Attachment>[] {
  return db
    .prepare<[string, string, string], { id: string }>(
      `SELECT a.id FROM attachment a WHERE a.incident = ?
       UNION SELECT a.id FROM incident i JOIN attachment a ON a.incident = i.id WHERE i.root = ? OR i.id = ?`,
    )
    .all(incident, incident, incident)
    .flatMap(({ id }) => readAttachment(db, id) ?? [])
}

export function readAttachment(db: ReadableDb, id: string): Folded<Attachment> | null {
  return readState(db, 'attachment', id)
}

/** A file that attachments shown with their incidents speak of, with its size as they say it: records may differ, one is right. */
export interface WantedFile {
  readonly sha: string
  readonly size: number
  readonly kind: 'thumb' | 'original'
  readonly urgent: boolean
}

/** Every file of the attachments that are shown, thumbnails first, then urgent before the rest, small before large. */
export function readWantedFiles(db: ReadableDb): readonly WantedFile[] {
  return db
    .prepare<[], { sha: string; size: number; thumb: number; urgent: number }>(
      `SELECT thumb_sha AS sha, thumb_size AS size, 1 AS thumb, max(urgent) AS urgent
         FROM attachment WHERE shown = 1 AND thumb_sha <> '' GROUP BY thumb_sha, thumb_size
       UNION ALL
       SELECT sha256, size, 0, max(urgent) FROM attachment WHERE shown = 1 AND sha256 <> '' GROUP BY sha256, size
       ORDER BY thumb DESC, urgent DESC, size, sha`,
    )
    .all()
    .map(({ sha, size, thumb, urgent }) => ({ sha, size, kind: thumb ? 'thumb' : 'original', urgent: urgent === 1 }))
}

/** Files that were practised with: no projection of the real world knows them, their events do. */
export interface PractisedFile {
  readonly name: string
  readonly origin: string
  /** Of the original, and of the small picture where there is one. */
  readonly shas: readonly string[]
}

/** One each by hash, in the order they came; all drills. @param db the real world's */
export function readPractisedFiles(db: ReadableDb): readonly PractisedFile[] {
  const rows = db
    .prepare<[], { bytes: Uint8Array }>(
      `SELECT e.bytes FROM drill_event d JOIN event e ON e.id = d.event_id
       WHERE e.kind = 'attachment.added' ORDER BY d.event_id`,
    )
    .all()
  const files = rows.flatMap(({ bytes }): readonly PractisedFile[] => {
    const { body, origin } = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    const added = attachmentBodies['attachment.added'].safeParse(body)
    if (!added.success) return []
    const { name, sha256, thumbSha } = added.data
    return [{ name, origin, shas: [sha256, thumbSha].filter((sha) => sha !== '') }]
  })
  return [...new Map(files.map((file) => [file.shas.join(' '), file])).values()]
}

/** Hashes of everything any attachment speaks of, withdrawn ones and those of drills too. */
export function readAllFiles(db: ReadableDb): readonly string[] {
  const practised = readPractisedFiles(db).flatMap(({ shas }) => shas)
  const real = db
    .prepare<[], { sha: string }>(
      `SELECT sha256 AS sha FROM attachment WHERE sha256 <> '' UNION SELECT thumb_sha FROM attachment WHERE thumb_sha <> ''`,
    )
    .all()
    .map(({ sha }) => sha)
  return [...new Set([...real, ...practised])]
}

/** What this console knows of a file beyond the log. */
export interface FileNote {
  /** Life of the hub that said it holds the bytes; '' when none did. */
  readonly heldEpoch: string
  /** What a person asked for. */
  readonly asked: 'send' | 'fetch' | ''
}

const NOTHING: FileNote = { heldEpoch: '', asked: '' }

export function readFileNote(db: ReadableDb, sha: string): FileNote {
  return (
    db
      .prepare<[string], FileNote>('SELECT held_epoch AS heldEpoch, asked FROM attachment_file WHERE sha = ?')
      .get(sha) ?? NOTHING
  )
}

export function readFileNotes(db: ReadableDb): ReadonlyMap<string, FileNote> {
  const rows = db
    .prepare<[], FileNote & { sha: string }>('SELECT sha, held_epoch AS heldEpoch, asked FROM attachment_file')
    .all()
  return new Map(rows.map(({ sha, heldEpoch, asked }) => [sha, { heldEpoch, asked }]))
}

export function writeFileNote(db: WritableDb, sha: string, note: FileNote): void {
  db.prepare(
    `INSERT INTO attachment_file (sha, held_epoch, asked) VALUES (?, ?, ?)
     ON CONFLICT (sha) DO UPDATE SET held_epoch = excluded.held_epoch, asked = excluded.asked`,
  ).run(sha, note.heldEpoch, note.asked)
}
