import { join } from 'node:path'
import type { BackupLine, StoreHealth } from '../../../shared/ipc/store.ts'
import type { Clock } from '../../../shared/protocol/ports.ts'
import { listBackups } from '../backup/backupFiles.ts'
import type { QuickCheckInput, QuickCheckResult } from '../check/quickCheck.worker.ts'
import { DATABASE } from '../openFolder.ts'
import { rebuildProjections } from '../projections/rebuild.ts'
import type { ChosenBackup } from '../recovery/replaceDatabase.ts'
import { type Salvage, startSalvage } from '../recovery/salvage.ts'
import type { Store } from '../store.ts'
import { type Job, startJob } from '../workerJob.ts'
import { createBackups } from './backups.ts'
import { signCheckpoint } from './checkpoints.ts'
import { watchConditions } from './conditions.ts'
import { createRestoration } from './restoration.ts'
import { keepSearchQuick } from './searchMerges.ts'
import { createVerification, type Verification } from './verification.ts'
import { keepWalShort } from './walCheckpoints.ts'
import { makeWalRoom } from './walRoom.ts'

/** Looks after the files of a data folder while the console runs. */
export interface Keeper {
  readonly verification: Verification
  health(): StoreHealth
  /** Takes a backup now. */
  backUp(): Promise<void>
  /** Those that can be restored, the newest first. */
  backups(): readonly BackupLine[]
  /**
   * Goes on from a backup; the present file is kept aside, and what only it holds comes back in the background.
   * @returns false when it was called off. @throws {StoreError} noBackup, backupDamaged, full: nothing was changed.
   */
  restore(atMs: number): Promise<boolean>
  /** Calls off a restore whose backup is still being prepared. */
  cancelRestore(): void
  noteReplaced(keptIn: string): void
  /** Builds what is on screen again from the events, in one transaction. */
  rebuild(): void
  close(): void
}

export interface KeeperPorts {
  readonly store: Store
  readonly now: () => number
  readonly timer: Pick<Clock, 'after'>
  /** Health or the state of a check changed. */
  onChange(): void
  /** Everything on screen has to be read again. */
  onRebuilt(): void
  /** What else of the data folder belongs into a backup: called after the log's own was kept. */
  backUpFiles(): Promise<void>
  /** Another database is put in the place of the present one by `replace`: nobody may be in the middle of an exchange. */
  whileReplacing(replace: () => void): void
}

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
/** Nothing here may stand between the person and the first screen. */
const AFTER_START_MS = 10 * SECOND_MS
const FIRST_BACKUP_MS = 2 * MINUTE_MS
const BACKUP_EVERY_MS = 60 * MINUTE_MS
const LOOK_EVERY_MS = MINUTE_MS
const SIGN_EVERY_MS = 5 * MINUTE_MS
const REPLACED = 'another database'
/** So many events are worth a signature of their own. */
const BATCH_EVENTS = 100

