import { aggregateOf } from '../../../shared/domain/kinds.ts'
import { dayOfNumber, parseNumber } from '../../../shared/domain/numbers.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import type { Envelope } from '../../../shared/protocol/envelope.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'

/** Remembers the number an event gives: its body's own member `no` (a reference's `no` lies deeper and is not counted). */
export function projectNumber(db: WritableDb, { kind, body, hlc }: Pick<Envelope, 'kind' | 'body' | 'hlc'>): void {
  const number = typeof body.no === 'string' ? parseNumber(body.no) : null
  if (!number) return
  // Two consoles with one letter may have given the same number; each record keeps it.
  db.prepare('INSERT OR IGNORE INTO human_number (series, day, letter, counter) VALUES (?, ?, ?, ?)').run(
    aggregateOf(kind),
    dayOfNumber(number, hlcMs(hlc)),
    number.letter,
    number.counter,
  )
}
