import { join } from 'node:path'
import { freeBytes } from '../../../shared/node/freeBytes.ts'
import type { BackupInput, BackupResult } from '../backup/backup.worker.ts'
import { listBackups } from '../backup/backupFiles.ts'
import { findLastId } from '../check/storedRows.ts'
import { DATABASE } from '../openFolder.ts'
import { LOW_SPACE_BYTES } from '../reserve.ts'
import { readSetting, writeSetting } from '../settings.ts'
import type { Store } from '../store.ts'
import { type Job, startJob } from '../workerJob.ts'

/** Setting: the last row of the log that a backup holds. */
const BACKED_UP = 'backedUp'

export interface Backups {
  running(): boolean
  /** True when the log holds something that no backup holds. */
  isDue(): boolean
  /** Takes one now; a second wish while one runs waits for that one. @returns what became of it. */
  take(): Promise<BackupResult['state']>
  close(): void
}

/** Copies the database beside itself, in a worker, checked byte by byte before it counts as a backup. */
export function createBackups(store: Store, now: () => number): Backups {
  let job: Job<BackupResult> | null = null

  async function run(current: Job<BackupResult>): Promise<BackupResult['state']> {
    try {
      const result = await current.done
      if (result.state === 'kept') store.writeLocal((db) => writeSetting(db, BACKED_UP, result.lastId))
      return result.state
    } finally {
      job = null
    }
  }

  return {
    running: () => job !== null,
    isDue: () => findLastId(store.db) !== readSetting(store.db, BACKED_UP) || listBackups(store.folder).length === 0,
    take() {
      if (job) return job.done.then(({ state }) => state)
      const input: BackupInput = {
        folder: store.folder,
        database: join(store.folder, DATABASE),
        atMs: now(),
        spare: freeBytes(store.folder) > 4 * LOW_SPACE_BYTES,
      }
      const started = startJob<never, BackupResult>('store/backup/backup.worker.ts', input, () => undefined)
      job = started
      return run(started)
    },
    close() {
      job?.cancel()
      job = null
    },
  }
}
