import { describe, expect, it } from 'vitest'
import {
  EMPTY_MEMBER,
  EMPTY_TEAM,
  memberProblems,
  memberSetOf,
  shortfall,
  teamChangesOf,
  teamFieldsOf,
  teamFormOf,
  teamProblems,
  totalsOf,
  villageOptions,
} from '../../../../renderer/features/teams/model.ts'
import { teamsRoomStates } from '../../../../renderer/features/teams/states.ts'
import { teamFields } from '../../../../shared/domain/team/events.ts'

const [village, township, militia] = teamsRoomStates.states.some?.teams ?? []
if (!village || !township || !militia) throw new Error('no fixtures')
const villages = [{ id: 'v1', name: '李家湾村' }]

describe('the form of a team', () => {
  it('reads as it was written: opened and saved without a change it changes nothing', () => {
    for (const team of [village, township, militia]) {
      const fields = teamFieldsOf(teamFormOf(team), villages)
      expect(teamFields.parse(team)).toEqual(fields)
      expect(teamChangesOf(team, fields)).toEqual({})
    }
  })

  it('sends only what was changed', () => {
    const form = { ...teamFormOf(village), leaderPhone: '139 0000 0011', strength: '１５', equipment: '铁锹21把' }
    expect(teamChangesOf(village, teamFieldsOf(form, villages))).toEqual({
      leader: { name: '李建国', phone: '13900000011' },
      strength: 15,
      equipment: [{ name: '铁锹', count: 21, unit: '把' }],
    })
  })

  it('says what is missing or wrong', () => {
    expect(teamProblems(EMPTY_TEAM)).toEqual({ name: 'nameNeeded', kind: 'kindNeeded' })
    const form = { ...EMPTY_TEAM, name: '甲队', kind: 'other', phone: '1.38E+10', leaderPhone: '12', strength: '三' }
    expect(teamProblems(form)).toEqual({
      phone: 'phoneScientific',
      leaderPhone: 'phone',
      leader: 'leaderNeeded',
      strength: 'strength',
    })
    expect(teamProblems({ ...form, phone: '119', leaderPhone: '', strength: '' })).toEqual({})
  })

  it('keeps a village that is not registered, or no longer is, choosable', () => {
    expect(villageOptions(villages, { name: '李家沟村' }).at(-1)).toEqual({
      id: 'name:李家沟村',
      name: '李家沟村',
      registered: false,
    })
    expect(villageOptions(villages, { id: 'v9', name: '老石门村' })).toHaveLength(2)
    expect(villageOptions(villages, { id: 'v1', name: '李家湾村' })).toHaveLength(1)
    expect(teamFieldsOf({ ...EMPTY_TEAM, village: 'name:李家沟村' }, villages).village).toEqual({ name: '李家沟村' })
  })
})

describe('the form of a member', () => {
  it('sets everything for a new person, what was changed for a known one', () => {
    expect(memberProblems(EMPTY_MEMBER)).toEqual({ name: 'memberNameNeeded' })
    const form = { name: '王　强', post: '队员', phone: '13800000012', skills: '电工，急救' }
    expect(memberSetOf(form, null)).toEqual({
      id: null,
      name: '王强',
      post: '队员',
      phone: '13800000012',
      skills: ['电工', '急救'],
    })
    const known = { id: 'm1', team: 't', name: '王强', post: '', phone: '13800000012', skills: ['电工', '急救'] }
    expect(memberSetOf(form, known)).toEqual({ id: 'm1', post: '队员' })
  })
})

describe('the ledger', () => {
  it('marks a team below its required strength; the larger of named and reported counts', () => {
    expect(shortfall(township)?.minimum).toBe(30)
    expect(shortfall({ ...township, strength: 30 })).toBeNull()
    expect(shortfall({ ...township, members: 31, strength: null })).toBeNull()
    expect(shortfall(militia)).toBeNull()
  })

  it('counts teams that stand for themselves', () => {
    expect(totalsOf(teamsRoomStates.states.past?.teams ?? [])).toEqual({ teams: 3, members: 36, standby: 1 })
  })
})
