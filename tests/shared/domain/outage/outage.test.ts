import { expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { outageAggregate, outageValues } from '../../../../shared/domain/outage/outage.ts'
import { makeHistory } from '../../../support/history.ts'

const village = { id: 'v1', name: '李家湾村' }
const about = { utility: 'power' as const, village }
const said = { at: 20, by: '供电所', means: 'phone' as const, note: '' }

it('is cut until it is repaired; cut again it waits anew; a repair nobody knew of stands', () => {
  const history = makeHistory('outage-1')
  const fold = () => foldEntity(outageAggregate, 'outage-1', history.events).state
  const first = history.add('outage.reported', {
    ...about,
    place: '二组',
    since: 10,
    source: '李建国',
    means: 'phone',
    note: '',
  })
  expect([fold().repair, outageValues(fold())]).toEqual([
    null,
    { ...about, place: '二组', since: 10, source: '李建国', note: '' },
  ])
  history.add('outage.repaired', { ...about, ...said })
  expect(fold().repair).toMatchObject({ at: 20, by: '供电所' })
  history.add('outage.reopened', { ...about, at: 30, reason: '倒杆' }, { origin: 'd-b', sees: [first] })
  expect(fold().repair).not.toBeNull()
  history.add('outage.reopened', { ...about, at: 40, reason: '倒杆' })
  expect(fold().repair).toBeNull()
  history.add('outage.voided', { ...about, reason: '报错了村' })
  expect(fold().voided?.reason).toBe('报错了村')
  history.add('outage.unvoided', { ...about, reason: '没有报错' })
  expect(fold().voided).toBeNull()
})
