import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explainAlarm } from '../../../../electron/commands/alarm.ts'
import { issueTasks } from '../../../../electron/commands/task.ts'
import { readLogPage } from '../../../../electron/store/repositories/logLines.ts'
import { stepsOf } from '../../../../shared/domain/card/card.ts'
import { standingOf } from '../../../../shared/domain/response/course.ts'
import { markOf } from '../../../../shared/domain/response/readResponse.ts'
import { ask } from '../../../support/ask.ts'
import type { TestDesk } from '../../../support/deskFixture.ts'
import { refusalOf } from '../../../support/refusalOf.ts'
import { openRespondedIncident, respondingOf } from '../../../support/respondedIncident.ts'

const MINUTE = 60_000
let test: TestDesk
let incident: string
let head: string
const { now, desk, board, response, start, mark, on } = respondingOf(() => ({ test, incident, head }))

beforeEach(() => {
  ;({ test, incident, head } = openRespondedIncident())
})
afterEach(() => test.desk.close())

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
    expect(refusalOf(() => mark('drain', { state: 'notApplicable' }))).toBe('response.reasonMissing')
    mark('drain', { state: 'notApplicable', reason: '山上独户' })
    expect(refusalOf(() => mark('nothing'))).toBe('response.unknownStep')
    mark('drain', { state: 'open', reason: '楼下有地窖' })
    expect(markOf(response(), 'gas', 'drain')).toMatchObject({ state: 'open', note: '楼下有地窖' })
    expect(refusalOf(() => mark('drain', { state: 'open', reason: '再来' }))).toBe('response.stepUnchanged')
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
    expect(refusalOf(() => choose('buildingCollapse', true))).toBe('response.cardUnchanged')
    expect(refusalOf(() => choose('gas', false))).toBe('response.reasonMissing')
    choose('gas', false, '已确认不是燃气')
    expect(board().cards.map(({ card }) => card.id)).toEqual(['buildingCollapse'])
  })
})
