import { openScratch, type ReadableDb, type WritableDb } from '../../../shared/node/openDatabase.ts'
import { findLastId } from '../check/storedRows.ts'
import { migrate } from '../migrate.ts'
import { digestRows, digestTable } from '../projections/digest.ts'
import { rebuildProjections } from '../projections/rebuild.ts'
import { projectionTables } from '../projections/registry.ts'

export interface CompareStep {
  readonly stage: 'rebuild' | 'compare'
  readonly done: number
  readonly total: number
}

const STEP = 500

/**
 * Rebuilds everything that follows from the events in a database of its own and compares it, table by table, with what the console
 * shows. The copy and the comparison are of one moment, held by a read transaction on `live`.
 * @param path of the scratch database, which must not exist; the caller removes it.
 */
export function* compareProjections(live: ReadableDb, path: string): Generator<CompareStep, readonly string[]> {
  const aside = openScratch(path)
  try {
    migrate(aside, () => undefined)
    live.prepare('BEGIN').run()
    try {
      for (const done of copyEvents(live, aside)) yield { stage: 'rebuild', ...done }
      aside.prepare('BEGIN').run()
      for (const done of rebuildProjections(aside)) yield { stage: 'rebuild', ...done }
      aside.prepare('COMMIT').run()
      const different: string[] = []
      const tables = projectionTables()
      for (const [done, table] of tables.entries()) {
        yield { stage: 'compare', done, total: tables.length }
        if (digestTable(live, table) !== digestTable(aside, table)) different.push(table)
      }
      if (digestSearch(live) !== digestSearch(aside)) different.push('search')
      return different
    } finally {
      live.prepare('ROLLBACK').run()
    }
  } finally {
    aside.close()
  }
}

function* copyEvents(live: ReadableDb, aside: WritableDb): Generator<{ done: number; total: number }> {
  const columns = 'id, hash, origin, epoch, lane, seq, branch, n, hlc, kind, entity, received_ms, bytes'
  const insert = aside.prepare(`INSERT INTO event (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const read = live.prepare<[number, number], Record<string, unknown> & { id: number }>(
    `SELECT ${columns} FROM event WHERE id > ? ORDER BY id LIMIT ?`,
  )
  const total = findLastId(live)
  for (let last = 0; ; ) {
    const rows = read.all(last, STEP)
    if (rows.length === 0) return
    aside.transaction(() => {
      for (const row of rows) insert.run(...Object.values(row))
    })()
    last = rows.at(-1)?.id ?? last
    yield { done: last, total }
  }
}

/** What the search index knows, whatever way its words came in and were put together. */
function digestSearch(db: ReadableDb): string {
  db.prepare(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'search', 'instance')`).run()
  return digestRows(
    db.prepare<[], Record<string, unknown>>('SELECT term, doc FROM temp.search_words ORDER BY term, doc').iterate(),
  )
}
