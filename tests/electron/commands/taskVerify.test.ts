import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDuty } from '../../../electron/commands/duty.ts'
import { addPerson, mergePeople } from '../../../electron/commands/people.ts'
import { issueTasks } from '../../../electron/commands/task.ts'
import { progressTask } from '../../../electron/commands/taskActs.ts'
import { addTeam, setMember } from '../../../electron/commands/teams.ts'
import { readState } from '../../../electron/store/projections/entityState.ts'
import { readPost } from '../../../electron/store/repositories/township.ts'
import { readTask } from '../../../electron/tasks/readTask.ts'
import type { Recipient } from '../../../shared/domain/task/events.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { refusalOf } from '../../support/refusalOf.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const now = () => test.clock.now()
const read = (id: string) => readTask(context(), id)
const self = (): Recipient => ({ kind: 'person', id: test.officer.id, name: test.officer.name })
const outside: Recipient = { kind: 'person', id: 'person-x', name: '李秀兰' }

function done(to: Recipient, by = '', more: Partial<Parameters<typeof progressTask>[1]> = {}): string {
  const said = { title: '查看水库', detail: '', at: now(), means: 'phone', urgency: 'ordinary', dueAt: null } as const
  const id = issueTasks(context(), { ...said, to: [to] })[0]?.id ?? ''
  progressTask(context(), { id, base: base(id), step: 'completed', at: now(), by, means: 'phone', ...more })
  return id
}
const base = (id: string) => [...(read(id)?.tips ?? [])]
const verify = (id: string, more: object = {}) =>
  progressTask(context(), { id, base: base(id), step: 'verified', at: now(), by: '', means: 'system', ...more })
const consentOf = ({ id, name }: { id: string; name: string }) => ({
  consent: { person: { id, name }, phone: '13800000009', at: now() },
})
function onDuty(post: 'officer' | 'leader', person: string): void {
  takeDuty(context(), { post, person, note: '', base: [...readPost(context().store.db, post).tips] })
}

describe('核销', () => {
  it('is by whoever had no part in it', () => {
    const id = done(outside)
    expect(read(id)?.verifying).toEqual({ may: 'self' })
    verify(id)
    expect(read(id)).toMatchObject({
      row: { status: 'verified', selfVerified: false },
      verifiedByDoer: false,
      acts: [{}, {}, { act: 'verified', by: '张伟', selfVerified: false }],
    })
  })

  it('is not by the recipient, nor by whoever reported it done', () => {
    const [own, reported] = [done(self()), done(outside, '张 伟')]
    expect(refusalOf(() => verify(own))).toBe('task.ownWork.recipient')
    expect(refusalOf(() => verify(reported))).toBe('task.ownWork.reporter')
    expect(refusalOf(() => verify(done(outside, '李秀兰'), { by: '李秀兰' }))).toBe('task.ownWork.recipient')
    expect(read(own)?.row.status).toBe('completed')
  })

  it('is not by the doer under another record of the same person', () => {
    const { desk, administrator, officer } = test
    desk.context.session.signIn(administrator)
    const double = addPerson(context(), { name: '张队长', post: '', phone: '13800000088', roles: [] }).id
    const tips = readState(desk.store.db, 'person', double)?.tips ?? []
    mergePeople(context(), { person: double, base: [...tips], into: officer.id, reason: '同一人' })
    desk.context.session.signIn(officer)
    expect(refusalOf(() => verify(done({ kind: 'person', id: double, name: '张队长' })))).toBe('task.ownWork.recipient')
    expect(refusalOf(() => verify(done(outside, '张队长')))).toBe('task.ownWork.reporter')
    const chosen = { person: { id: double, name: '张队长' } }
    expect(refusalOf(() => verify(done(outside, '张队长', chosen)))).toBe('task.ownWork.reporter')
    // Named by the record that is no more: the same person all the same.
    const own = done(outside, officer.name, { person: { id: officer.id, name: officer.name } })
    desk.context.session.signIn(administrator)
    expect(refusalOf(() => verify(own, { by: '张队长', ...chosen }))).toBe('task.ownWork.reporter')
  })

  it('tells two people of one name apart where the doer was chosen from the roster', () => {
    const { desk, administrator, officer } = test
    desk.context.session.signIn(administrator)
    const namesake = addPerson(context(), { name: officer.name, post: '李家湾村村主任', phone: '', roles: [] })
    desk.context.session.signIn(officer)
    const chosen = ({ id }: { readonly id: string }) => ({ person: { id, name: officer.name } })
    const others = done(outside, officer.name, chosen(namesake))
    expect(read(others)?.verifying).toEqual({ may: 'self' })
    verify(others)
    expect(read(others)).toMatchObject({ row: { status: 'verified', selfVerified: false } })
    // Chosen, and the very one; and the namesake checks nothing of his own.
    expect(refusalOf(() => verify(done(outside, officer.name, chosen(officer))))).toBe('task.ownWork.reporter')
    const own = done(outside, officer.name, chosen(namesake))
    expect(refusalOf(() => verify(own, { by: '李文', person: { id: namesake.id, name: '李文' } }))).toBe(
      'task.ownWork.reporter',
    )
  })

  it('is not by one of the doing team, its leader included', () => {
    const team = addTeam(context(), { name: '镇应急救援队', kind: 'rescue', leader: { name: '王建军', phone: '' } }).id
    const id = done({ kind: 'team', id: team, name: '镇应急救援队' }, '王建军')
    expect(refusalOf(() => verify(id, { by: '王建军' }))).toBe('task.ownWork.reporter')
    setMember(context(), { team, base: [], member: { id: null, name: '张伟' } })
    expect(read(id)?.verifying).toMatchObject({ may: 'consent', because: 'member' })
    expect(refusalOf(() => verify(id))).toBe('task.ownWork.member')
  })
})

