import { expect, it } from 'vitest'
import { formatRoute, parseRoute } from '../../../renderer/app/route.ts'

it.each([
  ['', { room: '', target: null }],
  ['#/log', { room: 'log', target: null }],
  ['#/incident/incident-0abc', { room: 'incident', target: 'incident-0abc' }],
  ['#/incident/a%2Fb%20c', { room: 'incident', target: 'a/b c' }],
  ['#/incident/%E0%A4%A', { room: '', target: null }],
])('%s', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route)
})

it('writes what it reads', () => {
  for (const target of [null, 'incident-1', 'a/b', '李家湾'])
    expect(parseRoute(formatRoute({ room: 'incident', target }))).toEqual({ room: 'incident', target })
})
