import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explainAlarm } from '../../../../electron/commands/alarm.ts'
import { issueTasks } from '../../../../electron/commands/task.ts'
import { readLogPage } from '../../../../electron/store/repositories/logLines.ts'
import { stepsOf } from '../../../../shared/domain/card/card.ts'
import { standingOf } from '../../../../shared/domain/response/course.ts'
import { commanderOf, etaOf, levelOf, markOf } from '../../../../shared/domain/response/readResponse.ts'
import type { ArgsOf } from '../../../../shared/ipc/contract.ts'
import { FLAG_OUTSIDE_ROLE } from '../../../../shared/protocol/envelope.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { record } from '../../../support/intakes.ts'

const MINUTE = 60_000
let test: TestDesk
let incident: string
let head: string

beforeEach(() => {
  test = openTestDesk()
  head = addHead()
  incident = takeCall('draft0001')
})
afterEach(() => test.desk.close())

const now = () => test.clock.now()
const desk = () => test.desk
const board = () => {
  const found = ask(desk(), 'response.board', { incident })
  if (!found) throw new Error('no board')
  return found
}
const response = () => {
  const state = board().response?.state
  if (!state) throw new Error('no response')
  return state
}
const on = () => ({ incident, base: [...(board().response?.tips ?? [])] })
const byPhone = (person: string | null, more: object = {}) => ({
  person,
  name: '',
  means: 'phone' as const,
  at: now(),
  ...more,
})

function addHead(): string {
  const { store, session } = test.desk.context
  const entity = 'person-head0000000000001'
  store.append([{ kind: 'person.added', entity, body: { name: '陈国平', roles: ['townshipHead'] }, base: [] }], {
    author: session.author(),
  })
  return entity
}
function takeCall(draft: string): string {
  return record(desk(), draft, {
    reportedAt: now() - 5 * MINUTE,
    type: { key: 'gasLeak', name: '燃气泄漏爆炸' },
  }).incident.id
}
function start(more: Partial<ArgsOf<'response.start'>> = {}): void {
  ask(desk(), 'response.start', {
    ...on(),
    at: now(),
    level: 'four',
    authority: byPhone(head),
    commander: { id: head, name: '陈国平', post: '镇长' },
    since: board().receivedAt,
    ...more,
  })
}
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'done'
}
const mark = (step: string, more: Partial<ArgsOf<'response.markStep'>> = {}) =>
  ask(desk(), 'response.markStep', { ...on(), card: 'gas', step, state: 'done', at: now(), by: '', ...more })

