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
import { readEntity, writeEntity } from './entityState.ts'
import { projectNumber } from './humanNumber.ts'
import type { Projection } from './projection.ts'
import { projections } from './registry.ts'
import { isWithdrawn, withdrawEvent } from './withdrawn.ts'

/**
 * Everything that follows from one stored event: its line in the duty log, its mentions, its search words and the state of its
 * entity. Reads events only, never rules, wall clock or locale. Call in the transaction that inserted it.
 */
export function projectEvent(db: WritableDb, eventId: number, sealed: SealedEvent): void {
  const { envelope, hash } = sealed
  const replaced = reissueOf(envelope.body)
  if (replaced) withdrawEvent(db, replaced)
  if (isWithdrawn(db, hash)) return
  const atMs = hlcMs(envelope.hlc)
  const aggregate = aggregateOf(envelope.kind)
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
  const words = bigramsOf(searchTextOf(aggregate, envelope.body))
  if (words) db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)').run(eventId, words)
  projectNumber(db, envelope)
  const event = readEvent(sealed)
  if (event && isAggregateName(aggregate)) projectEntity(db, aggregate, event, replaced !== null)
}

function projectEntity<N extends AggregateName>(db: WritableDb, name: N, event: DomainEvent, anew: boolean): void {
  // The table pairs each name with its own aggregate, which TypeScript cannot follow through a lookup by variable.
  const aggregate = aggregates[name] as unknown as Aggregate<StateOf<N>>
  const current = readEntity<StateOf<N>>(db, event.entity)
  const folded =
    current && !anew && followsAll(current.tips, event)
      ? applyNext(aggregate, current, event)
      : refold(db, aggregate, event, current)
  writeEntity(db, name, event.entity, folded)
  const projection = projections[name] as Projection<N> | undefined
  projection?.write(db, event.entity, folded.state)
}

/** The common case: the author had seen everything we know of this entity. */
function applyNext<State>(aggregate: Aggregate<State>, { state }: Folded<State>, event: DomainEvent): Folded<State> {
  return { state: aggregate.reduce(state, event, () => true), tips: [event.version] }
}

function refold<State>(
  db: WritableDb,
  aggregate: Aggregate<State>,
  event: DomainEvent,
  current: Folded<State> | null,
): Folded<State> {
  if (!current) return foldEntity(aggregate, event.entity, [event])
  return foldEntity(aggregate, event.entity, readDomainEvents(db, event.entity, aggregate.name))
}

/** All events of an entity that count: those of its aggregate which were not written again. */
function readDomainEvents(db: WritableDb, entity: string, aggregate: string): readonly DomainEvent[] {
  const events: DomainEvent[] = []
  for (const { hash, bytes } of readEntityEvents(db, entity)) {
    const envelope = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    const event = aggregateOf(envelope.kind) === aggregate ? readEvent({ envelope, hash: toHex(hash) }) : null
    if (event && !isWithdrawn(db, toHex(hash))) events.push(event)
  }
  return events
}
