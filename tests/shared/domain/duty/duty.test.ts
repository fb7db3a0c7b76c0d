import { expect, it } from 'vitest'
import { dutyAggregate, holdersOf } from '../../../../shared/domain/duty/duty.ts'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { makeHistory } from '../../../support/history.ts'

const person = (name: string) => ({ id: `person-${name}`, name })
const names = (events: Parameters<typeof foldEntity>[2]) =>
  holdersOf(foldEntity(dutyAggregate, 'duty-officer', events).state).map(({ name }) => name)

it('is held by whoever took it over last', () => {
  const history = makeHistory('duty-officer')
  expect(names(history.events)).toEqual([])
  history.add('duty.taken', { person: person('张伟'), note: '' })
  history.add('duty.taken', { person: person('王芳'), from: person('张伟'), note: '石门村滑坡点每小时巡查' })
  expect(names(history.events)).toEqual(['王芳'])
})

it('shows both who took it over without knowing of each other, until somebody settles it', () => {
  const history = makeHistory('duty-officer')
  const first = history.add('duty.taken', { person: person('张伟'), note: '' })
  history.add('duty.taken', { person: person('王芳'), note: '' }, { origin: 'd-a', sees: [first] })
  history.add('duty.taken', { person: person('李强'), note: '' }, { origin: 'd-b', sees: [first] })
  expect(names(history.events)).toEqual(['李强', '王芳'])
  expect(names(history.events.toReversed())).toEqual(['李强', '王芳'])
  history.add('duty.taken', { person: person('王芳'), note: '' })
  expect(names(history.events)).toEqual(['王芳'])
})
