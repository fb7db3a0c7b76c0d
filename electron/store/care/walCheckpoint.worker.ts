import { openDatabase } from '../../../shared/node/openDatabase.ts'
import { runJob } from '../workerSide.ts'

export interface WalCheckpointInput {
  /** The database file. */
  readonly path: string
  /** Ends when fewer pages than that were written during the last round. */
  readonly fewPages: number
}

/** A console that writes faster than this disk copies is left to SQLite. */
const MOST_ROUNDS = 6

// PASSIVE waits for nobody and lets nobody wait: what a reader still needs is copied the next time. What is written during a round
// is copied in the next one, so that hardly anything is left in the end. The result is how many pages may be.
runJob<WalCheckpointInput, never, number>(async ({ path, fewPages }) => {
  const db = openDatabase(path)
  try {
    let copied = 0
    let written = Number.POSITIVE_INFINITY
    for (let round = 0; round < MOST_ROUNDS && written >= fewPages; round += 1) {
      const [state] = db.pragma('wal_checkpoint(PASSIVE)') as readonly { log: number; checkpointed: number }[]
      if (!state || state.checkpointed < state.log) break
      written = round === 0 ? Number.POSITIVE_INFINITY : state.log - copied
      copied = state.checkpointed
    }
    return written
  } finally {
    db.close()
  }
})
