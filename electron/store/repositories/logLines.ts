import { fromBeijing } from '../../../shared/domain/beijing.ts'
import { bigramQuery } from '../../../shared/domain/bigrams.ts'
import type { PersonRef } from '../../../shared/domain/values.ts'
import type { LogFilter, LogLine, LogPage } from '../../../shared/ipc/log.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope, shortHash } from '../../../shared/protocol/envelope.ts'
import { fromHex, toHex } from '../../../shared/protocol/hex.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { openCrossings } from './crossings.ts'
import { openDeliveries } from './deliveries.ts'
import { openSubjects } from './logSubjects.ts'

const DAY_MS = 24 * 3_600_000

/** What of a stored event a line is made from. */
export interface LineRow {
  readonly id: number
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
  readonly afterRevocation: number
}

interface Question {
  readonly filter: LogFilter
  /** Continues an earlier page. */
  readonly before: LogPage['next']
  readonly limit: number
}

/** Lines of the duty log, newest first. `origin` is this device, for how far its own records have come. */
export function readLogPage(db: ReadableDb, origin: string, { filter, before, limit }: Question): LogPage {
  const { where, values } = conditionsOf(db, filter, before)
  // The page's ids first: sorting the thousands that a common word finds must not drag their stored bytes along.
  const rows = db
    .prepare<unknown[], LineRow>(
      `SELECT e.id, e.hash, e.bytes, l.after_revocation AS afterRevocation
       FROM (SELECT l.event_id, l.at_ms, l.after_revocation FROM log_line l
             ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY l.at_ms DESC, l.event_id DESC LIMIT ?) l
       JOIN event e ON e.id = l.event_id ORDER BY l.at_ms DESC, l.event_id DESC`,
    )
    .all(...values, limit)
  const lines = readLines(db, origin, rows)
  const last = rows.length === limit ? lines.at(-1) : undefined
  return { lines, next: last ? { atMs: last.atMs, id: last.id } : null }
}

/** The line of one event by its hash (64 digits). */
export function readLogLine(db: ReadableDb, origin: string, hash: string): LogLine {
  const rows = db
    .prepare<[Uint8Array], LineRow>(
      `SELECT e.id, e.hash, e.bytes, l.after_revocation AS afterRevocation
       FROM event e JOIN log_line l ON l.event_id = e.id WHERE e.hash = ?`,
    )
    .all(fromHex(hash))
  const [line] = readLines(db, origin, rows)
  if (!line) throw new Error(`no line for event ${hash}`)
  return line
}

/** Everybody who has written in the log, by name; one entry a person, with the name used last. */
export function readLogAuthors(db: ReadableDb): readonly PersonRef[] {
  // One index look-up a person: a log of 100,000 lines has a few dozen authors.
  return db
    .prepare<[], PersonRef>(
      `WITH RECURSIVE author (id) AS (
         SELECT min(person) FROM log_line WHERE person > ''
         UNION ALL SELECT (SELECT min(person) FROM log_line WHERE person > author.id) FROM author WHERE author.id IS NOT NULL
       )
       SELECT id, (SELECT person_name FROM log_line WHERE person = author.id ORDER BY at_ms DESC LIMIT 1) AS name
       FROM author WHERE id IS NOT NULL`,
    )
    .all()
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1))
}

function conditionsOf(db: ReadableDb, filter: LogFilter, before: LogPage['next']) {
  const where: string[] = []
  const values: (string | number)[] = []
  const add = (condition: string, ...bound: (string | number)[]) => {
    where.push(condition)
    values.push(...bound)
  }
  if (before) add('(l.at_ms, l.event_id) < (?, ?)', before.atMs, before.id)
  if (filter.person) add('l.person = ?', filter.person)
  if (filter.kinds) add(`l.kind IN (${filter.kinds.map(() => '?').join(', ') || 'NULL'})`, ...filter.kinds)
  if (filter.groups && filter.groups.length > 0) {
    // '/' follows '.': every kind of the aggregate, by the index on kind.
    const ranges = filter.groups.map(() => '(l.kind >= ? AND l.kind < ?)').join(' OR ')
    add(`(${ranges})`, ...filter.groups.flatMap((group) => [`${group}.`, `${group}/`]))
  }
  const from = filter.fromDay ? fromBeijing(filter.fromDay, '00:00') : null
  const to = filter.toDay ? fromBeijing(filter.toDay, '00:00') : null
  if (from !== null) add('l.at_ms >= ?', from)
  if (to !== null) add('l.at_ms < ?', to + DAY_MS)
  if (filter.subject) add('l.event_id IN (SELECT event_id FROM mention WHERE subject = ?)', filter.subject)
  const query = filter.text ? bigramQuery(filter.text) : null
  // What many lines hold is met soon on the way down from the newest; the plus keeps SQLite from fetching all of them to sort.
  const way = query && isCommon(db, query) ? '+' : ''
  if (query) add(`${way}l.event_id IN (SELECT rowid FROM search WHERE search MATCH ?)`, query)
  return { where, values }
}

/** From so many finds on, walking the log by time is faster than sorting what was found. */
const COMMON = 2_000

function isCommon(db: ReadableDb, query: string): boolean {
  const found = db
    .prepare<[string, number], { count: number }>(
      'SELECT count(*) AS count FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)',
    )
    .get(query, COMMON)
  return found?.count === COMMON
}

/** The lines of stored events, in the order given. `origin` is this device. */
export function readLines(db: ReadableDb, origin: string, rows: readonly LineRow[]): readonly LogLine[] {
  const deliveryOf = openDeliveries(db, origin)
  const subjectOf = openSubjects(db)
  const crosses = openCrossings(db)
  return rows.map(({ id, hash, bytes, afterRevocation }): LogLine => {
    const envelope = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    const { kind, entity, body, author, approver, flags } = envelope
    const version = shortHash(toHex(hash))
    const line = {
      id,
      version,
      atMs: hlcMs(envelope.hlc),
      kind,
      entity,
      body,
      author,
      approver,
      origin: envelope.origin,
      flags,
      delivery: deliveryOf({ ...envelope, version }),
      ...subjectOf({ kind, entity, version, author }),
    }
    if (crosses(envelope)) return { ...line, flag: 'otherWorld' }
    return afterRevocation === 1 ? { ...line, flag: 'afterRevocation' } : line
  })
}
