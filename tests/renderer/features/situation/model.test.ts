import { expect, it } from 'vitest'
import { lifelinesByVillage, utilitiesShown } from '../../../../renderer/features/response/lifelines.ts'
import { outages } from '../../../../renderer/features/response/samples.ts'
import { figuresShown, isContested } from '../../../../renderer/features/situation/model.ts'

it('the figures that mean lives are always there, said or not', () => {
  const shown = figuresShown([
    { field: 'collapsedRooms', official: null, said: [{ n: 4 }] },
    { field: 'missing', official: null, said: [{ n: 2 }, { n: 3 }] },
  ])
  expect(shown.map(({ field, said }) => `${field} ${said.length}`)).toEqual([
    'dead 0',
    'missing 2',
    'trapped 0',
    'injured 0',
    'evacuated 0',
    'collapsedRooms 1',
  ])
  expect(shown.filter(isContested).map(({ field }) => field)).toEqual(['missing'])
})

it('a village with more cut stands above, what is still cut hides what came back', () => {
  const [first] = outages
  if (!first) throw new Error('no sample')
  const back = {
    ...first,
    id: 'o9',
    since: first.since + 1,
    repair: { at: 0, by: '', means: 'phone', note: '' },
  } as const
  const villages = lifelinesByVillage([back, ...outages])
  expect(
    villages.map(({ village, cells }) => [village, cells.road?.id, cells.communication?.repair !== undefined]),
  ).toEqual([
    ['李家湾村', 'o1', false],
    ['石门村', undefined, true],
  ])
  expect(utilitiesShown(villages)).toEqual(['road', 'power', 'communication', 'water'])
})
