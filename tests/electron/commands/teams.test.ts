import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addTeam,
  editTeam,
  mergeTeams,
  removeMember,
  restoreTeam,
  retireTeam,
  setMember,
  setTeamState,
  unmergeTeam,
} from '../../../electron/commands/teams.ts'
import {
  readKnownTeams,
  readTeamDetail,
  readTeamOptions,
  readTeams,
} from '../../../electron/store/repositories/teams.ts'
import { openStore } from '../../../electron/store/store.ts'
import type { TeamLine } from '../../../shared/ipc/teams.ts'
import { makeFolder, openTestDesk, reopenDesk, type TestDesk } from '../../support/deskFixture.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const db = () => test.desk.store.db
const line = (id: string): TeamLine => {
  const found = readTeams(db()).find((team) => team.id === id)
  if (!found) throw new Error('no such team')
  return found
}
const base = (id: string) => line(id).tips
const village = (index: number) => test.villages[index] ?? { id: '', name: '' }
const add = (name: string, index = 0) => addTeam(context(), { name, kind: 'village', village: village(index) }).id
const refused = (code: string) => expect.objectContaining({ code })

describe('teams at the desk', () => {
  it('are added, edited, staffed and found again after a restart', async () => {
    const id = add('李家湾村应急救援队')
    editTeam(context(), {
      team: id,
      base: base(id),
      set: { leader: { name: '李建国', phone: '13800000011' }, strength: 12 },
    })
    const { id: member } = setMember(context(), {
      team: id,
      base: base(id),
      member: { id: null, name: '王强', phone: '13800000012', skills: ['挖掘机'], post: '队员' },
    })
    setMember(context(), { team: id, base: base(id), member: { id: member, post: '副队长' } })
    setTeamState(context(), { team: id, base: base(id), state: 'dispatched', reason: '二组滑坡' })
    const before = readTeamDetail(db(), id)
    expect(before).toMatchObject({
      team: {
        name: '李家湾村应急救援队',
        leader: { name: '李建国', phone: '13800000011' },
        strength: 12,
        members: 1,
        state: 'dispatched',
        reason: '二组滑坡',
        since: { by: '张伟' },
        contested: 0,
      },
      members: [{ id: member, name: '王强', phone: '13800000012', skills: ['挖掘机'], post: '副队长', team: id }],
    })
    await test.desk.close()
    test = { ...test, desk: reopenDesk(test.folder, test.clock) }
    expect(readTeamDetail(db(), id)).toEqual(before)
  })

  it('offer the number to call: the leader’s, else the team’s own', () => {
    const own = add('甲队')
    editTeam(context(), { team: own, base: base(own), set: { phone: '0796-1234567' } })
    const led = add('乙队')
    editTeam(context(), {
      team: led,
      base: base(led),
      set: { phone: '110', leader: { name: '李', phone: '13800000011' } },
    })
    const gone = add('丙队')
    retireTeam(context(), { team: gone, base: base(gone), reason: '撤销' })
    expect(
      readTeamOptions(db())
        .map(({ name, phone }) => `${name} ${phone}`)
        .sort(),
    ).toEqual(['乙队 13800000011', '甲队 0796-1234567'])
  })

  it('refuse a second team of the same name in the same village, not in another', () => {
    add('应急救援队', 0)
    add('应急救援队', 1)
    expect(() => add(' 应急救援队 ', 0)).toThrow(refused('teams.nameTaken'))
    expect(() => addTeam(context(), { name: '应急救援队', kind: 'other' })).toThrow(refused('teams.nameTaken'))
    const other = add('别的队', 0)
    expect(() => editTeam(context(), { team: other, base: base(other), set: { name: '应急救援队' } })).toThrow(
      refused('teams.nameTaken'),
    )
  })

  it('need a reason to be unavailable', () => {
    const id = add('甲队')
    const change = { team: id, base: base(id), state: 'unavailable' } as const
    expect(() => setTeamState(context(), { ...change, reason: '' })).toThrow(refused('teams.reasonNeeded'))
    setTeamState(context(), { ...change, reason: '车辆检修' })
    expect(line(id)).toMatchObject({ state: 'unavailable', reason: '车辆检修' })
  })

  it('are merged and taken apart again; meanwhile the people of both stand under one', () => {
    const [one, two] = [add('李家湾救援队', 0), add('李家湾村应急队', 0)]
    const put = (team: string, name: string, phone: string) =>
      setMember(context(), { team, base: base(team), member: { id: null, name, phone } })
    put(one, '李建国', '13800000011')
    put(two, '李建国', '13800000011')
    const wang = put(two, '王强', '13800000012').id
    mergeTeams(context(), { team: two, base: base(two), into: one, reason: '重复登记' })
    expect(readTeamDetail(db(), one)).toMatchObject({
      team: { members: 2 },
      members: [
        { name: '李建国', team: one },
        { name: '王强', team: two },
      ],
      mergedFrom: [{ id: two, name: '李家湾村应急队' }],
    })
    expect(readKnownTeams(db()).map(({ id, members }) => [id, members.length])).toEqual([[one, 2]])
    setMember(context(), { team: one, base: base(one), member: { id: wang, phone: '13900000012' } })
    expect(readTeamDetail(db(), two)?.members.map(({ phone }) => phone)).toContain('13900000012')
    expect(() => mergeTeams(context(), { team: one, base: base(one), into: two, reason: 'x' })).toThrow(
      refused('teams.cannotMerge'),
    )
    unmergeTeam(context(), { team: two, base: base(two), reason: '不是同一支' })
    expect(
      readTeams(db())
        .map(({ members }) => members)
        .sort(),
    ).toEqual([1, 2])
  })

  it('lose a member with a reason, and refuse what cannot be', () => {
    const id = add('甲队')
    const { id: member } = setMember(context(), { team: id, base: base(id), member: { id: null, name: '王强' } })
    removeMember(context(), { team: id, base: base(id), member, reason: '外出务工' })
    expect(line(id).members).toBe(0)
    const edit = { team: id, base: base(id) }
    expect(() => removeMember(context(), { ...edit, member, reason: 'x' })).toThrow(refused('teams.memberUnknown'))
    expect(() => setMember(context(), { ...edit, member: { id: null, name: '' } })).toThrow(
      refused('teams.memberNameNeeded'),
    )
    expect(() => restoreTeam(context(), { ...edit, reason: 'x' })).toThrow(refused('teams.notRetired'))
    retireTeam(context(), { ...edit, reason: '撤销' })
    expect(() => retireTeam(context(), { ...edit, reason: 'x' })).toThrow(refused('teams.alreadyRetired'))
    expect(() => editTeam(context(), { team: 'team-none', base: [], set: {} })).toThrow(refused('teams.unknown'))
    context().session.signOut()
    expect(() => add('乙队')).toThrow(refused('session.signInFirst'))
  })

  it('show what another console set at the same time beside what stands here', () => {
    const id = add('甲队')
    const seenElsewhere = base(id)
    editTeam(context(), { team: id, base: base(id), set: { phone: '0796-1111111' } })
    const other = openStore({ folder: makeFolder(), now: test.clock.now })
    other.setScope(test.desk.store.scope)
    const written = other.append(
      [{ kind: 'team.edited', entity: id, body: { set: { phone: '0796-2222222' } }, base: seenElsewhere }],
      { author: { person: 'person-x', name: '刘芳', role: 'leaderOnDuty' } },
    )
    other.close()
    expect(test.desk.store.applyRemote(written)).toEqual(['applied'])
    const detail = readTeamDetail(db(), id)
    expect(detail?.team.contested).toBe(1)
    expect(detail?.contestedFields.map(({ field, member }) => [field, member])).toEqual([['phone', null]])
    expect(detail?.contestedFields[0]?.values.map(({ value, by }) => `${value} ${by}`).sort()).toEqual([
      '0796-1111111 张伟',
      '0796-2222222 刘芳',
    ])
    editTeam(context(), { team: id, base: base(id), set: { phone: '0796-2222222' } })
    expect(line(id)).toMatchObject({ contested: 0, phone: '0796-2222222' })
  })
})
