import { openDatabase } from '../../../shared/node/openDatabase.ts'
import { runJob } from '../workerSide.ts'

export interface WalCheckpointInput {
  /** The database file. */
  readonly path: string
}

// PASSIVE waits for nobody and lets nobody wait: what a reader still needs is copied the next time.
runJob<WalCheckpointInput, never, null>(async ({ path }) => {
  const db = openDatabase(path)
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    db.close()
  }
  return null
})
