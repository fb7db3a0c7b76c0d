import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

/** Tasks in hand of each recipient, by id. */
export function readOpenTasks(db: ReadableDb): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[], { recipient: string; open: number }>(
      'SELECT recipient, count(*) AS open FROM task WHERE open = 1 GROUP BY recipient',
    )
    .all()
  return new Map(rows.map(({ recipient, open }) => [recipient, open]))
}
