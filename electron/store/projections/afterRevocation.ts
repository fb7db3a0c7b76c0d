import type { Person } from '../../../shared/domain/person/person.ts'
import { actedAfterRevocation } from '../../../shared/domain/person/revocation.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import type { Envelope } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { readState } from './entityState.ts'

/**
 * Whether an event's author had been revoked before it, by what is known now. For one transaction: states are written at its end,
 * so that each author is read once.
 */
export function openRevocations(db: ReadableDb): (event: Pick<Envelope, 'author' | 'hlc'>) => boolean {
  const known = new Map<string, Person['revocations']>()
  const revocationsOf = (person: string): Person['revocations'] => {
    const kept = known.get(person)
    if (kept) return kept
    const read = readState(db, 'person', person)?.state.revocations ?? []
    known.set(person, read)
    return read
  }
  return ({ author, hlc }) => Boolean(author?.person) && actedAfterRevocation(revocationsOf(author?.person ?? ''), hlc)
}

/** Marks the lines of a person anew after an event about them: a revocation may arrive later than the acts that follow it. */
export function markActsOf(db: WritableDb, person: string, { revocations }: Person): void {
  if (revocations.length === 0) return
  const since = Math.min(...revocations.map((one) => hlcMs(one.by.hlc)))
  const lines = db
    .prepare<[string, number], { id: number; hlc: Uint8Array; marked: number }>(
      `SELECT l.event_id AS id, e.hlc, l.after_revocation AS marked FROM log_line l JOIN event e ON e.id = l.event_id
       WHERE l.person = ? AND l.at_ms >= ?`,
    )
    .all(person, since)
  const mark = db.prepare('UPDATE log_line SET after_revocation = ? WHERE event_id = ?')
  for (const { id, hlc, marked } of lines) {
    const after = actedAfterRevocation(revocations, toHex(hlc)) ? 1 : 0
    if (after !== marked) mark.run(after, id)
  }
}
