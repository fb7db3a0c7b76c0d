import { expect, it } from 'vitest'
import { byDay, filterOf, GROUPS, groupOf, NO_FILTER, placeOf } from '../../../../renderer/features/log/model.ts'
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
  expect(
    filterOf({ text: ' 山洪 ', person: 'p', group: 'order', fromDay: '2026-07-14', toDay: '', drill: false }),
  ).toEqual({
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

it('leads from a line to the thing it speaks of', () => {
  const leads = (kind: string, entity = 'x-1', incident?: string) =>
    placeOf({ kind, entity, ...(incident ? { incident } : {}) })
  expect(leads('incident.advanced', 'incident-1')).toEqual({ room: 'incidents', target: 'incident-1' })
  expect(leads('call.recorded', 'call-1', 'incident-1')).toEqual({ room: 'incidents', target: 'incident-1' })
  expect(leads('call.detached', 'call-1')).toBeNull()
  expect(leads('task.progressed', 'task-1')).toEqual({ room: 'tasks', target: 'task-1' })
  expect(leads('order.issued', 'order-1')).toEqual({ room: 'orders', target: 'order-1' })
  expect(leads('team.added', 'team-1')).toEqual({ room: 'teams', target: 'team-1' })
  expect(leads('person.added', 'person-1')).toEqual({ room: 'people', target: null })
  expect([leads('console.started'), leads('log.entered'), leads('constructor.x')]).toEqual([null, null, null])
})
