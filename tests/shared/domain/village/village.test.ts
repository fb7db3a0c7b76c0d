import { expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { mergedOf } from '../../../../shared/domain/merging.ts'
import { valuesOf } from '../../../../shared/domain/registers.ts'
import { villageAggregate } from '../../../../shared/domain/village/village.ts'
import { makeHistory } from '../../../support/history.ts'

it('has a name, a code, somebody who answers for it; can be merged and retired, and each taken back', () => {
  const history = makeHistory('village-1')
  const state = () => foldEntity(villageAggregate, 'village-1', history.events).state
  history.add('village.added', { name: '李家湾村' })
  history.add('village.edited', { set: { code: '510124103201' } })
  history.add('village.assigned', { person: { id: 'person-1', name: '李建国' } })
  history.add('village.merged', { into: { id: 'village-2', name: '王家坪村' }, reason: '合村并组' })
  history.add('village.retired', { reason: '划出' })
  expect(mergedOf(state().fields)?.id).toBe('village-2')
  history.add('village.unmerged', { reason: '误合并' })
  history.add('village.restored', { reason: '划回' })
  expect(valuesOf(state().fields)).toEqual({
    name: '李家湾村',
    code: '510124103201',
    responsible: { id: 'person-1', name: '李建国' },
    merged: null,
    retired: null,
  })
})
