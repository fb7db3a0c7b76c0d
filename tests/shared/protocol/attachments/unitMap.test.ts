import fc from 'fast-check'
import { expect, it } from 'vitest'
import { UNIT_BYTES } from '../../../../shared/protocol/attachments/fileFrames.ts'
import { createUnitMap } from '../../../../shared/protocol/attachments/unitMap.ts'

it('what is told of a map comes out as the same map, and the rest of it is found missing in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 * UNIT_BYTES }),
      fc.array(fc.tuple(fc.nat(70), fc.nat(9)), { maxLength: 12 }),
      fc.integer({ min: 1, max: 8 }),
      (size, stretches, most) => {
        const map = createUnitMap(size)
        for (const [from, count] of stretches) map.set(from, count)
        const told = createUnitMap(size, map.runs())
        const all = Array.from({ length: map.units }, (_, unit) => unit)
        expect(all.map(told.has)).toEqual(all.map(map.has))
        expect(told.held()).toBe(all.filter(map.has).length)
        const missing: number[] = []
        for (let next = told.nextMissing(0, most); next; next = told.nextMissing(next.from + next.count, most)) {
          expect(next.count).toBeLessThanOrEqual(most)
          for (let unit = next.from; unit < next.from + next.count; unit += 1) missing.push(unit)
        }
        expect(missing).toEqual(all.filter((unit) => !map.has(unit)))
        for (const unit of missing) told.set(unit, 1)
        expect(told.isWhole()).toBe(true)
      },
    ),
  )
})

it('a stranger’s runs cannot claim more than the file has', () => {
  const map = createUnitMap(3 * UNIT_BYTES, [0, 2, 4_000_000, 4_000_000, 5])
  expect([map.held(), map.has(2), map.isWhole()]).toEqual([1, true, false])
})