export function createKeeper({
  store,
  now,
  timer,
  onChange,
  onRebuilt,
  backUpFiles,
  whileReplacing,
}: KeeperPorts): Keeper {
  const conditions = watchConditions(store, now, onChange)
  const verification = createVerification(store, now, onChange)
  const backups = createBackups(store, now)
  const wal = keepWalShort(store)
  const search = keepSearchQuick(store, timer)
  const room = makeWalRoom(store, timer)
  const restoration = createRestoration(store.folder, onChange)
  const cancels = new Map<string, () => void>()
  let salvage: Salvage | null = null
  let check: Job<QuickCheckResult> | null = null

  function later(name: string, ms: number, task: () => void): void {
    cancels.set(
      name,
      timer.after(ms, () => {
        try {
          task()
        } catch (error) {
          console.error(`[store] ${name}`, error)
        }
      }),
    )
  }
  function every(name: string, ms: number, task: () => void): void {
    later(name, ms, () => {
      every(name, ms, task)
      task()
    })
  }

  function bringBack(): void {
    salvage?.stop()
    salvage = startSalvage(store, onChange)
    // What was saved is worth a backup at once.
    salvage.done.then(() => conditions.list().some(({ kind }) => kind === 'replaced') && backUpQuietly(), ignore)
  }

  function replaceDamaged(): void {
    console.error('[store] the database is damaged; it is kept aside')
    replace(() => store.replaceDamaged())
  }

  function replace(act: () => void): void {
    whileReplacing(act)
    cancels.get(REPLACED)?.()
    goOnWithAnother()
  }

  /** Another database stands behind the store: all on screen is read again, and what the old one holds comes back. */
  function goOnWithAnother(): void {
    conditions.look()
    onRebuilt()
    bringBack()
  }

  async function restore(atMs: number): Promise<boolean> {
    const use = (backup: ChosenBackup) => {
      verification.cancel()
      check?.cancel()
      salvage?.stop()
      replace(() => store.restore(backup))
    }
    // What becomes of the one being taken is told elsewhere.
    return restoration.withBackup(atMs, use, backups.running() ? backups.take().catch(ignore) : null)
  }

  function lookAtStructure(): void {
    const input: QuickCheckInput = { folder: store.folder, database: join(store.folder, DATABASE) }
    check = startJob<never, QuickCheckResult>('store/check/quickCheck.worker.ts', input, () => undefined)
    check.done.then(
      (result) => {
        conditions.look()
        if (result === 'damaged') replaceDamaged()
      },
      (error: unknown) => console.error('[store] quick check', error),
    )
  }

  async function backUp(): Promise<void> {
    onChange()
    try {
      // Whatever becomes of the other files: duty does not go on in a damaged database.
      if ((await backups.take()) === 'damaged') replaceDamaged()
      await backUpFiles()
      conditions.backupFailed(null)
    } catch (error) {
      console.error('[store] backup', error)
      conditions.backupFailed(now())
    }
    onChange()
  }
  function backUpQuietly(): void {
    if (backups.isDue()) backUp().catch(ignore)
  }

  const endReplacements = store.onReplaced(() => later(REPLACED, 0, goOnWithAnother))
  later('salvage', SECOND_MS, bringBack)
  later('structure', AFTER_START_MS, lookAtStructure)
  later('leftovers of a restore', AFTER_START_MS, restoration.clear)
  later('first backup', FIRST_BACKUP_MS, () => {
    every('backup', BACKUP_EVERY_MS, backUpQuietly)
    backUpQuietly()
  })
  every('space', LOOK_EVERY_MS, conditions.look)
  every('checkpoint', SIGN_EVERY_MS, () => signCheckpoint(store))
  every('checkpoint of a batch', LOOK_EVERY_MS, () => signCheckpoint(store, BATCH_EVENTS))

  return {
    verification,
    health() {
      const kept = listBackups(store.folder)
      const [newest] = kept
      return {
        conditions: conditions.list(),
        backup: newest ? { atMs: newest.atMs, bytes: newest.bytes } : null,
        backups: kept.length,
        backupRunning: backups.running(),
        restoring: restoration.progress(),
      }
    },
    backUp,
    backups: () => listBackups(store.folder).map(({ atMs, bytes }) => ({ atMs, bytes })),
    restore,
    cancelRestore: restoration.cancel,
    noteReplaced: conditions.noteReplaced,
    rebuild() {
      store.writeLocal((db) => {
        for (const _ of rebuildProjections(db));
      })
      onRebuilt()
    },
    close() {
      try {
        signCheckpoint(store)
      } catch (error) {
        console.error('[store] the last checkpoint is not signed', error)
      }
      for (const cancel of cancels.values()) cancel()
      endReplacements()
      conditions.close()
      verification.cancel()
      backups.close()
      wal.close()
      search.close()
      room.close()
      restoration.cancel()
      salvage?.stop()
      check?.cancel()
    },
  }
}

function ignore(): void {}
