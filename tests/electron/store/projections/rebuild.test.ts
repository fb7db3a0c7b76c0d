import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebuildProjections } from '../../../../electron/store/projections/rebuild.ts'
import type { WritableDb } from '../../../../shared/node/openDatabase.ts'
import { anyHistory } from '../../../support/anyHistory.ts'
import { runs } from '../../../support/runs.ts'
import { deliver, digestExact, digestShown, withStore } from '../../../support/storeFixture.ts'

const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })

function rebuild(db: WritableDb): void {
  for (const _ of rebuildProjections(db));
}

describe('projections', () => {
  it('a rebuild equals the live tables, whatever arrived and in which order', () => {
    fc.assert(
      fc.property(anyHistory(), keys, (events, order) => {
        withStore((store) => {
          deliver(store, events, order)
          const live = digestExact(store.db)
          store.writeLocal(rebuild)
          expect(digestExact(store.db)).toEqual(live)
        })
      }),
      { numRuns: runs(25) },
    )
  })

  it('two consoles that received the same events in other orders show the same', () => {
    fc.assert(
      fc.property(anyHistory(), keys, keys, (events, one, other) => {
        const show = (order: readonly number[]) =>
          withStore((store) => {
            deliver(store, events, order)
            return digestShown(store.db)
          })
        expect(show(one)).toEqual(show(other))
      }),
      { numRuns: runs(25) },
    )
  })
})
