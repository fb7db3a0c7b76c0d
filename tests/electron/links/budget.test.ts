import { expect, test } from 'vitest'
import { createBudget } from '../../../electron/links/budget.ts'
import { readLinkRules } from '../../../electron/links/linkRules.ts'
import type { LinkUse } from '../../../electron/sync/ports.ts'
import { makeClock } from '../../support/clock.ts'
import { linkOf } from '../../support/linkSettings.ts'

function open(change: Parameters<typeof linkOf>[0], kept: { use: LinkUse | null } = { use: null }) {
  const clock = makeClock()
  const budget = createBudget({
    settings: linkOf(change),
    rules: readLinkRules(),
    now: clock.now,
    uses: {
      read: () => kept.use,
      save: (_, use) => {
        kept.use = use
      },
    },
  })
  return { budget, clock, kept }
}

const allowed = (budget: ReturnType<typeof open>['budget']) => ([0, 1, 2] as const).filter(budget.mayCarry)

test('the last thirty per cent are for urgent records, flash is never held back, and the next day begins anew', () => {
  const { budget, clock } = open({ budgetBytes: 10_000 })
  const seen = [6_999, 1, 2_999, 1].map((bytes) => {
    budget.count(bytes, 0)
    return allowed(budget)
  })
  expect(seen).toEqual([[0, 1, 2], [0, 1], [0, 1], [0]])
  clock.advance(24 * 3_600_000)
  expect(allowed(budget)).toEqual([0, 1, 2])
})

test('what was used is kept over a restart of the same day', () => {
  const kept: { use: LinkUse | null } = { use: null }
  const first = open({ budgetBytes: 10_000 }, kept)
  first.budget.count(4_000, 3_500)
  first.budget.save()
  expect(open({ budgetBytes: 10_000 }, kept).budget.today()).toMatchObject({
    sent: 4_000,
    received: 3_500,
    billed: 7_500,
  })
})

test.each([
  ['at least its minimum', 100, 1, 5_000],
  ['by how long it was held', 100, 60, 18_000],
  ['by what went over it', 90_000, 60, 90_000],
])('a session costs %s', (_, bytes, seconds, billed) => {
  const { budget } = open({ billing: 'session' })
  budget.opened(0)
  budget.count(bytes, 0)
  budget.closed(seconds * 1_000)
  expect(budget.today().billed).toBe(billed)
})
