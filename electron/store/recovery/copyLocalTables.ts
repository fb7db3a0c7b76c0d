import { existsSync } from 'node:fs'
import { openReadOnly, type ReadableDb, type WritableDb } from '../../../shared/node/openDatabase.ts'
import { projectionTables } from '../projections/registry.ts'

/**
 * Tables that must not come from a damaged file: the log and its heads come back event by event, and the place in the county's
 * feed has to fit the events that are here.
 */
const NOT_LOCAL = ['event', 'chain_head', 'down_cursor']

/** What belongs to this console alone: everything that is neither the log nor follows from it. */
export function localTables(db: Pick<ReadableDb, 'prepare'>): readonly string[] {
  const others = new Set([...NOT_LOCAL, ...projectionTables()])
  return db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ name }) => name)
    .filter((name) => !others.has(name) && name !== 'search' && !name.startsWith('search_'))
}

/** Copies what belongs to this console alone from a database that may be damaged: as much as can be read. */
export function copyLocalTables(source: string, target: WritableDb): void {
  if (!existsSync(source)) return
  try {
    const old = openReadOnly(source)
    try {
      for (const table of localTables(target)) copyTable(old, target, table)
    } finally {
      old.close()
    }
  } catch (error) {
    console.error('[store] the old file gives nothing more', error)
  }
}

function copyTable(old: Pick<ReadableDb, 'prepare'>, target: WritableDb, table: string): void {
  try {
    const columns = columnsOf(old, table).filter((column) => columnsOf(target, table).includes(column))
    if (columns.length === 0) return
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insert = target.prepare(
      `INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of old.prepare<[], Record<string, unknown>>(`SELECT ${names} FROM "${table}"`).iterate()) {
      insert.run(...Object.values(row))
    }
  } catch (error) {
    console.error('[store] the old file gives no more of', table, error)
  }
}

function columnsOf(db: Pick<ReadableDb, 'prepare'>, table: string): readonly string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)
}
