import type { BadRow } from '../../../shared/ipc/store.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { type Envelope, openEnvelope } from '../../../shared/protocol/envelope.ts'
import { fromHex, toHex } from '../../../shared/protocol/hex.ts'
import type { LogRow } from '../check/storedRows.ts'

export interface ChainsReport {
  readonly events: number
  readonly holes: number
  readonly bad: readonly BadRow[]
  readonly badCount: number
}

type Db = Pick<ReadableDb, 'prepare'>
interface ChainName {
  readonly origin: string
  readonly epoch: string
  readonly lane: number
  readonly branch: number
}

const STEP = 200
/** Enough to show where it is wrong; the rest is counted. */
const MOST_LISTED = 50

/**
 * Hashes every event of every chain again from its bytes, and looks whether each names the one before it. Reads in short steps;
 * yields how many events are done.
 */
export function* verifyChains(db: Db): Generator<number, ChainsReport> {
  const bad: BadRow[] = []
  let badCount = 0
  let events = 0
  let holes = 0
  const report = (chain: ChainName, seq: number, what: BadRow['what']) => {
    badCount += 1
    const { origin, epoch, lane } = chain
    if (bad.length < MOST_LISTED) bad.push({ origin, epoch, lane, seq, what })
  }
  for (const chain of listChains(db)) {
    let before: { seq: number; hash: string } | null = null
    for (const rows of readChain(db, chain)) {
      for (const row of rows) {
        events += 1
        if (row.bytes === null) {
          report(chain, row.seq, 'unreadable')
          before = null
          continue
        }
        const what: BadRow['what'] | null = judgeRow(db, row, before)
        if (what) report(chain, row.seq, what)
        if (before && row.seq > before.seq + 1) holes += row.seq - before.seq - 1
        before = { seq: row.seq, hash: toHex(row.hash) }
      }
      yield events
    }
  }
  return { events, holes, bad, badCount }
}

type ReadRow = LogRow | { readonly seq: number; readonly bytes: null }

function judgeRow(db: Db, row: LogRow, before: { seq: number; hash: string } | null): BadRow['what'] | null {
  let envelope: Envelope
  let hash: string
  try {
    ;({ envelope, hash } = openEnvelope(row.bytes, nodePrimitives))
  } catch {
    return 'altered'
  }
  const isSame =
    hash === toHex(row.hash) &&
    envelope.origin === row.origin &&
    envelope.epoch === row.epoch &&
    envelope.lane === row.lane &&
    envelope.seq === row.seq
  if (!isSame) return 'altered'
  if (envelope.seq === 1) return null
  if (before?.seq === envelope.seq - 1 && row.branch === 0) return before.hash === envelope.prev ? null : 'unlinked'
  // Behind a hole, or the first of a second history: what it names may stand elsewhere, or not have come yet.
  const named = db
    .prepare<[Uint8Array], { seq: number }>('SELECT seq FROM event WHERE hash = ?')
    .get(fromHex(envelope.prev))
  return named === undefined || named.seq === envelope.seq - 1 ? null : 'unlinked'
}

function listChains(db: Db): readonly ChainName[] {
  return db
    .prepare<[], ChainName>(
      'SELECT DISTINCT origin, epoch, lane, branch FROM event ORDER BY origin, epoch, lane, branch',
    )
    .all()
}

function* readChain(db: Db, { origin, epoch, lane, branch }: ChainName): Generator<readonly ReadRow[]> {
  const where = 'origin = ? AND epoch = ? AND lane = ? AND branch = ?'
  const columns = 'id, hash, bytes, origin, epoch, lane, seq, branch'
  const many = db.prepare<[string, string, number, number, number, number], LogRow>(
    `SELECT ${columns} FROM event WHERE ${where} AND seq > ? ORDER BY seq LIMIT ?`,
  )
  // Served by the index alone: it says which rows there should be even where the row itself cannot be read.
  const numbers = db.prepare<[string, string, number, number, number, number], { seq: number }>(
    `SELECT seq FROM event WHERE ${where} AND seq > ? ORDER BY seq LIMIT ?`,
  )
  const one = db.prepare<[string, string, number, number, number], LogRow>(
    `SELECT ${columns} FROM event WHERE ${where} AND seq = ?`,
  )
  const readOne = (seq: number): ReadRow => {
    try {
      return one.get(origin, epoch, lane, branch, seq) ?? { seq, bytes: null }
    } catch {
      return { seq, bytes: null }
    }
  }
  for (let last = 0; ; ) {
    let rows: readonly ReadRow[]
    try {
      rows = many.all(origin, epoch, lane, branch, last, STEP)
    } catch {
      rows = numbers.all(origin, epoch, lane, branch, last, STEP).map(({ seq }) => readOne(seq))
    }
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.seq ?? last
  }
}
