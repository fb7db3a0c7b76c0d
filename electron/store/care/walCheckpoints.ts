import { join } from 'node:path'
import { DATABASE } from '../openFolder.ts'
import type { Store } from '../store.ts'
import { type Job, startJob } from '../workerJob.ts'
import type { WalCheckpointInput } from './walCheckpoint.worker.ts'

/** Roughly the pages that a commit writes besides those of its events. */
const PAGES_A_COMMIT = 8
/** So many pages in the write-ahead log are worth copying into the database file: about 10 MB. */
const WORTH_COPYING = 2_500

/**
 * Copies the write-ahead log into the database file in a thread of its own. SQLite would do it inside some commit, and that
 * commit, perhaps the one somebody has just pressed Enter for, would take ten times as long as the others.
 */
export function keepWalShort(store: Store): { close(): void } {
  let pages = 0
  let job: Job<null> | null = null
  const end = store.onChange(({ events }) => {
    pages += PAGES_A_COMMIT + events
    if (pages < WORTH_COPYING || job) return
    pages = 0
    const input: WalCheckpointInput = { path: join(store.folder, DATABASE) }
    const started = startJob<never, null>('store/care/walCheckpoint.worker.ts', input, () => undefined)
    job = started
    // SQLite copies it by itself when it grows too long (see LONGEST_WAL_PAGES).
    started.done.catch((error: unknown) => console.error('[store] checkpoint of the write-ahead log', error))
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
