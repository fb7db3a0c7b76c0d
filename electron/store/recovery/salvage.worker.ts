import { openReadOnly } from '../../../shared/node/openDatabase.ts'
import { readLogRows } from '../check/storedRows.ts'
import { isIntact } from '../check/tail.ts'
import { runJob } from '../workerSide.ts'
import { carveEvents } from './carve.ts'

export interface SalvageInput {
  /** Files that may still hold records, the most promising first. */
  readonly sources: readonly string[]
}
export interface SalvageStep {
  /** Bytes of events that still hash to what the file says of them. */
  readonly events: readonly Uint8Array[]
}
export interface SalvageResult {
  /** Rows that could not be read or no longer say what they said. */
  readonly unreadable: number
}

const BATCH = 100

runJob<SalvageInput, SalvageStep, SalvageResult>(async ({ sources }, side) => {
  let unreadable = 0
  for (const source of sources) {
    let events: Uint8Array[] = []
    for (const found of readSource(source)) {
      if (found === null) unreadable += 1
      else events.push(found)
      if (events.length < BATCH) continue
      await side.step({ events })
      events = []
    }
    if (events.length > 0) await side.step({ events })
  }
  return { unreadable }
})

/** Intact events of a file; null for each row that is lost. A file that is no database any more is searched byte by byte. */
function* readSource(path: string): Generator<Uint8Array | null> {
  try {
    const db = openReadOnly(path)
    try {
      for (const found of readLogRows(db)) yield found.state === 'read' && isSound(found.row) ? found.row.bytes : null
      return
    } finally {
      db.close()
    }
  } catch (error) {
    console.error('[store] not readable as a database, searching its bytes', path, String(error))
  }
  yield* carveEvents(path)
  yield* carveEvents(`${path}-wal`)
}

function isSound(row: Parameters<typeof isIntact>[0]): boolean {
  try {
    return isIntact(row)
  } catch {
    return false
  }
}
