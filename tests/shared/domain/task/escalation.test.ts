import { expect, it } from 'vitest'
import { type EscalationFacts, proposalKey, proposeNext } from '../../../../shared/domain/task/escalation.ts'
import type { Callee, RingOutcome, TaskEscalation, TaskRing } from '../../../../shared/domain/task/rings.ts'

const writer = { version: 'a'.repeat(16), hlc: '', origin: 'd', name: '张伟' } as unknown as TaskRing['writer']
const callee = (name: string, phone: string, post: Callee['post']): Callee => ({ name, phone, post, title: '' })
const leader = callee('王建军', '1', 'leader')
const deputy = callee('李强', '2', 'deputy')
const room = callee('镇应急救援队', '3', 'dutyRoom')
const member = callee('赵小兵', '4', 'member')
const ring = (to: Callee, outcome: RingOutcome, round = ''): TaskRing => ({
  callee: to,
  outcome,
  at: 0,
  round,
  voided: null,
  writer,
})
const step = (from: Callee, to: Callee, round = ''): TaskEscalation => ({
  from,
  to,
  team: '',
  cause: 'rings',
  failed: 2,
  at: 0,
  round,
  writer,
})
const team = (id: string, more = {}) => ({
  id,
  name: id,
  kind: 'rescue',
  skills: [] as string[],
  state: 'standby' as const,
  open: 0,
  callee: callee(`${id}队长`, `9${id}`, 'leader'),
  ...more,
})
const facts: EscalationFacts = {
  calls: [leader, deputy, room, member],
  rings: [],
  escalations: [],
  round: '',
  waiting: true,
  acknowledgeBy: 100,
  mostFailed: 2,
  team: { id: 'own', kind: 'rescue', skills: ['水上救援'] },
  others: [team('own')],
  askedTeams: ['own'],
}
const key = (more: Partial<EscalationFacts>, now = 50) => {
  const proposal = proposeNext({ ...facts, ...more }, now)
  return proposal && `${proposal.from?.name} ${proposal.failed} ${proposalKey(proposal)}`
}

it('proposes nobody before the limit, once somebody answered, or after one failed call', () => {
  expect([key({}), key({}, 100), key({ waiting: false }, 200), key({ rings: [ring(leader, 'busy')] })]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

it('proposes the deputy after the limit, or after two failed calls; a call that got through is no failure', () => {
  expect(key({}, 101)).toBe('王建军 0 limit/2')
  expect(key({ rings: [ring(leader, 'noAnswer'), ring(leader, 'through')] })).toBeNull()
  expect(key({ rings: [ring(leader, 'noAnswer'), ring(leader, 'off')] })).toBe('王建军 2 rings/2')
})

it('goes on from whoever was asked last, past those who did not answer either', () => {
  const failed = [ring(deputy, 'off'), ring(deputy, 'off')]
  expect(key({ escalations: [step(leader, deputy)], rings: failed })).toBe('李强 2 rings/3')
  expect(key({ rings: [ring(leader, 'off'), ring(leader, 'off'), ring(deputy, 'busy')] })).toBe('王建军 2 rings/3')
})

it('then another team that is free and can do it: the least in hand, then most in common', () => {
  const others = [
    team('own'),
    team('busy', { open: 2 }),
    team('out', { state: 'dispatched' }),
    team('medical', { kind: 'medical' }),
    team('swim', { kind: 'medical', skills: ['水上救援'], open: 1 }),
    team('mute', { callee: null }),
  ]
  const last = { escalations: [step(deputy, room)], others }
  expect(key(last, 200)).toBe('镇应急救援队 0 limit/swim')
  expect(key({ ...last, others: others.slice(0, 2) }, 200)).toBe('镇应急救援队 0 limit/busy')
})

it('never goes back to a team it was taken from, while another one can be asked', () => {
  const others = [team('first'), team('own'), team('third', { open: 3 })]
  const last = { escalations: [step(deputy, room)], askedTeams: ['first', 'own'] }
  expect(key({ ...last, others }, 200)).toBe('镇应急救援队 0 limit/third')
  expect(key({ ...last, others: others.slice(0, 2) }, 200)).toBe('镇应急救援队 0 limit/4')
})

it('then a member nobody rang, and says when nobody is left', () => {
  expect(key({ escalations: [step(deputy, room)] }, 200)).toBe('镇应急救援队 0 limit/4')
  expect(key({ escalations: [step(room, member)] }, 200)).toBe('赵小兵 0 limit/nobody')
  expect(key({ calls: [], team: null }, 200)).toBe('undefined 0 limit/nobody')
})

it('counts only the calls of the present round', () => {
  const round = 'b'.repeat(16)
  expect(
    key({ round, rings: [ring(leader, 'off'), ring(leader, 'off')], escalations: [step(leader, deputy)] }),
  ).toBeNull()
})
