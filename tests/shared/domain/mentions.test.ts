import { expect, it } from 'vitest'
import { mentionsOf } from '../../../shared/domain/mentions.ts'

it('an event speaks of its entity and of every reference among its members, each once', () => {
  const body = {
    at: 1,
    text: 'id',
    village: { id: 'v1', name: '李家湾' },
    teams: [{ id: 't1', name: '一队' }, { id: 't2', name: '二队' }, { id: 't1', name: '一队' }, 'x', null],
    own: { id: 'e1' },
    figure: { n: 3 },
    odd: { id: 7 },
    deep: { inner: { id: 'not-a-member' } },
    nothing: null,
  }
  expect(mentionsOf('e1', body)).toEqual(['e1', 'v1', 't1', 't2'])
})
