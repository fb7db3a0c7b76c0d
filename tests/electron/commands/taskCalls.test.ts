import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueTasks } from '../../../electron/commands/task.ts'
import { cancelTask, progressTask, voidTaskAct } from '../../../electron/commands/taskActs.ts'
import { escalateTask, ringForTask } from '../../../electron/commands/taskCalls.ts'
import { addTeam, mergeTeams, setMember, setTeamState } from '../../../electron/commands/teams.ts'
import { readTeamLoads } from '../../../electron/store/repositories/teamLoad.ts'
import { readTeams } from '../../../electron/store/repositories/teams.ts'
import { readDispatch } from '../../../electron/tasks/readDispatch.ts'
import { readTask } from '../../../electron/tasks/readTask.ts'
import { proposalKey } from '../../../shared/domain/task/escalation.ts'
import type { RingOutcome } from '../../../shared/domain/task/rings.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { refusalOf } from '../../support/refusalOf.ts'

const MINUTE = 60_000
let test: TestDesk
let team: string
beforeEach(() => {
  test = openTestDesk()
  team = addTeam(context(), {
    name: '镇应急救援队',
    kind: 'rescue',
    leader: { name: '王建军', phone: '13900000001' },
    skills: ['水上救援'],
  }).id
  setMember(context(), {
    team,
    base: tipsOf(team),
    member: { id: null, name: '李强', phone: '13900000002', post: '副队长' },
  })
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const now = () => test.clock.now()
const tipsOf = (id: string) => [...(readTeams(context().store.db).find((line) => line.id === id)?.tips ?? [])]
function issue(): string {
  const to = [{ kind: 'team', id: team, name: '镇应急救援队', phone: '13900000001' } as const]
  const said = { title: '转移坡脚三户', detail: '', at: now(), means: 'phone', urgency: 'life-safety' } as const
  return issueTasks(context(), { ...said, to, dueAt: now() + 30 * MINUTE })[0]?.id ?? ''
}
const dispatch = (id: string) => {
  const found = readDispatch(context(), id)
  if (!found) throw new Error('no such task')
  return found
}
function ring(id: string, outcome: RingOutcome) {
  const { calling, tips } = dispatch(id)
  if (!calling) throw new Error('nobody to ring')
  return ringForTask(context(), { id, base: [...tips], callee: calling, outcome, at: now() })
}
function accept(id: string): void {
  const { proposal, tips } = dispatch(id)
  if (!proposal) throw new Error('nothing is proposed')
  escalateTask(context(), { id, base: [...tips], proposal: proposalKey(proposal), at: now() })
}

describe('calling', () => {
  it('keeps every call with its outcome, its time and who made it', () => {
    const id = issue()
    ring(id, 'noAnswer')
    test.clock.advance(MINUTE)
    ring(id, 'busy')
    expect(readTask(context(), id)).toMatchObject({
      row: { status: 'issued', callsFailed: 2, answeredAt: null },
      rings: [
        {
          callee: { name: '王建军', phone: '13900000001' },
          outcome: 'noAnswer',
          at: now() - MINUTE,
          writer: { name: '张伟' },
        },
        { outcome: 'busy', at: now() },
      ],
    })
  })

  it('rings the team that stands now, however often duplicates were merged', () => {
    const id = issue()
    const become = (from: string, name: string, phone: string) => {
      const into = addTeam(context(), { name, kind: 'rescue', leader: { name: `${name}队长`, phone } }).id
      mergeTeams(context(), { team: from, base: tipsOf(from), into, reason: '重复登记' })
      return into
    }
    become(become(team, '二队', '13900000011'), '三队', '13900000012')
    expect(dispatch(id).calling).toMatchObject({ name: '三队队长', phone: '13900000012' })
    const other = addTeam(context(), {
      name: '四队',
      kind: 'rescue',
      leader: { name: '何敏', phone: '13900000013' },
    }).id
    test.clock.advance(6 * MINUTE)
    accept(id)
    test.clock.advance(6 * MINUTE)
    expect(dispatch(id).proposal?.next).toMatchObject({ who: 'team', team: { id: other } })
  })

  it('takes what was repeated back for 收到, what only got through not', () => {
    const id = issue()
    expect(ring(id, 'through')).toEqual({ received: false })
    expect(dispatch(id).answered).toBe(false)
    expect(ring(id, 'repeated')).toEqual({ received: true })
    expect(readTask(context(), id)).toMatchObject({
      row: { status: 'received', answeredAt: now() },
      acts: [{ act: 'issued' }, { act: 'received', by: '王建军', means: 'phone', concurrent: false }],
    })
    expect(ring(id, 'repeated')).toEqual({ received: false })
  })

  it('has no call to write for a task that was called off', () => {
    const id = issue()
    const { tips, calling } = dispatch(id)
    if (!calling) throw new Error('nobody to ring')
    const said = { id, base: [...tips], callee: calling, outcome: 'busy' as const }
    expect(refusalOf(() => ringForTask(context(), { ...said, at: now() + 5 * MINUTE }))).toBe('task.timeInFuture')
    expect(refusalOf(() => ringForTask(context(), { ...said, id: 'task-x', at: now() }))).toBe('task.unknown')
    cancelTask(context(), { id, base: [...tips], at: now(), means: 'phone', reason: '已自行撤离' })
    expect(refusalOf(() => ringForTask(context(), { ...said, at: now() }))).toBe('task.stopped')
  })
})

describe('escalation', () => {
  it('asks the deputy after two failed calls, with a new time to answer, and keeps the first one in the record', () => {
    const id = issue()
    ring(id, 'noAnswer')
    test.clock.advance(2 * MINUTE)
    ring(id, 'off')
    accept(id)
    expect(dispatch(id)).toMatchObject({ calling: { name: '李强', post: 'deputy' }, proposal: null })
    expect(readTask(context(), id)).toMatchObject({
      row: { status: 'issued', acknowledgeBy: now() + 5 * MINUTE, recipient: { id: team } },
      escalations: [{ from: { name: '王建军' }, to: { name: '李强' }, cause: 'rings', failed: 2, team: '' }],
    })
  })

  it('gives the task to another team with the skill and the least in hand, under the same number', () => {
    const other = addTeam(context(), {
      name: '蓝天救援队',
      kind: 'volunteer',
      leader: { name: '何敏', phone: '13900000009' },
      skills: ['水上救援'],
    }).id
    const id = issue()
    const { no } = readTask(context(), id)?.row ?? {}
    test.clock.advance(6 * MINUTE)
    accept(id)
    test.clock.advance(6 * MINUTE)
    expect(dispatch(id).proposal).toMatchObject({ cause: 'limit', next: { who: 'team', team: { id: other, open: 0 } } })
    accept(id)
    expect(readTask(context(), id)).toMatchObject({
      row: {
        id,
        no,
        status: 'issued',
        recipient: { id: other, name: '蓝天救援队' },
        acknowledgeBy: now() + 5 * MINUTE,
      },
      escalations: [{ to: { name: '李强' } }, { to: { name: '何敏' }, team: '蓝天救援队', cause: 'limit' }],
      acts: [{ act: 'issued' }, { act: 'reissued', note: '李强未在规定时间内回复收到，改由蓝天救援队承办' }],
    })
    expect(dispatch(id)).toMatchObject({ calling: { name: '何敏' }, rings: [] })
    ring(id, 'repeated')
    expect(readTask(context(), id)?.row.status).toBe('received')
  })

  it('refuses a proposal that is not on screen any more, and says when nobody is left', () => {
    const id = issue()
    test.clock.advance(6 * MINUTE)
    const { proposal, tips } = dispatch(id)
    const key = proposal ? proposalKey(proposal) : ''
    ring(id, 'off')
    ring(id, 'off')
    const args = { id, base: [...tips], proposal: key, at: now() }
    expect(refusalOf(() => escalateTask(context(), args))).toBe('task.proposalChanged')
    accept(id)
    ring(id, 'off')
    ring(id, 'off')
    expect(dispatch(id).proposal).toMatchObject({ next: { who: 'nobody' } })
    expect(refusalOf(() => escalateTask(context(), args))).toBe('task.nobodyToAsk')
  })

  it('proposes nobody once 收到 was said, and no team that is out', () => {
    const other = addTeam(context(), {
      name: '二队',
      kind: 'rescue',
      leader: { name: '何敏', phone: '13900000009' },
    }).id
    setTeamState(context(), { team: other, base: tipsOf(other), state: 'dispatched', reason: '' })
    const id = issue()
    test.clock.advance(6 * MINUTE)
    accept(id)
    test.clock.advance(6 * MINUTE)
    expect(dispatch(id).proposal?.next).toEqual({ who: 'nobody' })
    progressTask(context(), { id, base: [...dispatch(id).tips], step: 'received', at: now(), by: '', means: 'radio' })
    expect(dispatch(id)).toMatchObject({ answered: true, proposal: null })
  })
})

describe('a call noted with the wrong outcome', () => {
  const newest = (id: string) => readTask(context(), id)?.rings.at(-1)?.writer.version ?? ''
  const undo = (id: string, act: string) =>
    voidTaskAct(context(), { id, base: [...dispatch(id).tips], act, reason: '按错了键' })

  it('is taken back with its 收到: the task waits for its answer again, late by the first limit', () => {
    const id = issue()
    ring(id, 'repeated')
    test.clock.advance(60 * MINUTE)
    const late = () =>
      test.desk.alarms.read().alarms.filter(({ kind, stage }) => kind === 'task.acknowledge' && stage === 'red').length
    expect([dispatch(id).answered, late()]).toEqual([true, 0])
    undo(id, newest(id))
    expect([readTask(context(), id)?.row.status, dispatch(id).answered, late()]).toEqual(['issued', false, 1])
    expect(readTask(context(), id)?.row.ineffective).toBe(0)
    expect(refusalOf(() => undo(id, newest(id)))).toBe('task.actNotVoidable')
  })

  it('no longer has somebody else asked', () => {
    const id = issue()
    for (let count = 0; count < (dispatch(id).mostFailed ?? 0); count++) ring(id, 'noAnswer')
    expect(dispatch(id).proposal?.cause).toBe('rings')
    undo(id, newest(id))
    expect(dispatch(id).proposal).toBeNull()
  })

  it('a step reported done by mistake counts for the team again once it is taken back', () => {
    const id = issue()
    const load = () => readTeamLoads(context().store.db).find((one) => one.id === team)?.open
    progressTask(context(), {
      ...{ id, base: [...dispatch(id).tips], step: 'completed', at: now(), by: '', means: 'phone' },
    })
    expect(load()).toBe(0)
    undo(id, readTask(context(), id)?.acts.at(-1)?.writer.version ?? '')
    expect(load()).toBe(1)
  })
})
