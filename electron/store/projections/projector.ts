import { type AggregateName, isAggregateName, type StateOf } from '../../../shared/domain/aggregates.ts'
import type { Aggregate, DomainEvent } from '../../../shared/domain/event.ts'
import { type Folded, foldEntity, followsAll, reduceEvent } from '../../../shared/domain/fold.ts'
import { aggregateOf, readEvent } from '../../../shared/domain/kinds.ts'
import { isPractised } from '../../../shared/domain/worlds.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import type { SealedEvent } from '../../../shared/protocol/envelope.ts'
import { reissueOf } from '../../../shared/protocol/reissue.ts'
import { practiseTeam } from '../drill/practisedTeams.ts'
import { readState, readTips } from './entityState.ts'
import { createLister } from './lister.ts'
import { aggregateNamed, foldStored, noteDrill, REAL, reportFault, type View, writeState } from './project.ts'

/** Everything that follows from the events of one transaction. */
export interface Projector {
  /** Takes a stored event in. */
  add(eventId: number, sealed: SealedEvent): void
  /** The versions an event written now follows, when its author names none; empty for a kind without state. */
  tipsOf(aggregate: string, entity: string): readonly string[]
  /** Writes what was collected: the last thing in the transaction. */
  flush(): void
}

type AnyState = StateOf<AggregateName>
/** An entity this transaction changes. `folded` null: all its events have to be folded anew. */
interface Touched {
  readonly name: AggregateName
  readonly entity: string
  folded: Folded<AnyState> | null
}

/**
 * Projects the events of one transaction, in one world (shared/domain/worlds.ts). An entity that several of them change is written
 * once: in a catch-up that is most of the work.
 */
export function createProjector(db: WritableDb, view: View = REAL): Projector {
  const touched = new Map<string, Touched>()
  const list = createLister(db)

  function touch(name: AggregateName, entity: string): Touched {
    const key = `${name} ${entity}`
    const known = touched.get(key)
    if (known) return known
    const fresh = { name, entity, folded: readState(db, name, entity) }
    touched.set(key, fresh)
    return fresh
  }

  function advance(name: AggregateName, event: DomainEvent): void {
    const isNew = !touched.has(`${name} ${event.entity}`)
    const thing = touch(name, event.entity)
    const aggregate = aggregateNamed(name)
    if (!thing.folded) {
      if (isNew) thing.folded = foldEntity(aggregate, event.entity, [event], reportFault)
    } else if (followsAll(thing.folded.tips, event)) {
      // The common case: the author had seen everything we know of this entity.
      const state = reduceEvent(aggregate as Aggregate<AnyState>, thing.folded.state, event, () => true, reportFault)
      thing.folded = { state, tips: [event.version] }
    } else thing.folded = null
  }

  function settle(thing: Touched): Folded<AnyState> | null {
    thing.folded ??= foldStored(db, thing.name, thing.entity, view)
    return thing.folded
  }

  return {
    add(eventId, sealed) {
      const { envelope } = sealed
      if (!view.holds(envelope)) {
        if (view.world === 'real') noteDrill(db, eventId)
        return
      }
      const counts = list(eventId, sealed)
      const name = aggregateOf(envelope.kind)
      if (!isAggregateName(name)) return
      // Whoever marked reference data as practice did so outside the rules: it is listed and changes nothing. What a team does is
      // laid over what is known of it.
      if (view.world === 'drill' && !isPractised(name)) {
        if (counts) practiseTeam(db, sealed)
        return
      }
      const event = readEvent(sealed)
      if (counts && event && reissueOf(envelope.body) === null) advance(name, event)
      else if (event || !counts || reissueOf(envelope.body) !== null) touch(name, envelope.entity).folded = null
    },
    tipsOf(aggregate, entity) {
      const thing = touched.get(`${aggregate} ${entity}`)
      return thing ? (settle(thing)?.tips ?? []) : readTips(db, aggregate, entity)
    },
    flush() {
      for (const thing of touched.values()) {
        const folded = settle(thing)
        if (folded) writeState(db, thing.name, thing.entity, folded as Folded<never>)
      }
      touched.clear()
    },
  }
}
