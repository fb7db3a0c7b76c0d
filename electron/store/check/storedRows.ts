import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

export interface LogRow {
  readonly id: number
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
  readonly origin: string
  readonly epoch: string
  readonly lane: number
  readonly seq: number
  readonly branch: number
}

export type FoundRow =
  | { readonly state: 'read'; readonly row: LogRow }
  /** The database cannot give this row: its page is damaged. */
  | { readonly state: 'unreadable'; readonly id: number }

const STEP = 100
const COLUMNS = 'id, hash, bytes, origin, epoch, lane, seq, branch'

/**
 * Every row of the log in the order of its id, also of a damaged file: where a stretch cannot be read, each row of it is asked
 * for alone. Short reads, so that no long transaction keeps the writer from tidying its files.
 */
export function* readLogRows(db: Pick<ReadableDb, 'prepare'>, lastId = findLastId(db)): Generator<FoundRow> {
  const many = db.prepare<[number, number], LogRow>(`SELECT ${COLUMNS} FROM event WHERE id > ? AND id <= ? ORDER BY id`)
  const one = db.prepare<[number], LogRow>(`SELECT ${COLUMNS} FROM event WHERE id = ?`)
  for (let from = 0; from < lastId; from += STEP) {
    const to = Math.min(from + STEP, lastId)
    let rows: readonly LogRow[] | null = null
    try {
      rows = many.all(from, to)
    } catch {
      // One by one below.
    }
    if (rows) for (const row of rows) yield { state: 'read', row }
    else for (let id = from + 1; id <= to; id += 1) yield* readOne(one, id)
  }
}

function* readOne(statement: { get(id: number): LogRow | undefined }, id: number): Generator<FoundRow> {
  try {
    const row = statement.get(id)
    if (row) yield { state: 'read', row }
  } catch {
    yield { state: 'unreadable', id }
  }
}

export function findLastId(db: Pick<ReadableDb, 'prepare'>): number {
  return db.prepare<[], { last: number | null }>('SELECT max(id) AS last FROM event').get()?.last ?? 0
}
