import { expect, it } from 'vitest'
import { clockNotice } from '../../../../renderer/features/storeHealth/model.ts'

it('speaks of a clock from a minute on, and says which way', () => {
  expect([0, 29_000, -29_000, 60_000, -780_000].map(clockNotice)).toEqual([
    null,
    null,
    null,
    { kind: 'clockOff', minutes: 1, ahead: false },
    { kind: 'clockOff', minutes: 13, ahead: true },
  ])
})
