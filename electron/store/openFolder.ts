import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type WritableDb } from '../../shared/node/openDatabase.ts'
import { listBackups } from './backup/backupFiles.ts'
import { backUpBeforeMigration } from './backup/beforeMigration.ts'
import { checkTail } from './check/tail.ts'
import { readHeadsFile } from './headsFile.ts'
import { migrate } from './migrate.ts'
import { bringProjectionsUpToDate, type RebuildHere } from './projections/upToDate.ts'
import { type ChosenBackup, finishReplacing, replaceDatabase } from './recovery/replaceDatabase.ts'
import { asStoreError, StoreError } from './storeError.ts'

export const DATABASE = 'duty.db'

/** From here on (64 MB) a commit copies the write-ahead log itself; a thread does it long before (care/walCheckpoints.ts). */
const LONGEST_WAL_PAGES = 16_000

/**
 * Opens the database of a data folder, checked and brought up to date. One that is damaged or gone is replaced within seconds, so
 * that duty goes on.
 * @throws {StoreError}
 * @throws {LongRebuild} when more has to be rebuilt than `here` allows.
 */
export function openFolder(folder: string, now: () => number, here: RebuildHere = {}): WritableDb {
  finishReplacing(folder, now)
  if (isLost(folder)) replaceDatabase(folder, { cause: 'missing', atMs: now() })
  return tryToOpen(folder, here) ?? tryToOpen(folder, here) ?? openReplaced(folder, now)
}

/** Null when the file is damaged, or seems so: a read that failed looks the same, so it is asked for twice. @throws {StoreError} */
function tryToOpen(folder: string, here: RebuildHere): WritableDb | null {
  try {
    return openSound(folder, here)
  } catch (error) {
    const known = asStoreError(error)
    if (known instanceof StoreError && known.reason === 'corrupt') return null
    throw known
  }
}

function openReplaced(folder: string, now: () => number): WritableDb {
  replaceDatabase(folder, { cause: 'corrupt', atMs: now() })
  return openSound(folder)
}

/**
 * Puts a backup that a person chose in the place of the database, which is kept aside. @throws {StoreError} noBackup, full, …;
 * the database is then what it was.
 */
function openRestored(folder: string, now: () => number, chosen: ChosenBackup): WritableDb {
  replaceDatabase(folder, { cause: 'restored', atMs: now(), chosen })
  return openSound(folder)
}

/** Why the database is opened anew. `restore`: a person chose this backup. `damage`: it was looked at and found damaged; `corruption`: SQLite said so in the middle of work. */
export type ReopenReason = 'failure' | 'corruption' | 'damage' | { readonly restore: ChosenBackup }

/** After a failed write. What the system still has in memory is brought to the disk first, or the folder stays closed. */
export function openAgain(folder: string, now: () => number, after: ReopenReason): WritableDb {
  if (typeof after === 'object') return openRestored(folder, now, after.restore)
  const db = after === 'damage' ? openReplaced(folder, now) : openFolder(folder, now)
  try {
    if (after === 'corruption' && db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      db.close()
      return openReplaced(folder, now)
    }
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (result?.busy !== 0) throw new StoreError('inputOutput')
    return db
  } catch (error) {
    db.close()
    throw asStoreError(error)
  }
}

function openSound(folder: string, here: RebuildHere = {}): WritableDb {
  const db = openDatabase(join(folder, DATABASE))
  try {
    db.pragma(`wal_autocheckpoint = ${LONGEST_WAL_PAGES}`)
    migrate(db, () => backUpBeforeMigration(db, folder))
    checkTail(db)
    bringProjectionsUpToDate(db, here)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** This folder was written in before, and its database is gone or empty. */
function isLost(folder: string): boolean {
  const size = statSync(join(folder, DATABASE), { throwIfNoEntry: false })?.size ?? 0
  return size === 0 && (readHeadsFile(folder) !== null || listBackups(folder).length > 0)
}
