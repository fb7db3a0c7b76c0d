import { bigramQuery } from '../../../shared/domain/bigrams.ts'
import type { LogFilter, LogLine, LogPage } from '../../../shared/ipc/log.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope, shortHash } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'

interface Row {
  readonly id: number
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
  readonly afterRevocation: number
}

/** Lines of the duty log, newest first. `before` continues an earlier page. */
export function readLogPage(db: ReadableDb, filter: LogFilter, before: LogPage['next'], limit: number): LogPage {
  const where: string[] = []
  const values: (string | number)[] = []
  const add = (condition: string, ...bound: (string | number)[]) => {
    where.push(condition)
    values.push(...bound)
  }
  if (before) add('(l.at_ms, l.event_id) < (?, ?)', before.atMs, before.id)
  if (filter.person) add('l.person = ?', filter.person)
  if (filter.kinds) add(`l.kind IN (${filter.kinds.map(() => '?').join(', ') || 'NULL'})`, ...filter.kinds)
  if (filter.fromDay) add('l.day >= ?', filter.fromDay)
  if (filter.toDay) add('l.day <= ?', filter.toDay)
  if (filter.subject) add('l.event_id IN (SELECT event_id FROM mention WHERE subject = ?)', filter.subject)
  const query = filter.text ? bigramQuery(filter.text) : null
  if (query) add('l.event_id IN (SELECT rowid FROM search WHERE search MATCH ?)', query)
  const rows = db
    .prepare<unknown[], Row>(
      `SELECT e.id, e.hash, e.bytes, l.after_revocation AS afterRevocation FROM log_line l JOIN event e ON e.id = l.event_id
       ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY l.at_ms DESC, l.event_id DESC LIMIT ?`,
    )
    .all(...values, limit)
  const lines = rows.map(readLine)
  const last = rows.length === limit ? lines.at(-1) : undefined
  return { lines, next: last ? { atMs: last.atMs, id: last.id } : null }
}

function readLine({ id, hash, bytes, afterRevocation }: Row): LogLine {
  const { kind, entity, body, author, approver, origin, flags, hlc } = parseEnvelope(
    JSON.parse(Buffer.from(bytes).toString('utf8')),
  )
  const line = {
    id,
    version: shortHash(toHex(hash)),
    atMs: hlcMs(hlc),
    kind,
    entity,
    body,
    author,
    approver,
    origin,
    flags,
  }
  return afterRevocation === 1 ? { ...line, flag: 'afterRevocation' } : line
}
