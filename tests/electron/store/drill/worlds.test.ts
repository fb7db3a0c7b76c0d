import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDrillDatabase } from '../../../../electron/store/drill/drillDatabase.ts'
import type { DrillSpan } from '../../../../electron/store/drill/drillSpan.ts'
import { practisedTables, projectionTables } from '../../../../electron/store/projections/registry.ts'
import type { Store } from '../../../../electron/store/store.ts'
import { practiceOf, worldOf } from '../../../../shared/domain/worlds.ts'
import { FLAG_DRILL, type SealedEvent } from '../../../../shared/protocol/envelope.ts'
import { anyHistory } from '../../../support/anyHistory.ts'
import { makeForeignDevice } from '../../../support/foreignDevice.ts'
import { runs } from '../../../support/runs.ts'
import { deliver, digestShown, START_MS, withStore } from '../../../support/storeFixture.ts'

const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })

/** What the real world shows; which events are a drill's is all it may know of them. */
const real = ({ db }: Store) =>
  digestShown(
    db,
    projectionTables().filter((table) => table !== 'drill_event'),
  )
const drill = ({ drills }: Store) => digestShown(drills.all, practisedTables())

/** One that was not open while its events came in. */
function afresh({ folder }: Store, span: DrillSpan | null) {
  const { db } = openDrillDatabase(folder, span)
  try {
    return digestShown(db, practisedTables())
  } finally {
    db.close()
  }
}

const isReal = ({ envelope }: SealedEvent) => worldOf(envelope) === 'real'
/** What a drill may know: what was practised, and what both worlds share. */
const isOfDrill = ({ envelope }: SealedEvent) =>
  !isReal({ envelope } as SealedEvent) || isShared({ envelope } as SealedEvent)
const isShared = ({ envelope }: SealedEvent) => practiceOf(envelope.kind) !== 'practised'

function shown<T>(events: readonly SealedEvent[], order: readonly number[], show: (store: Store) => T): T {
  return withStore((store) => {
    deliver(store, events, order)
    return show(store)
  })
}

describe('a log that holds both worlds', () => {
  it('shows the real one as if no drill had ever been', () => {
    fc.assert(
      fc.property(anyHistory(), keys, (events, order) => {
        expect(shown(events, order, real)).toEqual(shown(events.filter(isReal), order, real))
      }),
      { numRuns: runs(40) },
    )
  })

  it('shows the drill as if nothing real had happened meanwhile', () => {
    fc.assert(
      fc.property(anyHistory(), keys, (events, order) => {
        expect(shown(events, order, drill)).toEqual(shown(events.filter(isOfDrill), order, drill))
      }),
      { numRuns: runs(40) },
    )
  })

  it('shows a drill that was open all the time as it shows one that is read afterwards', () => {
    fc.assert(
      fc.property(anyHistory(), keys, (events, order) => {
        withStore((store) => {
          drill(store)
          deliver(store, events, order)
          const live = drill(store)
          expect(live).toEqual(afresh(store, null))
        })
      }),
      { numRuns: runs(25) },
    )
  })

  it('tells drills of the same time apart in whatever order their beginnings and their events arrive', () => {
    fc.assert(
      fc.property(keys, (order) => {
        withStore((store) => {
          const of = (id: string) => store.drills.of({ id, sinceMs: 0, untilMs: null })
          const shown = (id: string) =>
            of(id)
              .prepare<[], { entity: string }>('SELECT entity FROM entity_state ORDER BY entity')
              .all()
              .map(({ entity }) => entity)
          shown('drill-1')
          deliver(store, twoDrills(store.scope), order)
          expect(['drill-1', 'drill-2', 'drill-3'].map(shown)).toEqual([
            ['log-a1', 'log-b2', 'log-county'],
            ['log-b1', 'log-county'],
            ['log-county'],
          ])
          const span = { id: 'drill-1', sinceMs: 0, untilMs: null }
          expect(digestShown(of('drill-1'), practisedTables())).toEqual(afresh(store, span))
        })
      }),
      { numRuns: runs(25) },
    )
  })
})

/** A begins one drill and B another; B goes over to the first. The county, which is in none, speaks to both. */
function twoDrills(scope: string): readonly SealedEvent[] {
  let ms = START_MS
  const now = () => {
    ms += 1000
    return ms
  }
  const device = (digit: string) => {
    const origin = `d${digit.repeat(30)}`
    const write = makeForeignDevice({ origin, scope }, now)
    const there = { id: `console:${origin}`, name: digit }
    return {
      start: (drill: string) =>
        write({
          kind: 'drill.started',
          entity: drill,
          lane: 1,
          body: { name: drill, plannedEnd: START_MS + 3_600_000, console: there },
        }),
      turn: (kind: 'drill.joined' | 'drill.left', drill: string) =>
        write({
          kind,
          entity: drill,
          lane: 1,
          body: {
            drill: { id: drill, name: drill },
            console: there,
            ...(kind === 'drill.left' && { reason: 'left' }),
          },
        }),
      enter: (entity: string) =>
        write({ kind: 'log.entered', entity, lane: 2, flags: FLAG_DRILL, body: { at: START_MS, text: entity } }),
    }
  }
  const [a, b, county] = [device('a'), device('b'), device('c')]
  return [
    a.start('drill-1'),
    b.start('drill-2'),
    a.enter('log-a1'),
    b.enter('log-b1'),
    county.enter('log-county'),
    b.turn('drill.left', 'drill-2'),
    b.turn('drill.joined', 'drill-1'),
    b.enter('log-b2'),
  ]
}
