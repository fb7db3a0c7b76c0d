import { beijingDay } from '../../../shared/domain/beijing.ts'
import { bigramsOf } from '../../../shared/domain/bigrams.ts'
import { aggregateOf } from '../../../shared/domain/kinds.ts'
import { mentionsOf } from '../../../shared/domain/mentions.ts'
import { searchTextOf } from '../../../shared/domain/searchText.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import type { SealedEvent } from '../../../shared/protocol/envelope.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { reissueOf } from '../../../shared/protocol/reissue.ts'
import { openRevocations } from './afterRevocation.ts'
import { projectNumber } from './humanNumber.ts'
import { openWithdrawn } from './withdrawn.ts'

/**
 * Writes what follows from one event alone: its line in the duty log, its mentions, its search words, its number. Reads events
 * only, never rules, wall clock or locale. Gives false when the event was written again and counts no more.
 */
export type Lister = (eventId: number, sealed: SealedEvent) => boolean

/** For one transaction: what many events of it ask for alike is read once. */
export function createLister(db: WritableDb): Lister {
  const line = db.prepare(
    'INSERT INTO log_line (event_id, at_ms, day, kind, person, person_name, after_revocation) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const mention = db.prepare('INSERT INTO mention (subject, event_id) VALUES (?, ?)')
  const search = db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)')
  const isAfterRevocation = openRevocations(db)
  const withdrawn = openWithdrawn(db)
  return (eventId, sealed) => {
    const { envelope } = sealed
    const replaced = reissueOf(envelope.body)
    if (replaced) withdrawn.add(replaced, envelope)
    if (withdrawn.has(sealed)) return false
    const { kind, entity, body, author } = envelope
    const atMs = hlcMs(envelope.hlc)
    const after = isAfterRevocation(envelope) ? 1 : 0
    line.run(eventId, atMs, beijingDay(atMs), kind, author?.person ?? '', author?.name ?? '', after)
    for (const subject of mentionsOf(entity, body)) mention.run(subject, eventId)
    const words = bigramsOf(searchTextOf(aggregateOf(kind), body))
    if (words) search.run(eventId, words)
    projectNumber(db, envelope)
    return true
  }
}