describe('starting the response', () => {
  it('on a word given before the first call is refused, one given in its minute is not', () => {
    const { receivedAt } = board()
    expect(refusal(() => start({ authority: byPhone(head, { at: receivedAt - 2 * MINUTE }) }))).toBe(
      'response.authorityBeforeCall',
    )
    expect(board().response).toBeNull()
    start({ authority: byPhone(head, { at: receivedAt - 30_000 }) })
    expect(response().course.runs[0]?.authority.at).toBe(receivedAt - 30_000)
  })

  it('writes down on whose word, when and how, with the limit counted from the first call', () => {
    expect(board().receivedAt).toBe(now() - 5 * MINUTE)
    start({ note: '暴雨红色预警期间' })
    expect(standingOf(response().course)).toBe('running')
    expect(response().course.runs[0]).toMatchObject({
      authority: { id: head, name: '陈国平', role: 'townshipHead', means: 'phone', at: now() },
      firstHalfHour: { rule: 'response.firstHalfHour', minutes: 30, dueAt: now() + 25 * MINUTE },
      by: { name: '张伟' },
    })
    expect([levelOf(response())?.level, commanderOf(response())?.name]).toEqual(['four', '陈国平'])
    const [line] = readLogPage(desk().store.db, '', { filter: { subject: incident }, before: null, limit: 1 }).lines
    expect([line?.kind, line?.flags]).toEqual(['response.started', 0])
  })

  it('on another’s word it wants the reason and is marked as outside the role', () => {
    expect(refusal(() => start({ authority: byPhone(test.leader.id) }))).toBe('response.insteadMissing')
    expect(refusal(() => start({ authority: byPhone(null) }))).toBe('response.authorityMissing')
    start({ authority: byPhone(test.leader.id, { instead: '镇长在县里开会，联系不上' }) })
    expect(response().course.runs[0]?.authority).toMatchObject({ name: '刘芳', instead: '镇长在县里开会，联系不上' })
    const [line] = readLogPage(desk().store.db, '', { filter: { subject: incident }, before: null, limit: 1 }).lines
    expect((line?.flags ?? 0) & FLAG_OUTSIDE_ROLE).toBe(FLAG_OUTSIDE_ROLE)
  })

  it('is refused twice, before its own beginning, in the future and without sign-in', () => {
    expect(refusal(() => start({ at: now() + 5 * MINUTE }))).toBe('response.timeInFuture')
    expect(refusal(() => start({ since: now() + 1 }))).toBe('response.sinceAfterStart')
    start()
    expect(refusal(start)).toBe('response.running')
    desk().context.session.signOut()
    expect(refusal(() => mark('voice'))).toBe('session.signInFirst')
  })

  it('can be raised, ended and started anew, each on the head’s word', () => {
    const word = { at: now(), authority: byPhone(head), reason: '扩大到两个村' }
    expect(refusal(() => ask(desk(), 'response.end', { ...on(), ...word }))).toBe('response.notRunning')
    start()
    expect(refusal(() => ask(desk(), 'response.changeLevel', { ...on(), ...word, level: 'four' }))).toBe(
      'response.sameLevel',
    )
    ask(desk(), 'response.changeLevel', { ...on(), ...word, level: 'three' })
    expect(levelOf(response())?.level).toBe('three')
    ask(desk(), 'response.end', { ...on(), ...word, reason: '险情解除' })
    expect(standingOf(response().course)).toBe('ended')
    start({ level: 'one' })
    expect([standingOf(response().course), response().course.runs.length]).toEqual(['running', 2])
  })
})