describe('one person on duty', () => {
  it('records the leader consenting by telephone, with name, number and time', () => {
    onDuty('officer', test.officer.id)
    onDuty('leader', test.leader.id)
    const id = done(self())
    expect(read(id)?.verifying).toMatchObject({
      may: 'consent',
      because: 'recipient',
      leaders: [{ id: test.leader.id, name: '刘芳', onDuty: true }],
    })
    verify(id, consentOf(test.leader))
    expect(read(id)).toMatchObject({
      row: { status: 'verified', selfVerified: false },
      acts: [{}, {}, { by: '刘芳', consent: { person: { name: '刘芳' }, phone: '13800000009', at: now() } }],
    })
  })

  it('does not take the word of who is no leader, or did it', () => {
    onDuty('officer', test.officer.id)
    const id = done(self())
    expect(refusalOf(() => verify(id, consentOf(test.administrator)))).toBe('task.notALeader')
    const led = done({ kind: 'person', id: test.leader.id, name: '刘芳' }, '张伟')
    expect(refusalOf(() => verify(led, consentOf(test.leader)))).toBe('task.ownWork.recipient')
    expect(refusalOf(() => verify(done(outside), consentOf(test.leader)))).toBe('task.consentNeedless')
  })

  it('is not one person when another officer is on duty', () => {
    onDuty('officer', test.administrator.id)
    const id = done(self())
    expect(read(id)?.verifying).toEqual({ may: 'other', because: 'recipient', name: '陈明' })
    expect(refusalOf(() => verify(id, consentOf(test.leader)))).toBe('task.otherCanVerify')
  })
})

describe('what was verified against the rule', () => {
  it('stays, and is marked', () => {
    const id = done(self())
    const task = { id, no: read(id)?.row.no ?? '', title: '查看水库' }
    const body = { task, recipient: self(), urgency: 'ordinary', at: now(), by: '张伟', means: 'system' } as const
    context().store.append(
      [{ kind: 'task.progressed', entity: id, base: base(id), body: { ...body, step: 'verified', skipped: [] } }],
      { author: context().session.author() },
    )
    expect(read(id)).toMatchObject({ row: { status: 'verified', selfVerified: true }, verifiedByDoer: true })
  })
})
