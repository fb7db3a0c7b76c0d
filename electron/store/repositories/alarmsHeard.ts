import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'

/** Which of these alarms (with their stage) somebody at this console has heard. */
export function readHeard(db: ReadableDb, ids: readonly string[]): ReadonlySet<string> {
  const rows = db
    .prepare<[string], { id: string }>('SELECT id FROM alarm_heard WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids))
  return new Set(rows.map(({ id }) => id))
}

export function writeHeard(
  db: WritableDb,
  ids: readonly string[],
  { atMs, person, name }: { readonly atMs: number; readonly person: string; readonly name: string },
): void {
  for (const id of ids) {
    db.prepare('INSERT OR IGNORE INTO alarm_heard (id, at_ms, person, name) VALUES (?, ?, ?, ?)').run(
      id,
      atMs,
      person,
      name,
    )
  }
}
