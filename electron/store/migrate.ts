import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { migrations } from './migrations/migrations.ts'
import { StoreError } from './storeError.ts'

/** How many migrations a database has had. */
export function versionOf(db: Pick<ReadableDb, 'pragma'>): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Whether a database has had all of them. */
export function isMigrated(db: Pick<ReadableDb, 'pragma'>): boolean {
  return versionOf(db) === migrations.length
}

/**
 * Brings the database to this program's version, a transaction a migration.
 * @param beforeFirst called once when there is something to do to a database that already holds data: take a backup.
 * @throws {StoreError} newerVersion when a newer program wrote it, corrupt when it is no duty log at all; it is left untouched.
 */
export function migrate(db: WritableDb, beforeFirst: () => void): void {
  const version = versionOf(db)
  if (version > migrations.length) throw new StoreError('newerVersion')
  if (version === 0 && holdsTables(db)) throw new StoreError('corrupt')
  if (version > 0 && version < migrations.length) beforeFirst()
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${index + 1}`)
    })()
  }
}

function holdsTables(db: WritableDb): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined
}
