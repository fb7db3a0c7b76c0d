import type { DraftRecord } from '../../shared/ipc/drafts.ts'
import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'

interface Row extends Omit<DraftRecord, 'body'> {
  readonly body: string
}

/** Drafts of a kind, the one typed in last first. */
export function readDrafts(db: ReadableDb, kind: string): readonly DraftRecord[] {
  return db
    .prepare<[string], Row>(
      `SELECT id, begun_ms AS begunMs, saved_ms AS savedMs, person_name AS personName, body
       FROM draft WHERE kind = ? ORDER BY saved_ms DESC, id`,
    )
    .all(kind)
    .map((row) => ({ ...row, body: JSON.parse(row.body) as DraftRecord['body'] }))
}

export interface DraftToSave {
  readonly id: string
  readonly kind: string
  readonly body: unknown
  readonly person: string
  readonly personName: string
  readonly nowMs: number
}

export function writeDraft(db: WritableDb, { id, kind, body, person, personName, nowMs }: DraftToSave): void {
  db.prepare(
    `INSERT INTO draft (id, kind, begun_ms, saved_ms, person, person_name, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       saved_ms = excluded.saved_ms, person = excluded.person, person_name = excluded.person_name, body = excluded.body`,
  ).run(id, kind, nowMs, nowMs, person, personName, JSON.stringify(body))
}

export function deleteDraft(db: WritableDb, id: string): void {
  db.prepare('DELETE FROM draft WHERE id = ?').run(id)
}
