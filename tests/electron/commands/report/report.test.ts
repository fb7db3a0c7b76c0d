import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../../electron/deskContext.ts'
import { FLAG_OUTSIDE_ROLE } from '../../../../shared/protocol/envelope.ts'
import { ask } from '../../../support/ask.ts'
import type { TestDesk } from '../../../support/deskFixture.ts'
import { record } from '../../../support/intakes.ts'
import { county, openReportedIncident, reportingOf } from '../../../support/reportedIncident.ts'

const MINUTE = 60_000
const PASSWORD = 'dai ban 119'
const city = { key: 'cityDuty', name: '市总值班室', tier: 'above' } as const

let test: TestDesk
let incident: string
const { look, on, view, hashOf, byPhone, clocks, draft, approve, send } = reportingOf(() => ({ test, incident }))

beforeEach(() => {
  ;({ test, incident } = openReportedIncident())
})
afterEach(() => test.desk.close())

/** Gives 刘芳 a password the way a person gets one. */
async function givePassword(): Promise<void> {
  const { desk, administrator, officer, leader } = test
  desk.context.session.signIn(administrator)
  const { code } = await desk.handlers['people.issueCode']({ person: leader.id })
  await desk.handlers['session.setPassword']({ person: leader.id, proof: { kind: 'code', code }, password: PASSWORD })
  desk.context.session.signIn(officer)
}
const events = (kind: string) =>
  ask(test.desk, 'log.page', { filter: {}, before: null, limit: 50 }).lines.filter((line) => line.kind === kind)

describe('a first report', () => {
  it('is drafted from what was entered; what nobody said is missing by name', () => {
    const content = ask(test.desk, 'report.prefill', { incident, kind: 'first' })
    expect(content.sections).toEqual({
      source: '2026年7月14日2时40分，村干部报告（接报0714-A01）。',
      place: '郫都区清溪镇李家湾村二组后山',
      nature: '自然灾害，山体滑坡，级别待定。',
      losses: '初步了解：被困2人（村干部 0714-A01），紧急转移安置15人（村干部 0714-A01），正在核实。',
      leaders: '刘芳在值班室带班指挥。',
      measures: '已转移15人。',
    })
    const { report, no } = draft()
    expect([no, view(report).status, view(report).percent, view(report).missing]).toEqual([
      '0714-A01',
      'awaiting',
      64,
      ['occurredAt', 'scope', 'trend', 'advice'],
    ])
  })

  it('says who commands the response and what help is asked, each thing once', () => {
    const now = test.clock.now()
    const authority = { person: test.leader.id, name: '', at: now, means: 'phone', instead: '镇长正在赶来' } as const
    const commander = { name: '陈国平', post: '镇长' }
    const board = { incident, base: [] }
    ask(test.desk, 'response.start', { ...board, at: now, level: 'firstResponse', authority, commander, since: now })
    const asked = { from: '县应急管理局', what: '冲锋舟2艘', person: '', at: now, means: 'phone' } as const
    ask(test.desk, 'response.askHelp', { ...board, ...asked })
    const { sections } = ask(test.desk, 'report.prefill', { incident, kind: 'followUp' })
    expect([sections.leaders, sections.advice]).toEqual([
      '由镇长陈国平指挥处置。刘芳在值班室带班指挥。',
      '请求支援：冲锋舟2艘。',
    ])
  })

  it('does not ask the county for what the county asks of us', () => {
    const source = { key: 'countyEmergency', name: '县应急局' }
    record(test.desk, 'draft002', { source, requests: '半小时内报失踪人数' }, { kind: 'attach', incident })
    record(test.desk, 'draft003', { requests: '要挖掘机' }, { kind: 'attach', incident })
    const { sections } = ask(test.desk, 'report.prefill', { incident, kind: 'followUp' })
    expect(sections.advice).toBe('请求支援：要挖掘机。')
  })

  it('does not repeat what a caller counted beside the figure that was adopted', () => {
    const base = [...(ask(test.desk, 'incident.detail', { id: incident })?.incident.tips ?? [])]
    const adopted = { value: { n: 20 }, claim: 'list', source: '转移名单逐户清点' }
    ask(test.desk, 'incident.adoptFigure', { id: incident, base, field: 'evacuated', adopted })
    const { sections } = ask(test.desk, 'report.prefill', { incident, kind: 'first' })
    expect([sections.measures ?? '', sections.losses?.includes('20人')]).toEqual(['', true])
  })

  it('is a paper whose parts each end with one full stop', () => {
    const { report } = draft()
    const { parts } = ask(test.desk, 'report.paper', { incident, report })
    expect(parts.map(({ text }) => text.at(-1))).toEqual(parts.map(() => '。'))
    expect(parts.filter(({ text }) => text.endsWith('。。'))).toEqual([])
  })

  it('is signed in place by the leader, whose session it does not become, and sent to the county', async () => {
    await givePassword()
    const { report } = draft()
    expect(() => send(report)).toThrow(expect.objectContaining({ code: 'report.notSigned' }))
    const signIn = (password: string) => approve(report, { how: 'signedIn', person: test.leader.id, password })
    await expect(signIn('falsch')).rejects.toMatchObject({ code: 'session.wrongPassword' })
    await signIn(PASSWORD)
    expect(test.desk.context.session.current()?.name).toBe('张伟')
    const [signed] = events('report.approved')
    expect([signed?.author?.name, signed?.approver?.name]).toEqual(['张伟', '刘芳'])
    expect(() =>
      ask(test.desk, 'report.revise', { ...on(), report, content: { ...content(report), title: '改' } }),
    ).toThrow(expect.objectContaining({ code: 'report.frozen' }))
    test.clock.advance(15 * MINUTE)
    send(report)
    expect(view(report).status).toBe('sent')
    expect(view(report).report.sendings[0]?.limits.map(({ clock, rule }) => [clock, rule])).toEqual([
      ['firstPhone', 'report.first.phone'],
      ['firstWritten', 'report.first.written'],
    ])
    // It left after midnight: this morning's zero report is done with it.
    expect(clocks()).toEqual([])
  })

  it('agreed to before anybody called is no consent to it; a clock that went back refuses nothing', async () => {
    const called = test.clock.now()
    test.clock.advance(5 * MINUTE)
    const [wrong, agreed] = [draft().report, draft().report]
    await expect(approve(wrong, { ...byPhone(), at: called - 2 * MINUTE })).rejects.toMatchObject({
      code: 'report.consentBeforeCall',
    })
    expect(view(wrong).report.approval).toBeNull()
    // On the telephone, while it was being written.
    await approve(agreed, { ...byPhone(), at: called + MINUTE })
    test.clock.set(called - 10 * MINUTE)
    await approve(wrong)
    expect(view(wrong).report.approval).toMatchObject({ how: { how: 'phone', at: called - 10 * MINUTE } })
  })

  it('agreed to by telephone names who, when, by which phone, and who noted it', async () => {
    const { report } = draft()
    await approve(report)
    expect(view(report).report.approval).toMatchObject({
      person: { name: '刘芳' },
      how: { how: 'phone', phone: '13800000002', recordedBy: '张伟', at: test.clock.now() },
    })
    await expect(approve(report)).rejects.toMatchObject({ code: 'report.signedAlready' })
  })

  it('is not signed by somebody who does not lead, nor as another text than was on screen', async () => {
    const { report } = draft()
    await expect(approve(report, { ...byPhone(), person: test.officer.id })).rejects.toMatchObject({
      code: 'report.notALeader',
    })
    const before = hashOf(report)
    ask(test.desk, 'report.revise', { ...on(), report, content: { ...content(report), title: '改过的首报' } })
    await expect(
      test.desk.handlers['report.approve']({ ...on(), report, contentHash: before, signature: byPhone() }),
    ).rejects.toMatchObject({ code: 'report.changed' })
  })

  it('over the head of the county gives the task to report back', async () => {
    const { report } = draft()
    await approve(report)
    const { task } = send(report, false, city)
    const { rows } = ask(test.desk, 'task.list', { filter: { view: 'open' }, limit: 10 })
    expect(rows).toMatchObject([
      { no: task, title: '事后向本级领导、县报告越级上报情况', dueAt: test.clock.now() + 30 * MINUTE },
    ])
  })
})

