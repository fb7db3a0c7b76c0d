import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { practisedTables, projectionTables } from '../../../../electron/store/projections/registry.ts'
import type { Store } from '../../../../electron/store/store.ts'
import { practiceOf, worldOf } from '../../../../shared/domain/worlds.ts'
import type { SealedEvent } from '../../../../shared/protocol/envelope.ts'
import { anyHistory } from '../../../support/anyHistory.ts'
import { runs } from '../../../support/runs.ts'
import { deliver, digestShown, withStore } from '../../../support/storeFixture.ts'

const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })

/** What the real world shows; which events are a drill's is all it may know of them. */
const real = ({ db }: Store) =>
  digestShown(
    db,
    projectionTables().filter((table) => table !== 'drill_event'),
  )
const drill = ({ drills }: Store) => digestShown(drills.since(0), practisedTables())

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
          store.drills.since(1)
          expect(live).toEqual(digestShown(store.drills.since(1), practisedTables()))
        })
      }),
      { numRuns: runs(25) },
    )
  })
})
