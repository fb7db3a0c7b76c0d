import { chmodSync, constants, copyFileSync, statSync } from 'node:fs'
import { openDatabase, openReadOnly } from '../../../shared/node/openDatabase.ts'
import { syncFile } from '../../../shared/node/writeDurably.ts'
import { checkTail } from '../check/tail.ts'
import { isWhole } from '../check/whole.ts'
import { isMigrated, migrate } from '../migrate.ts'
import { areProjectionsUpToDate, bringProjectionsUpToDate, type RebuildProgress } from '../projections/upToDate.ts'
import { asStoreError, StoreError } from '../storeError.ts'
import { runJob } from '../workerSide.ts'

export interface PrepareBackupInput {
  readonly path: string
  /** Where a copy of it may be made. */
  readonly copy: string
  /** Bytes that the copy and what is written beside it may take. */
  readonly room: number
}

/**
 * `damaged`: no longer what it was when it was taken. `sound`: can be gone on from as it is. `prepared`: a program before this one
 * took it, and the copy is as this one would have it. `full`: there is no room for that copy.
 */
export type PreparedBackup = 'damaged' | 'sound' | 'prepared' | 'full'

runJob<PrepareBackupInput, RebuildProgress, PreparedBackup>(async ({ path, copy, room }, side) => {
  const state = look(path)
  if (state !== 'older') return state
  // Building the projections anew writes about as much again into the copy's write-ahead log.
  if (2 * statSync(path).size > room) return 'full'
  try {
    prepare(path, copy, side.tell)
    return 'prepared'
  } catch (error) {
    const known = asStoreError(error)
    if (known instanceof StoreError && known.reason === 'full') return 'full'
    throw error
  }
})

function look(path: string): 'damaged' | 'sound' | 'older' {
  const db = openReadOnly(path)
  try {
    if (!isWhole(db)) return 'damaged'
    return isMigrated(db) && areProjectionsUpToDate(db) ? 'sound' : 'older'
  } finally {
    db.close()
  }
}

/** The backup itself is never written to. */
function prepare(path: string, copy: string, tell: (progress: RebuildProgress) => void): void {
  copyFileSync(path, copy, constants.COPYFILE_FICLONE)
  chmodSync(copy, 0o600)
  const db = openDatabase(copy)
  try {
    migrate(db, () => undefined)
    checkTail(db)
    bringProjectionsUpToDate(db, { onStep: tell })
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
  syncFile(copy)
}
