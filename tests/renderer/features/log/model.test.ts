import { expect, it } from 'vitest'
import { byDay, filterOf, GROUPS, groupOf, NO_FILTER } from '../../../../renderer/features/log/model.ts'
import { aggregates } from '../../../../shared/domain/aggregates.ts'
import { aggregateOf, bodies } from '../../../../shared/domain/kinds.ts'

it('every aggregate belongs to exactly one group', () => {
  const grouped = Object.values(GROUPS).flat() as string[]
  expect(new Set(grouped).size).toBe(grouped.length)
  const known = new Set([...Object.keys(aggregates), ...Object.keys(bodies).map(aggregateOf)])
  expect([...known].filter((aggregate) => !grouped.includes(aggregate))).toEqual([])
})

it('what no group names is shown with the console', () => {
  expect([groupOf('task.issued'), groupOf('future.kind')]).toEqual(['task', 'console'])
})

it('asks only for what was filled in', () => {
  expect(filterOf(NO_FILTER)).toEqual({})
  expect(filterOf({ text: ' 山洪 ', person: 'p', group: 'order', fromDay: '2026-07-14', toDay: '' })).toEqual({
    text: '山洪',
    person: 'p',
    groups: ['order', 'receipt'],
    fromDay: '2026-07-14',
  })
})

it('puts lines under their Beijing day, whatever the zone of the computer', () => {
  const lines = [Date.UTC(2026, 6, 13, 16, 0), Date.UTC(2026, 6, 13, 15, 59)].map((atMs) => ({ atMs }) as never)
  expect(byDay(lines).map(({ day }) => day)).toEqual(['2026-07-14', '2026-07-13'])
})
