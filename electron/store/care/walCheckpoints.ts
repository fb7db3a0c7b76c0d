import { join } from 'node:path'
import { DATABASE } from '../openFolder.ts'
import type { Store } from '../store.ts'
import { type Job, startJob } from '../workerJob.ts'
import type { WalCheckpointInput } from './walCheckpoint.worker.ts'

/** Roughly the pages that a commit writes besides those of its events. */
const PAGES_A_COMMIT = 8
/** So many pages, counted like that, are worth copying into the database file: about 10 MB of acts, 40 MB of a catch-up. */
const WORTH_COPYING = 2_500
/** So many pages are copied in the time that one act takes. */
const FEW_PAGES = 600

/**
 * Copies the write-ahead log into the database file in a thread of its own. SQLite would do it inside some commit, and that
 * commit, perhaps the one somebody has just pressed Enter for, would take ten times as long as the others. The little that was
 * written meanwhile is copied here: only a log that is copied to its end is written from its beginning again, and a commit that
 * overwrites needs no new room on the disk, which is what most of its time goes into.
 */
export function keepWalShort(store: Store): { close(): void } {
  let pages = 0
  let job: Job<number> | null = null

  function copyRest(written: number): void {
    if (written < FEW_PAGES && store.db.open) store.db.pragma('wal_checkpoint(PASSIVE)')
  }

  const end = store.onChange(({ events }) => {
    pages += PAGES_A_COMMIT + events
    if (pages < WORTH_COPYING || job) return
    pages = 0
    const input: WalCheckpointInput = { path: join(store.folder, DATABASE), fewPages: FEW_PAGES }
    const started = startJob<never, number>('store/care/walCheckpoint.worker.ts', input, () => undefined)
    job = started
    started.done
      .then(copyRest)
      // SQLite copies it by itself when it grows too long (see LONGEST_WAL_PAGES).
      .catch((error: unknown) => console.error('[store] checkpoint of the write-ahead log', error))
    started.ended.then(
      () => {
        job = null
      },
      () => undefined,
    )
  })
  return {
    close() {
      end()
      job?.cancel()
    },
  }
}
