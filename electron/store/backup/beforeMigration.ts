import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import { syncFile, syncFolder } from '../../../shared/node/writeDurably.ts'
import { backupFolder } from './backupFiles.ts'

/** How many backups from before an upgrade are kept is not limited: there is one an upgrade. */
export function backUpBeforeMigration(db: WritableDb, folder: string): void {
  const place = backupFolder(folder)
  mkdirSync(place, { recursive: true })
  const path = join(place, `before-version-${Number(db.pragma('user_version', { simple: true })) + 1}.db`)
  rmSync(`${path}.tmp`, { force: true })
  // VACUUM INTO does not sync what it wrote.
  db.prepare('VACUUM INTO ?').run(`${path}.tmp`)
  syncFile(`${path}.tmp`)
  renameSync(`${path}.tmp`, path)
  syncFolder(place)
}
