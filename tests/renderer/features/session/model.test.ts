import { expect, it } from 'vitest'
import { keepIdleMinutes, readIdleMinutes } from '../../../../renderer/features/session/idleMinutes.ts'
import {
  chosenPerson,
  emptySignIn,
  pickOptionsOf,
  problemsOf,
  usualProof,
} from '../../../../renderer/features/session/model.ts'
import type { SignInOption } from '../../../../shared/ipc/session.ts'

const officer: SignInOption = { id: 'p1', name: '张伟', post: '', roles: ['dutyOfficer'], access: 'code' }

it('asks those who have a one-time code for it first', () => {
  expect([usualProof(officer), usualProof({ ...officer, access: 'none' }), usualProof(undefined)]).toEqual([
    'code',
    'password',
    'password',
  ])
})

it('names what is missing: a password is typed once, a new one twice', () => {
  expect(problemsOf(emptySignIn(null))).toEqual({ person: 'person', secret: 'password' })
  expect(problemsOf({ ...emptySignIn('p1', 'code'), secret: 'K7QF-2M9X', password: '1234567', again: '' })).toEqual({
    password: 'short',
    again: 'differs',
  })
  expect(problemsOf({ ...emptySignIn('p1'), secret: 'x' })).toEqual({})
})

it('tells two of one name apart by post, else by role', () => {
  const options = pickOptionsOf([officer, { ...officer, id: 'p2', post: '副镇长' }], (role) => role)
  expect(options.map(({ note }) => note)).toEqual(['dutyOfficer', '副镇长'])
})

it('locks only when somebody chose so', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  }
  expect(readIdleMinutes(storage)).toBe('0')
  keepIdleMinutes(storage, '10')
  expect(readIdleMinutes(storage)).toBe('10')
  expect(readIdleMinutes({ getItem: () => '7' })).toBe('0')
})

it('chooses the only person there is, and nobody among several', () => {
  const other = { ...officer, id: 'p2' }
  expect([
    chosenPerson([officer], null),
    chosenPerson([officer], 'gone'),
    chosenPerson([officer, other], null),
    chosenPerson([officer, other], 'p2'),
    chosenPerson([], 'p2'),
  ]).toEqual(['p1', 'p1', null, 'p2', null])
})
