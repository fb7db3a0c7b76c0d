import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueTasks } from '../../../../electron/commands/task.ts'
import { readLogPage } from '../../../../electron/store/repositories/logLines.ts'
import { standingOf } from '../../../../shared/domain/response/course.ts'
import { commanderOf, etaOf, levelOf } from '../../../../shared/domain/response/readResponse.ts'
import { FLAG_OUTSIDE_ROLE } from '../../../../shared/protocol/envelope.ts'
import { ask } from '../../../support/ask.ts'
import type { TestDesk } from '../../../support/deskFixture.ts'
import { refusalOf } from '../../../support/refusalOf.ts'
import { openRespondedIncident, respondingOf } from '../../../support/respondedIncident.ts'

const MINUTE = 60_000
let test: TestDesk
let incident: string
let head: string
const { now, desk, board, response, byPhone, start, mark, on } = respondingOf(() => ({ test, incident, head }))

beforeEach(() => {
  ;({ test, incident, head } = openRespondedIncident())
})
afterEach(() => test.desk.close())

describe('starting the response', () => {
  it('on a word given before the first call is refused, one given in its minute is not', () => {
    const { receivedAt } = board()
    expect(refusalOf(() => start({ authority: byPhone(head, { at: receivedAt - 2 * MINUTE }) }))).toBe(
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
    expect(refusalOf(() => start({ authority: byPhone(test.leader.id) }))).toBe('response.insteadMissing')
    expect(refusalOf(() => start({ authority: byPhone(null) }))).toBe('response.authorityMissing')
    start({ authority: byPhone(test.leader.id, { instead: '镇长在县里开会，联系不上' }) })
    expect(response().course.runs[0]?.authority).toMatchObject({ name: '刘芳', instead: '镇长在县里开会，联系不上' })
    const [line] = readLogPage(desk().store.db, '', { filter: { subject: incident }, before: null, limit: 1 }).lines
    expect((line?.flags ?? 0) & FLAG_OUTSIDE_ROLE).toBe(FLAG_OUTSIDE_ROLE)
  })

  it('is refused twice, before its own beginning, in the future and without sign-in', () => {
    expect(refusalOf(() => start({ at: now() + 5 * MINUTE }))).toBe('response.timeInFuture')
    expect(refusalOf(() => start({ since: now() + 1 }))).toBe('response.sinceAfterStart')
    start()
    expect(refusalOf(start)).toBe('response.running')
    desk().context.session.signOut()
    expect(refusalOf(() => mark('voice'))).toBe('session.signInFirst')
  })

  it('can be raised, ended and started anew, each on the head’s word', () => {
    const word = { at: now(), authority: byPhone(head), reason: '扩大到两个村' }
    expect(refusalOf(() => ask(desk(), 'response.end', { ...on(), ...word }))).toBe('response.notRunning')
    start()
    expect(refusalOf(() => ask(desk(), 'response.changeLevel', { ...on(), ...word, level: 'four' }))).toBe(
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

describe('command, arrival and help', () => {
  it('command is offered, then accepted', () => {
    start()
    const to = { name: '王建设', post: '副县长' }
    ask(desk(), 'response.offerCommand', { ...on(), to, at: now(), means: 'radio' })
    expect(commanderOf(response())?.name).toBe('陈国平')
    const transfer = response().handovers[0]?.id ?? ''
    const answer = { transfer, at: now(), by: '', means: 'radio' as const }
    expect(refusalOf(() => ask(desk(), 'response.answerCommand', { ...on(), ...answer, accepted: false }))).toBe(
      'response.reasonMissing',
    )
    ask(desk(), 'response.answerCommand', { ...on(), ...answer, accepted: true })
    expect(commanderOf(response())).toEqual(to)
    expect(refusalOf(() => ask(desk(), 'response.answerCommand', { ...on(), ...answer, accepted: true }))).toBe(
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
    expect(refusalOf(() => mark('voice'))).toBe('incident.dismissed')
  })
})

describe('the sign-off of a card', () => {
  const card = () => ask(desk(), 'card.list', null).cards.find((one) => one.card.id === 'gas')

  it('is a leader’s act, and counts for the text that was signed', () => {
    expect(card()?.review).toBeNull()
    const sign = () => ask(desk(), 'card.review', { card: 'gas', base: [...(card()?.tips ?? [])], note: '已核对电话' })
    expect(refusalOf(sign)).toBe('session.roleNeeded')
    desk().context.session.signIn(test.leader)
    sign()
    expect(card()?.review).toMatchObject({ by: '刘芳', note: '已核对电话' })
    expect(board().cards[0]?.review).toMatchObject({ by: '刘芳' })
    ask(desk(), 'card.withdrawReview', { card: 'gas', base: [...(card()?.tips ?? [])], reason: '电话换了' })
    expect(card()?.review).toBeNull()
  })
})
