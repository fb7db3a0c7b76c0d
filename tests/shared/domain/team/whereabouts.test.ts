import { expect, it } from 'vitest'
import { compareLoad, lastPlace, standingOf } from '../../../../shared/domain/team/whereabouts.ts'

it('calls a team free only when it stands by with nothing in hand', () => {
  const of = (state: 'standby' | 'dispatched' | 'resting', open: number) => standingOf({ state, open })
  expect([of('standby', 0), of('standby', 1), of('dispatched', 0), of('resting', 2)]).toEqual([
    'free',
    'busy',
    'busy',
    'resting',
  ])
})

it('puts free ones first, then those with the least in hand, those not to be sent last', () => {
  const loads = [
    { state: 'unavailable', open: 0 },
    { state: 'standby', open: 3 },
    { state: 'dispatched', open: 1 },
    { state: 'resting', open: 0 },
    { state: 'standby', open: 0 },
  ] as const
  expect(loads.toSorted(compareLoad).map(({ state, open }) => `${state} ${open}`)).toEqual([
    'standby 0',
    'dispatched 1',
    'standby 3',
    'resting 0',
    'unavailable 0',
  ])
})

it('believes the later word, at the same time the place that was named', () => {
  const said = { how: 'said', place: '桥头', at: 5 } as const
  const arrived = { how: 'arrived', place: '二组', at: 5 } as const
  expect([lastPlace(said, arrived), lastPlace(said, { ...arrived, at: 6 })?.place, lastPlace(null, null)]).toEqual([
    said,
    '二组',
    null,
  ])
})
