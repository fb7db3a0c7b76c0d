import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import type { ReopenReason } from './openFolder.ts'
import type { ChosenBackup } from './recovery/replaceDatabase.ts'
import type { Reserve } from './reserve.ts'
import { asStoreError, StoreError, type StoreErrorReason } from './storeError.ts'

/**
 * The one open database of a data folder.
 *
 *   open ──(I/O error, failed sync, corruption)──▶ closed ──(next use, or at once)──▶ open again, checked
 *
 * After a failed write nothing is retried on the same connection and nothing is acknowledged: what the system still has in
 * memory may never have reached the disk. Only a full disk, where SQLite takes the write back cleanly, is tried again once.
 */
export interface Connection {
  /** Stays the same object over a reopening. */
  readonly db: ReadableDb
  /** Another number after every commit and every reopening: what was read under the same one is still so. */
  readonly version: number
  /**
   * Runs a task in one transaction that is on the disk when this returns.
   * @param undo puts back what the task changed in memory; called when it failed.
   * @throws {StoreError} when nothing was written; anything else the task threw, unchanged.
   */
  transact<T>(task: (db: WritableDb) => T, undo?: () => void): T
  /** The file is known to be damaged: goes on with another one. @throws {StoreError} when there is none to be had. */
  replaceDamaged(): void
  /** A person wants this backup instead. @throws {StoreError} when it cannot be used: the database is then what it was. */
  restore(backup: ChosenBackup): void
  close(): void
}

export interface ConnectionPorts {
  /** Opens the folder's database after a failure, checked; a corrupt one is replaced. @throws {StoreError} */
  open(after: ReopenReason): WritableDb
  readonly reserve: Reserve
  /** Another database stands behind `db` from now on: what was read from it has to be read again. */
  onReopened(db: WritableDb): void
  /** For the person: what happened to a write. `full`: the reserve was used up or is used now. */
  onTrouble(reason: StoreErrorReason): void
}

export function createConnection(first: WritableDb, ports: ConnectionPorts): Connection {
  let current: WritableDb | null = first
  let ended = false
  let after: ReopenReason = 'failure'
  let version = 0

  function use(): WritableDb {
    if (current) return current
    if (ended) throw new StoreError('cannotOpen')
    const opened = ports.open(after)
    after = 'failure'
    current = opened
    version += 1
    ports.onReopened(opened)
    return opened
  }

  /** Lets go of a connection that failed. */
  function drop(failed: WritableDb, why: ReopenReason): void {
    if (current !== failed) return
    current = null
    after = why
    try {
      failed.close()
    } catch (error) {
      console.error('[store] closing after a failure', error)
    }
  }

  function attempt<T>(task: (db: WritableDb) => T): T {
    const db = use()
    try {
      const result = db.transaction(() => task(db)).immediate()
      version += 1
      return result
    } catch (error) {
      const known = asStoreError(error)
      if (!(known instanceof StoreError)) throw known
      if (known.reason === 'inputOutput') drop(db, 'failure')
      if (known.reason === 'corrupt') drop(db, 'corruption')
      throw known
    }
  }

  /** The next act, and every reader, should find a sound database; when there is none yet they will try again. */
  function tryToReopen(): void {
    try {
      use()
    } catch (error) {
      console.error('[store] reopening after a failure', error)
    }
  }

  function fail(error: unknown, undo: (() => void) | undefined): never {
    undo?.()
    if (error instanceof StoreError) {
      if (!current && !ended) tryToReopen()
      ports.onTrouble(error.reason)
    }
    throw error
  }

  return {
    db: {
      get name() {
        return use().name
      },
      get open() {
        return current?.open ?? false
      },
      prepare: ((sql: string) => use().prepare(sql)) as ReadableDb['prepare'],
      pragma: ((source: string, options?: { simple?: boolean }) =>
        use().pragma(source, options)) as ReadableDb['pragma'],
    },
    get version() {
      return version
    },
    transact(task, undo) {
      try {
        return attempt(task)
      } catch (error) {
        const isFull = error instanceof StoreError && error.reason === 'full'
        if (!isFull || !ports.reserve.release()) return fail(error, undo)
      }
      undo?.()
      try {
        const result = attempt(task)
        ports.onTrouble('full')
        return result
      } catch (error) {
        return fail(error, undo)
      }
    },
    replaceDamaged() {
      if (current) drop(current, 'damage')
      use()
    },
    restore(backup) {
      if (current) drop(current, { restore: backup })
      try {
        use()
      } catch (error) {
        after = 'failure'
        tryToReopen()
        throw asStoreError(error)
      }
    },
    close() {
      ended = true
      current?.close()
      current = null
    },
  }
}