describe('follow-ups and corrections', () => {
  it('are numbered, and a correction leaves what was sent as it was', async () => {
    const first = draft().report
    await approve(first)
    expect(() =>
      ask(test.desk, 'report.draft', { ...on(), kind: 'first', content: content(first), corrects: first }),
    ).toThrow(expect.objectContaining({ code: 'report.notSent' }))
    send(first)
    expect(look().nextKind).toBe('followUp')
    const { report } = draft('followUp')
    expect(view(report).report.label).toMatchObject({ ordinal: 1, title: '关于李家湾村后山山体滑坡的续报一' })
    const corrected = ask(test.desk, 'report.prefill', { incident, kind: 'first', corrects: first })
    expect(corrected.title).toBe('关于李家湾村后山山体滑坡的首报（更正）')
    const correction = ask(test.desk, 'report.draft', { ...on(), kind: 'first', content: corrected, corrects: first })
    await approve(correction.report)
    send(correction.report)
    expect([view(first).correctedBy, view(first).status]).toEqual([correction.no, 'sent'])
  })
})

it('whoever sits there may report, outside the role marked', () => {
  const staff = { id: newId('person'), name: '李强', roles: ['staff'] as const }
  test.desk.context.session.signIn(staff)
  ask(test.desk, 'report.tell', {
    ...on(),
    to: county,
    person: '',
    phone: '',
    route: 'phone',
    at: test.clock.now(),
    text: '',
  })
  expect(events('report.told')[0]?.flags).toBe(FLAG_OUTSIDE_ROLE)
})

function content(id: string) {
  const found = view(id).report.texts.at(-1)?.content
  if (!found) throw new Error('no text')
  return found
}
