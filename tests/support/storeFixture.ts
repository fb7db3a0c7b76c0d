import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestRows, digestTable } from '../../electron/store/projections/digest.ts'
import { projectionTables } from '../../electron/store/projections/registry.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'

export const START_MS = Date.UTC(2026, 6, 13, 18, 40)

/** A data folder; in memory where the system has such a place, because what these tests ask is not the disk's business. */
export function makeFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zhenshou-store-'))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Runs with a fresh store of its own, which is gone afterwards. */
export function withStore<T>(task: (store: Store) => T, now: () => number = () => START_MS): T {
  const folder = makeFolder()
  try {
    const store = openStore({ folder, now })
    try {
      store.setScope('510124103')
      return task(store)
    } finally {
      store.close()
    }
  } finally {
    removeFolder(folder)
  }
}

/** Gives a store all events, in an order of their own (holes in chains included) and in two transactions, some of them twice. */
export function deliver(store: Store, events: readonly SealedEvent[], keys: readonly number[]): void {
  const shuffled = events
    .map((event, index) => [keys[index % Math.max(keys.length, 1)] ?? 0, event] as const)
    .sort(([a], [b]) => a - b)
    .map(([, event]) => event)
  const half = Math.floor(shuffled.length / 2)
  store.applyRemote(shuffled.slice(0, half + 2))
  store.applyRemote(shuffled.slice(half))
}

/** What a store shows, one digest a table: row ids differ with the order of arrival, so they are replaced by hashes. */
export function digestShown(
  db: ReadableDb,
  tables: readonly string[] = projectionTables(),
): Readonly<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const table of tables) {
    const hasRows = db
      .prepare<[string], { name: string }>(`SELECT name FROM pragma_table_info(?) WHERE name = 'event_id'`)
      .get(table)
    if (!hasRows) digests[table] = digestTable(db, table)
    else {
      const rows = db
        .prepare<[], Record<string, unknown>>(
          `SELECT e.hash AS key, t.* FROM ${table} t JOIN event e ON e.id = t.event_id`,
        )
        .all()
        .map(({ event_id: _, ...row }) => row)
      const texts = rows.map((row) => JSON.stringify(row)).sort()
      digests[table] = digestRows(texts.map((text) => ({ text })))
    }
  }
  return digests
}

/** Exact digests, row ids included: for a rebuild of the same database. */
export function digestExact(db: ReadableDb): Readonly<Record<string, string>> {
  return Object.fromEntries(projectionTables().map((table) => [table, digestTable(db, table)]))
}
