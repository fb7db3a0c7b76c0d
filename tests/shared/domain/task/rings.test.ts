import { expect, it } from 'vitest'
import type { EventOf } from '../../../../shared/domain/event.ts'
import { calleeKey, ringOf } from '../../../../shared/domain/task/rings.ts'

const event = {
  version: 'a'.repeat(16),
  hlc: '',
  origin: 'd',
  author: { person: null, name: '张伟', role: 'dutyOfficer' },
  body: { callee: { name: '王建军', phone: '1', post: 'leader', title: '' }, outcome: 'busy', at: 5 },
} as unknown as EventOf<'task.rung'>
const roundOf = (round: string, knew: boolean) => ringOf({ round }, event, () => knew).round

it('counts a call whose caller did not know of the new round as one of the round before', () => {
  expect([roundOf('', false), roundOf('b', true), roundOf('b', false)]).toEqual(['', 'b', 'before'])
})

it('knows the same number however it is written', () => {
  expect(calleeKey({ phone: '139 0000-0001' })).toBe('13900000001')
})
