import { describe, expect, it } from 'vitest'
import { judgeAct } from '../../../../shared/domain/person/permissions.ts'

describe('what a role may do', () => {
  it.each([
    ['call.record', ['staff'], 'allowed'],
    ['call.record', [], 'flagged'],
    ['task.give', ['staff'], 'flagged'],
    ['task.give', ['leaderOnDuty'], 'allowed'],
    ['township.changeMode', ['dutyOfficer'], 'flagged'],
    ['person.authorise', ['townshipHead'], 'refused'],
    ['person.authorise', ['staff', 'administrator'], 'allowed'],
    ['village.edit', [], 'refused'],
  ] as const)('%s by %j: %s', (act, roles, verdict) => {
    expect(judgeAct(act, roles).verdict).toBe(verdict)
  })

  it('names a role that could', () => {
    expect(judgeAct('console.invite', ['staff'])).toEqual({ verdict: 'refused', needs: 'administrator' })
  })
})
