import type { Cancel, Clock } from '../../../shared/protocol/ports.ts'
import type { Store } from '../store.ts'

/** So many parts of one size are joined; migration 013 tells SQLite the same. */
const PARTS = 8
/** Pages of the index that one step writes: some milliseconds, about as long as one act. */
const PAGES_A_STEP = 16
/** Nothing was written here for so long: nobody is waiting for the next act. */
const QUIET_MS = 1_000
/** Acts that never pause, such as a large import, do not put it off for longer. */
const MOST_PUT_OFF = 100

/**
 * Joins the parts of the search index, one a commit, in small steps between the acts: while records of others are taken in, and
 * after the person's own once they pause. Left alone SQLite would do it all at once inside some commit.
 */
export function keepSearchQuick(store: Store, timer: Pick<Clock, 'after'>): { close(): void } {
  let commits = 0
  let cancel: Cancel | null = null

  function next(ms: number): void {
    cancel?.()
    cancel = timer.after(ms, () => {
      cancel = null
      step()
    })
  }

  function step(): void {
    try {
      if (mergeSome(store)) next(0)
      else commits = 0
    } catch (error) {
      // The next commits ask again.
      console.error('[store] joining the search index', error)
    }
  }

  const end = store.onChange(({ own }) => {
    commits += 1
    if (commits < PARTS) return
    if (own && commits < MOST_PUT_OFF) next(QUIET_MS)
    else if (!cancel) next(0)
  })
  return {
    close() {
      end()
      cancel?.()
    },
  }
}

/** One step. @returns whether there was anything to do. */
export function mergeSome(store: Pick<Store, 'writeLocal'>): boolean {
  return store.writeLocal((db) => {
    const count = () => db.prepare<[], { count: number }>('SELECT total_changes() AS count').get()?.count ?? 0
    const before = count()
    db.prepare(`INSERT INTO search (search, rank) VALUES ('merge', ?)`).run(PAGES_A_STEP)
    // The command counts as one change itself (SQLite's documentation of the merge command).
    return count() - before > 1
  })
}
