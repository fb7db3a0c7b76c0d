import { type AggregateName, aggregates, type StateOf } from '../../../shared/domain/aggregates.ts'
import type { Aggregate, DomainEvent } from '../../../shared/domain/event.ts'
import { type Folded, foldEntity } from '../../../shared/domain/fold.ts'
import { aggregateOf, readEvent } from '../../../shared/domain/kinds.ts'
import { type World, worldOf } from '../../../shared/domain/worlds.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import { type Envelope, parseEnvelope } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { readEntityEvents } from '../eventLog.ts'
import { writeEntity } from './entityState.ts'
import type { Projection } from './projection.ts'
import { projections } from './registry.ts'
import { isWithdrawn } from './withdrawn.ts'

/** Which events a set of projections follows from. */
export interface View {
  readonly world: World
  holds(envelope: Pick<Envelope, 'flags' | 'hlc' | 'origin'>): boolean
}

export const REAL: View = { world: 'real', holds: (envelope) => worldOf(envelope) === 'real' }

/** In the real world of an event of a drill: only that there is one. Nothing else may follow from it. */
export function noteDrill(db: WritableDb, eventId: number): void {
  db.prepare('INSERT INTO drill_event (event_id) VALUES (?)').run(eventId)
}

/** Folds all stored events of an entity in one world. Null when none of them can be read: it has no state. */
export function foldStored<N extends AggregateName>(
  db: WritableDb,
  name: N,
  entity: string,
  { holds }: View,
): Folded<StateOf<N>> | null {
  const known = readEntityEvents(db, entity).flatMap(({ hash, bytes }) => {
    const envelope = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (!holds(envelope)) return []
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
