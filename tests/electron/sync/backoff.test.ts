import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BROADBAND_BACKOFF, backoffMs } from '../../../electron/sync/backoff.ts'

test('waits grow from one second to a minute and never beyond, however long the outage', () => {
  const longest = Array.from({ length: 9 }, (_, index) => backoffMs(index + 1, { fraction: () => 1 }))
  expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
  expect(backoffMs(1_000_000, { fraction: () => 1 })).toBe(60_000)
})

test('no two consoles have to wait the same: at least half of a wait is left to chance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (attempt, chance) => {
        const wait = backoffMs(attempt, { fraction: () => chance })
        const whole = Math.min(BROADBAND_BACKOFF.longestMs, BROADBAND_BACKOFF.firstMs * 2 ** (attempt - 1))
        expect(wait).toBeGreaterThanOrEqual(Math.max(BROADBAND_BACKOFF.firstMs, Math.floor(whole / 2)))
        expect(wait).toBeLessThanOrEqual(whole)
      },
    ),
  )
})
