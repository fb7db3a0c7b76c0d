import { type AggregateName, aggregates, isAggregateName, type StateOf } from '../../../shared/domain/aggregates.ts'
import { beijingDay } from '../../../shared/domain/beijing.ts'
import { bigramsOf } from '../../../shared/domain/bigrams.ts'
import type { Aggregate, DomainEvent } from '../../../shared/domain/event.ts'
import { type Folded, foldEntity, followsAll } from '../../../shared/domain/fold.ts'
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
import { readState, writeEntity } from './entityState.ts'
import { projectNumber } from './humanNumber.ts'
import type { Projection } from './projection.ts'
import { projections } from './registry.ts'
import { isWithdrawn, withdrawEvent } from './withdrawn.ts'

/**
 * Everything that follows from one stored event: its line in the duty log, its mentions, its search words and the state of its
 * entity. Reads events only, never rules, wall clock or locale. Call in the transaction that inserted it.
 */
export function projectEvent(db: WritableDb, eventId: number, sealed: SealedEvent): void {
  const { envelope } = sealed
  const counts = listEvent(db, eventId, sealed)
  const aggregate = aggregateOf(envelope.kind)
  if (!isAggregateName(aggregate)) return
  const event = readEvent(sealed)
  if (counts && event && reissueOf(envelope.body) === null) projectNext(db, aggregate, event)
  else projectAnew(db, aggregate, envelope.entity)
}

/** What follows from one event alone. @returns false when the event was written again and counts no more. */
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
  for (const subject of mentionsOf(envelope.entity, envelope.body)) {
    db.prepare('INSERT INTO mention (subject, event_id) VALUES (?, ?)').run(subject, eventId)
  }
  const words = bigramsOf(searchTextOf(aggregateOf(envelope.kind), envelope.body))
  if (words) db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)').run(eventId, words)
  projectNumber(db, envelope)
  return true
}

function projectNext<N extends AggregateName>(db: WritableDb, name: N, event: DomainEvent): void {
  const aggregate = aggregateNamed(name)
  const current = readState(db, name, event.entity)
  if (!current) writeState(db, name, event.entity, foldEntity(aggregate, event.entity, [event]))
  else if (followsAll(current.tips, event)) {
    // The common case: the author had seen everything we know of this entity.
    const state = aggregate.reduce(current.state, event, () => true)
    writeState(db, name, event.entity, { state, tips: [event.version] })
  } else projectAnew(db, name, event.entity)
}

/** Folds all events of an entity. One of which no event could be read has no state. */
export function projectAnew<N extends AggregateName>(db: WritableDb, name: N, entity: string): void {
  const known = readEntityEvents(db, entity).flatMap(({ hash, bytes }) => {
    const envelope = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    const sealed = { envelope, hash: toHex(hash) }
    const event = aggregateOf(envelope.kind) === name ? readEvent(sealed) : null
    return event ? [{ event, counts: !isWithdrawn(db, sealed) }] : []
  })
  if (known.length === 0) return
  const events = known.filter(({ counts }) => counts).map(({ event }) => event)
  writeState(db, name, entity, foldEntity(aggregateNamed(name), entity, events))
}

function writeState<N extends AggregateName>(db: WritableDb, name: N, id: string, folded: Folded<StateOf<N>>): void {
  writeEntity(db, name, id, folded)
  const projection = projections[name] as Projection<N> | undefined
  projection?.write(db, id, folded.state)
}

function aggregateNamed<N extends AggregateName>(name: N): Aggregate<StateOf<N>> {
  // The table pairs each name with its own aggregate, which TypeScript cannot follow through a lookup by variable.
  return aggregates[name] as unknown as Aggregate<StateOf<N>>
}