describe('steps of the card', () => {
  it('are those of the incident’s type, ticked with who, when and on whose report, before the start too', () => {
    expect(board().cards.map(({ card }) => card.id)).toEqual(['gas'])
    mark('voice')
    mark('call', { by: '李建国', means: 'phone', note: '燃气公司已出发' })
    expect(markOf(response(), 'gas', 'voice')).toMatchObject({ state: 'done', by: '张伟', means: null })
    expect(markOf(response(), 'gas', 'call')).toMatchObject({ by: '李建国', means: 'phone', note: '燃气公司已出发' })
    expect(standingOf(response().course)).toBe('none')
  })

  it('want a reason when they do not apply or are taken back', () => {
    expect(refusal(() => mark('drain', { state: 'notApplicable' }))).toBe('response.reasonMissing')
    mark('drain', { state: 'notApplicable', reason: '山上独户' })
    expect(refusal(() => mark('nothing'))).toBe('response.unknownStep')
    mark('drain', { state: 'open', reason: '楼下有地窖' })
    expect(markOf(response(), 'gas', 'drain')).toMatchObject({ state: 'open', note: '楼下有地窖' })
    expect(refusal(() => mark('drain', { state: 'open', reason: '再来' }))).toBe('response.stepUnchanged')
  })

  it('become tasks, and know which', () => {
    const [task] = issueTasks(desk().context, {
      title: '关闭楼栋总阀',
      detail: '',
      to: [{ kind: 'person', id: 'p', name: '李建国' }],
      at: now(),
      means: 'phone',
      dueAt: null,
      urgency: 'ordinary',
    })
    mark('valve', { state: 'assigned', tasks: [task?.id ?? ''] })
    expect(markOf(response(), 'gas', 'valve')?.tasks).toEqual([task])
  })

  it('stop the half hour’s clock with the last of them, and the alarm asks why it was late', () => {
    start()
    const alarms = () =>
      desk()
        .alarms.read()
        .alarms.filter(({ kind }) => kind === 'response.firstHalfHour')
    const steps = stepsOf(board().cards[0]?.card ?? (undefined as never))
    for (const { id } of steps.slice(1)) mark(id)
    expect(alarms()).toEqual([])
    test.clock.advance(26 * MINUTE)
    expect(alarms()).toMatchObject([{ stage: 'red', sounding: true, who: '陈国平' }])
    mark(steps[0]?.id ?? '')
    expect(response().course.runs[0]?.completedAt).toBe(now())
    const [late] = alarms()
    expect(late).toMatchObject({ stoppedAt: now(), wantsReason: true, sounding: false })
    explainAlarm(desk().context, desk().alarms, late?.id ?? '', '道路中断，绕行')
    expect(alarms()).toEqual([])
    expect(response().late).toMatchObject([{ clock: 'firstHalfHour', reason: '道路中断，绕行' }])
  })

  it('ticked by mistake let the clock run on once they are taken back, and what stood there is kept', () => {
    start()
    const steps = stepsOf(board().cards[0]?.card ?? (undefined as never))
    for (const { id } of steps) mark(id)
    const last = steps.at(-1)?.id ?? ''
    const ticked = markOf(response(), 'gas', last)
    expect(response().course.runs[0]?.completedAt).toBe(now())
    test.clock.advance(MINUTE)
    mark(last, { state: 'open', reason: '点错了' })
    expect(response().course.runs[0]?.completedAt).toBeNull()
    expect(markOf(response(), 'gas', last)).toMatchObject({
      state: 'open',
      note: '点错了',
      undone: { state: 'done', at: ticked?.at, by: ticked?.by },
    })
    mark(last)
    expect(response().course.runs[0]?.completedAt).toBe(now())
  })

  it('of a card taken later that are taken back leave a half hour that was met as it is, whatever time they were said to be of', () => {
    start()
    for (const { id } of stepsOf(board().cards[0]?.card ?? (undefined as never))) mark(id)
    const met = now()
    test.clock.advance(20 * MINUTE)
    const card = 'buildingCollapse'
    ask(desk(), 'response.chooseCard', { ...on(), card, chosen: true })
    const step = stepsOf(board().cards.find((one) => one.card.id === card)?.card ?? (undefined as never))[0]?.id ?? ''
    test.clock.advance(5 * MINUTE)
    for (const at of [now(), met - MINUTE]) {
      mark(step, { card, at })
      mark(step, { card, state: 'open', reason: '点错了' })
    }
    expect(response().course.runs[0]?.completedAt).toBe(met)
    expect(readLogPage(desk().store.db, '', { filter: {}, before: null, limit: 9 }).lines).not.toContainEqual(
      expect.objectContaining({ kind: 'response.stepsReopened' }),
    )
  })

  it('settled when the clock stopped, marked otherwise since and then taken back, let it run on', () => {
    start()
    const steps = stepsOf(board().cards[0]?.card ?? (undefined as never))
    for (const { id } of steps) mark(id)
    const last = steps.at(-1)?.id ?? ''
    mark(last, { state: 'notApplicable', reason: '没有地下室' })
    expect(response().course.runs[0]?.completedAt).toBe(now())
    mark(last, { state: 'open', reason: '有地下室' })
    expect(response().course.runs[0]?.completedAt).toBeNull()
  })

  it('of another card count once it is taken to hand, and no longer when it is put away', () => {
    const choose = (card: string, chosen: boolean, reason?: string) =>
      ask(desk(), 'response.chooseCard', { ...on(), card, chosen, ...(reason ? { reason } : {}) })
    expect(board().others.map(({ id }) => id)).toContain('buildingCollapse')
    choose('buildingCollapse', true)
    expect(board().cards.map(({ card }) => card.id)).toEqual(['buildingCollapse', 'gas'])
    expect(refusal(() => choose('buildingCollapse', true))).toBe('response.cardUnchanged')
    expect(refusal(() => choose('gas', false))).toBe('response.reasonMissing')
    choose('gas', false, '已确认不是燃气')
    expect(board().cards.map(({ card }) => card.id)).toEqual(['buildingCollapse'])
  })
})

