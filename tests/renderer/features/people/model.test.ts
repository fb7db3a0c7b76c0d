import { describe, expect, it } from 'vitest'
import { changesOf, formOf, shownOf, stateOf, withRole } from '../../../../renderer/features/people/model.ts'
import {
  changesOf as villageChangesOf,
  formOf as villageFormOf,
  stateOf as villageStateOf,
} from '../../../../renderer/features/villages/model.ts'
import type { PersonLine } from '../../../../shared/ipc/people.ts'
import type { VillageLine } from '../../../../shared/ipc/villages.ts'

const person: PersonLine = {
  id: 'p1',
  tips: [],
  name: '张伟',
  phone: '13800000002',
  post: '',
  roles: ['dutyOfficer'],
  merged: null,
  revoked: null,
  contested: [],
  access: 'password',
}
const village: VillageLine = {
  id: 'v1',
  tips: [],
  name: '石门村',
  code: '',
  responsible: { id: 'p1', name: '张伟', phone: '' },
  merged: null,
  retired: null,
  contested: [],
}
const merged = { id: 'p2', name: '张伟', reason: '重复' }

describe('editing a person', () => {
  it('sends only what was changed, so that nothing else competes with another console', () => {
    expect(changesOf(person, formOf(person))).toEqual({ set: {}, add: [], remove: [] })
    const form = withRole(withRole({ ...formOf(person), post: ' 科员 ' }, 'staff', true), 'dutyOfficer', false)
    expect(changesOf(person, form)).toEqual({ set: { post: '科员' }, add: ['staff'], remove: ['dutyOfficer'] })
  })

  it('shows merged and revoked ones only when asked', () => {
    const gone = [
      { ...person, merged },
      { ...person, revoked: { reason: '调离', by: '陈明', atMs: 0 } },
    ]
    expect(gone.map(stateOf)).toEqual(['merged', 'revoked'])
    expect(shownOf([person, ...gone], false)).toEqual([person])
    expect(shownOf([person, ...gone], true)).toHaveLength(3)
  })
})

describe('editing a village', () => {
  it('sends only what was changed', () => {
    expect(villageChangesOf(village, villageFormOf(village))).toEqual({ set: {}, assigned: false })
    expect(villageChangesOf(village, { name: '石门', code: '510124103201', responsible: null })).toEqual({
      set: { name: '石门', code: '510124103201' },
      assigned: true,
    })
    expect([village, { ...village, merged }, { ...village, retired: '划出' }].map(villageStateOf)).toEqual([
      'active',
      'merged',
      'retired',
    ])
  })
})
