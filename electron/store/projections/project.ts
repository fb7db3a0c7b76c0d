import { type AggregateName, aggregates, type StateOf } from '../../../shared/domain/aggregates.ts'
import { beijingDay } from '../../../shared/domain/beijing.ts'
import { bigramsOf } from '../../../shared/domain/bigrams.ts'
import type { Aggregate, DomainEvent } from '../../../shared/domain/event.ts'
import { type Folded, foldEntity } from '../../../shared/domain/fold.ts'
import { aggregateOf, readEvent } from '../../../shared/domain/kinds.ts'
import { mentionsOf } from '../../../shared/domain/mentions.ts'
import { searchTextOf } from '../../../shared/domain/searchText.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { reissueOf } from '../../../shared/protocol/reissue.ts'
import { readEntityEvents } from '../eventLog.ts'
import { isAfterRevocation } from './afterRevocation.ts'
import { writeEntity } from './entityState.ts'
import { projectNumber } from './humanNumber.ts'
import type { Projection } from './projection.ts'
import { projections } from './registry.ts'
import { isWithdrawn, withdrawEvent } from './withdrawn.ts'

/**
 * What follows from one event alone: its line in the duty log, its mentions, its search words, its number. Reads events only,
 * never rules, wall clock or locale.
 * @returns false when the event was written again and counts no more.
 */
export function listEvent(db: WritableDb, eventId: number, sealed: SealedEvent): boolean {
  const { envelope } = sealed
  const replaced = reissueOf(envelope.body)
  if (replaced) withdrawEvent(db, replaced, envelope)
  if (isWithdrawn(db, sealed)) return false
  const atMs = hlcMs(envelope.hlc)
  db.prepare(
    'INSERT INTO log_line (event_id, at_ms, day, kind, person, person_name, after_revocation) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    eventId,
    atMs,
    beijingDay(atMs),
    envelope.kind,
    envelope.author?.person ?? '',
    envelope.author?.name ?? '',
    isAfterRevocation(db, envelope) ? 1 : 0,
  )
  const mention = db.prepare('INSERT INTO mention (subject, event_id) VALUES (?, ?)')
  for (const subject of mentionsOf(envelope.entity, envelope.body)) mention.run(subject, eventId)
  const words = bigramsOf(searchTextOf(aggregateOf(envelope.kind), envelope.body))
  if (words) db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)').run(eventId, words)
  projectNumber(db, envelope)
  return true
}

/** Folds all stored events of an entity. Null when none of them can be read: it has no state. */
export function foldStored<N extends AggregateName>(
  db: WritableDb,
  name: N,
  entity: string,
): Folded<StateOf<N>> | null {
  const known = readEntityEvents(db, entity).flatMap(({ hash, bytes }) => {
    const envelope = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    const sealed = { envelope, hash: toHex(hash) }
    const event = aggregateOf(envelope.kind) === name ? readEvent(sealed) : null
    return event ? [{ event, counts: !isWithdrawn(db, sealed) }] : []
  })
  if (known.length === 0) return null
  const events = known.filter(({ counts }) => counts).map(({ event }) => event)
  return foldEntity(aggregateNamed(name), entity, events, reportFault)
}

/** For whoever mends the program: the event is kept, and counts again once the rules can take it. */
export function reportFault({ kind, version }: DomainEvent, error: unknown): void {
  console.error(`[store] the rules cannot take ${kind} ${version}`, error)
}

export function writeState<N extends AggregateName>(
  db: WritableDb,
  name: N,
  id: string,
  folded: Folded<StateOf<N>>,
): void {
  writeEntity(db, name, id, folded)
  const projection = projections[name] as Projection<N> | undefined
  projection?.write(db, id, folded.state)
}

export function aggregateNamed<N extends AggregateName>(name: N): Aggregate<StateOf<N>> {
  // The table pairs each name with its own aggregate, which TypeScript cannot follow through a lookup by variable.
  return aggregates[name] as unknown as Aggregate<StateOf<N>>
}