describe('command, arrival and help', () => {
  it('command is offered, then accepted', () => {
    start()
    const to = { name: '王建设', post: '副县长' }
    ask(desk(), 'response.offerCommand', { ...on(), to, at: now(), means: 'radio' })
    expect(commanderOf(response())?.name).toBe('陈国平')
    const transfer = response().handovers[0]?.id ?? ''
    const answer = { transfer, at: now(), by: '', means: 'radio' as const }
    expect(refusal(() => ask(desk(), 'response.answerCommand', { ...on(), ...answer, accepted: false }))).toBe(
      'response.reasonMissing',
    )
    ask(desk(), 'response.answerCommand', { ...on(), ...answer, accepted: true })
    expect(commanderOf(response())).toEqual(to)
    expect(refusal(() => ask(desk(), 'response.answerCommand', { ...on(), ...answer, accepted: true }))).toBe(
      'response.handoverOver',
    )
  })

  it('a team says when it will be there', () => {
    const [task] = issueTasks(desk().context, {
      title: '到现场警戒',
      detail: '',
      to: [{ kind: 'team', id: 't', name: '镇应急救援队' }],
      at: now(),
      means: 'phone',
      dueAt: null,
      urgency: 'ordinary',
    })
    const id = task?.id ?? ''
    ask(desk(), 'response.giveEta', {
      ...on(),
      task: id,
      arriveAt: now() + 25 * MINUTE,
      at: now(),
      by: '',
      means: 'radio',
    })
    expect(etaOf(response(), id)).toEqual({
      arriveAt: now() + 25 * MINUTE,
      at: now(),
      by: '镇应急救援队',
      means: 'radio',
    })
  })

  it('help asked for goes in the flash lane, and its answer is kept beside it', () => {
    const wanted = { from: '县应急管理局', what: '冲锋舟2艘', person: '小李', at: now(), means: 'phone' as const }
    ask(desk(), 'response.askHelp', { ...on(), ...wanted })
    const lane = desk().store.db.prepare("SELECT lane FROM event WHERE kind = 'response.helpRequested'").get()
    expect(lane).toEqual({ lane: 0 })
    const help = response().help[0]?.id ?? ''
    const said = { at: now(), by: '', means: 'phone' as const, note: '03:40出发' }
    ask(desk(), 'response.answerHelp', { ...on(), help, outcome: 'agreed', ...said })
    expect(response().help).toMatchObject([{ what: '冲锋舟2艘', answers: [{ outcome: 'agreed', note: '03:40出发' }] }])
  })

  it('nothing is done on an incident that is none any more', () => {
    const base = ask(desk(), 'incident.detail', { id: incident })?.incident.tips ?? []
    ask(desk(), 'incident.dismiss', { id: incident, base: [...base], reason: '误报' })
    expect(refusal(() => mark('voice'))).toBe('incident.dismissed')
  })
})

describe('the sign-off of a card', () => {
  const card = () => ask(desk(), 'card.list', null).cards.find((one) => one.card.id === 'gas')

  it('is a leader’s act, and counts for the text that was signed', () => {
    expect(card()?.review).toBeNull()
    const sign = () => ask(desk(), 'card.review', { card: 'gas', base: [...(card()?.tips ?? [])], note: '已核对电话' })
    expect(refusal(sign)).toBe('session.roleNeeded')
    desk().context.session.signIn(test.leader)
    sign()
    expect(card()?.review).toMatchObject({ by: '刘芳', note: '已核对电话' })
    expect(board().cards[0]?.review).toMatchObject({ by: '刘芳' })
    ask(desk(), 'card.withdrawReview', { card: 'gas', base: [...(card()?.tips ?? [])], reason: '电话换了' })
    expect(card()?.review).toBeNull()
  })
})
