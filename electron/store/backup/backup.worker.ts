import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openReadOnly, openScratch } from '../../../shared/node/openDatabase.ts'
import { syncFile, syncFolder } from '../../../shared/node/writeDurably.ts'
import { findLastId } from '../check/storedRows.ts'
import { isWhole } from '../check/whole.ts'
import { runJob } from '../workerSide.ts'
import { backupFolder, listBackups, nameBackup, pickSuperfluous, removeBackups, turnOf } from './backupFiles.ts'

export interface BackupInput {
  readonly folder: string
  readonly database: string
  readonly atMs: number
  /** False: the disk is short, so only the newest two are kept. */
  readonly spare: boolean
}
/** `damaged`: what was copied does not hash to what it should, so the database itself is damaged; no backup was kept. */
export type BackupResult =
  | { readonly state: 'kept'; readonly lastId: number; readonly bytes: number }
  | { readonly state: 'damaged' }

/** Pages copied in one step: all of them, so that the copy is of one moment however busy the console is. */
const ALL_PAGES = 0x7fffffff

runJob<BackupInput, never, BackupResult>(async ({ folder, database, atMs, spare }) => {
  const place = backupFolder(folder)
  mkdirSync(place, { recursive: true })
  const path = join(place, nameBackup(atMs, turnOf(atMs, listBackups(folder))))
  const aside = `${path}.tmp`
  rmSync(aside, { force: true })
  const live = openReadOnly(database)
  try {
    await live.backup(aside, { progress: () => ALL_PAGES })
  } finally {
    live.close()
  }
  const lastId = checkCopy(aside)
  if (lastId === null) {
    rmSync(aside, { force: true })
    return { state: 'damaged' }
  }
  syncFile(aside)
  renameSync(aside, path)
  syncFolder(place)
  const backups = listBackups(folder)
  removeBackups(pickSuperfluous(backups, spare))
  return { state: 'kept', lastId, bytes: backups.find((one) => one.path === path)?.bytes ?? 0 }
})

/** Makes the copy one file and reads it whole. Null when anything is wrong, else its last row. */
function checkCopy(path: string): number | null {
  const copy = openScratch(path)
  try {
    return isWhole(copy) ? findLastId(copy) : null
  } finally {
    copy.close()
  }
}
