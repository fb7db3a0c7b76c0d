import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freeBytes } from '../../../shared/node/freeBytes.ts'
import { type Backup, listBackups } from '../backup/backupFiles.ts'
import type { PrepareBackupInput, PreparedBackup } from '../backup/prepareBackup.worker.ts'
import type { RebuildProgress } from '../projections/upToDate.ts'
import { StoreError } from '../storeError.ts'
import { startJob } from '../workerJob.ts'

/** Getting a backup ready to go on from, while duty goes on: it is checked, and one of an older version put in order, in a thread. */
export interface Restoration {
  /** How far it is; null while nothing is being put in order. */
  progress(): RebuildProgress | null
  /**
   * Hands `use` a sound file of this version's and removes what was made for it. @param after what has to end before
   * @returns false when it was called off. @throws {StoreError} noBackup, backupDamaged, full: nothing was changed.
   */
  withBackup(
    atMs: number,
    use: (backup: Pick<Backup, 'path' | 'atMs'>) => void,
    after: Promise<unknown> | null,
  ): Promise<boolean>
  /** Calls off what is waited for or being prepared. */
  cancel(): void
  /** Removes what a run of the program that ended in the middle of it left behind. */
  clear(): void
}

const COPY = 'duty.db.restoring-'
/** Duty goes on meanwhile: putting a backup in order must not take the last of the disk from it. */
const LEFT_FOR_DUTY_BYTES = 64 * 1024 * 1024

export function createRestoration(folder: string, onChange: () => void): Restoration {
  /** What ends each of those under way. */
  const cancels = new Set<() => void>()
  let progress: RebuildProgress | null = null

  function show(next: RebuildProgress | null): void {
    const before = percentOf(progress)
    progress = next
    if (percentOf(next) !== before) onChange()
  }

  /** What `work` comes to, or that somebody called it off; `stop` then ends it. */
  async function unlessCalledOff<T>(work: Promise<T>, stop: () => Promise<void>): Promise<T | 'cancelled'> {
    let cancel = (): void => undefined
    const calledOff = new Promise<'cancelled'>((resolve) => {
      cancel = () => resolve(stop().then((): 'cancelled' => 'cancelled'))
    })
    cancels.add(cancel)
    try {
      return await Promise.race([work, calledOff])
    } finally {
      cancels.delete(cancel)
    }
  }

  async function prepare(input: PrepareBackupInput): Promise<PreparedBackup | 'cancelled'> {
    const job = startJob<RebuildProgress, PreparedBackup>('store/backup/prepareBackup.worker.ts', input, show)
    try {
      return await unlessCalledOff(job.done, () => {
        job.cancel()
        // The thread has to be gone before its copy is removed.
        return job.ended
      })
    } catch (error) {
      console.error('[store] preparing a backup', error)
      return 'damaged'
    } finally {
      show(null)
    }
  }

  return {
    progress: () => progress,
    async withBackup(atMs, use, after) {
      if (after && (await unlessCalledOff(after, async () => undefined)) === 'cancelled') return false
      const backup = listBackups(folder).find((one) => one.atMs === atMs)
      if (!backup) throw new StoreError('noBackup')
      const copy = join(folder, `${COPY}${randomBytes(4).toString('hex')}`)
      try {
        const prepared = await prepare({ path: backup.path, copy, room: freeBytes(folder) - LEFT_FOR_DUTY_BYTES })
        if (prepared === 'cancelled') return false
        if (prepared === 'damaged') throw new StoreError('backupDamaged')
        if (prepared === 'full') throw new StoreError('full')
        use({ path: prepared === 'prepared' ? copy : backup.path, atMs })
        return true
      } finally {
        remove(copy)
      }
    },
    clear() {
      if (cancels.size > 0) return
      for (const name of readdirSync(folder)) if (name.startsWith(COPY)) remove(join(folder, name))
    },
    cancel() {
      for (const cancel of cancels) cancel()
    },
  }
}

function remove(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}

function percentOf(progress: RebuildProgress | null): number | null {
  return progress && Math.floor((progress.done / Math.max(1, progress.total)) * 100)
}
