import { describe, expect, it } from 'vitest'
import { countedOf, evacuationAggregate, markOfHousehold } from '../../../../shared/domain/evacuation/evacuation.ts'
import { rollUp, sumUp } from '../../../../shared/domain/evacuation/rollUp.ts'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { searchTextOf } from '../../../../shared/domain/searchText.ts'
import { makeHistory } from '../../../support/history.ts'

const T0 = 1_800_000_000_000
const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾村山洪' }
const label = { incident: incident.id, no: incident.no, title: incident.title }
const village = { id: 'v1', name: '李家湾村' }
const household = (id: string, people: number | null) => ({ id, name: `户${id}`, group: '二组', people })
const said = { at: T0, by: '李建国', means: 'phone' as const, note: '' }

function ordered() {
  const history = makeHistory('evacuation-incident-1-v1')
  history.add('evacuation.ordered', {
    incident,
    village,
    zone: '沟口',
    shelter: '镇小学',
    authority: '陈国平',
    at: T0,
    households: [household('a', 4), household('b', 3), household('c', null)],
  })
  const fold = () => foldEntity(evacuationAggregate, 'evacuation-incident-1-v1', history.events).state
  return { history, fold }
}
const tally = (households: number, people: number, unknown = 0) => ({ households, people, unknown })

describe('an evacuation list', () => {
  it('counts households and people by state; who was never counted is unknown, not nobody', () => {
    const { history, fold } = ordered()
    history.add('evacuation.marked', {
      label,
      village,
      household: household('a', 4),
      state: 'moved',
      people: 3,
      ...said,
    })
    history.add('evacuation.marked', { label, village, household: household('c', null), state: 'refused', ...said })
    expect(rollUp(fold())).toEqual({
      should: tally(3, 7, 1),
      moved: tally(1, 3),
      refused: tally(1, 0, 1),
      missing: tally(0, 0),
      waiting: tally(1, 3),
      returned: tally(0, 0),
    })
    expect(sumUp([rollUp(fold()), rollUp(fold())]).should).toEqual(tally(6, 14, 2))
  })

  it('of two things said at once keeps both; struck off counts no more', () => {
    const { history, fold } = ordered()
    const sees = history.events.map(({ version }) => version)
    history.add(
      'evacuation.marked',
      { label, village, household: household('a', 4), state: 'moved', ...said },
      { sees },
    )
    history.add(
      'evacuation.marked',
      { label, village, household: household('a', 4), state: 'missing', ...said },
      { sees, origin: 'd-b' },
    )
    expect(fold().marks.a?.rivals).toHaveLength(1)
    history.add('evacuation.struckOff', { label, village, household: household('b', 3), reason: '已搬走' })
    expect(rollUp(fold()).should).toEqual(tally(2, 4, 1))
    expect(markOfHousehold(fold(), 'b')?.note).toBe('已搬走')
  })

  it('what the village counted itself stands beside the list and changes nothing in it', () => {
    const { history, fold } = ordered()
    const before = rollUp(fold())
    const counts = { should: 43, moved: 31, refused: null, missing: 0 }
    history.add('evacuation.counted', { incident, village, counts, ...said })
    expect([rollUp(fold()), countedOf(fold())?.counts]).toEqual([before, counts])
  })

  it('is known by a tick that came before the order', () => {
    const history = makeHistory('evacuation-incident-1-v1')
    history.add('evacuation.marked', { label, village, household: household('a', 4), state: 'moved', ...said })
    const state = foldEntity(evacuationAggregate, 'evacuation-incident-1-v1', history.events).state
    expect([state.incident, state.village, rollUp(state).moved]).toEqual([incident, village, tally(1, 4)])
  })
})

it('names of households are in no full-text search', () => {
  const marked = { label, village, household: household('a', 4), state: 'moved', ...said }
  expect(searchTextOf('evacuation', marked)).not.toContain('户a')
  expect(
    searchTextOf('evacuation', { incident, village, households: [household('b', 1)], zone: '沟口' }),
  ).not.toContain('户b')
  expect(searchTextOf('household', { name: '李长明', zone: '沟口', phone: '139' })).toBe('')
})
