import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import type { Body } from '../../../../shared/domain/kinds.ts'
import { standingOf } from '../../../../shared/domain/response/course.ts'
import {
  commanderOf,
  levelOf,
  markOf,
  openHelp,
  outcomeOf,
  responseClocks,
  rivalCommanders,
} from '../../../../shared/domain/response/readResponse.ts'
import { type Response, responseAggregate } from '../../../../shared/domain/response/response.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const T0 = 1_800_000_000_000
const MINUTE = 60_000
const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾村山洪' }
const authority = { id: 'p1', name: '陈国平', role: 'townshipHead' as const, means: 'phone' as const, at: T0 }
const head = { id: 'p1', name: '陈国平', post: '镇长' }
const deputy = { name: '王建设', post: '副县长' }
const started: Body<'response.started'> = {
  incident,
  at: T0,
  level: 'four',
  authority,
  commander: head,
  since: T0 - 5 * MINUTE,
  firstHalfHour: { rule: 'response.firstHalfHour', rulesHash: 'x', minutes: 30, dueAt: T0 + 25 * MINUTE },
}
const ended: Body<'response.ended'> = { incident, at: T0 + 90 * MINUTE, authority, reason: '水位回落' }
const said = { at: T0, by: '王建设', means: 'phone' as const }

function fold({ events }: Pick<History, 'events'>): Response {
  return foldEntity(responseAggregate, 'response-incident-1', events).state
}
function running(): History {
  const history = makeHistory('response-incident-1')
  history.add('response.started', started)
  return history
}

describe('a response', () => {
  it('begins with level, commander and the limit of the first half hour', () => {
    const state = fold(running())
    expect(standingOf(state.course)).toBe('running')
    expect([levelOf(state)?.level, commanderOf(state)?.name, state.incident]).toEqual(['four', '陈国平', incident])
    expect(responseClocks(state)).toEqual([
      { clock: 'firstHalfHour', dueAt: T0 + 25 * MINUTE, stoppedAt: null, explained: false },
    ])
  })

  it('of two starts made without sight of each other one holds, the other stays visible as 未生效', () => {
    const history = running()
    history.add(
      'response.started',
      { ...started, level: 'one', commander: deputy },
      { origin: 'd-b', sees: [], at: T0 + 2_000_000 },
    )
    const state = fold(history)
    expect(state.course.runs).toHaveLength(1)
    expect(state.course.ineffective).toMatchObject([{ what: 'started', by: { origin: 'd-b' } }])
    expect([levelOf(state)?.level, commanderOf(state)?.name]).toEqual(['four', '陈国平'])
  })

  it('can be started again after its end, with its first run kept', () => {
    const history = running()
    history.add('response.ended', ended)
    expect(standingOf(fold(history).course)).toBe('ended')
    history.add('response.started', { ...started, at: T0 + 120 * MINUTE, level: 'two' })
    const state = fold(history)
    expect([standingOf(state.course), state.course.runs.length, levelOf(state)?.level]).toEqual(['running', 2, 'two'])
  })

  it('an end whose author did not know of the run it would end changes nothing', () => {
    const history = running()
    const first = history.add('response.ended', ended)
    history.add('response.started', { ...started, at: T0 + 120 * MINUTE })
    const [start] = history.events
    history.add('response.ended', ended, { origin: 'd-b', sees: [start?.version ?? '', first] })
    const state = fold(history)
    expect(standingOf(state.course)).toBe('running')
    expect(state.course.ineffective).toMatchObject([{ what: 'ended' }])
  })

  it('command passes only when the other side has accepted; the first answer counts', () => {
    const history = running()
    const offer = { incident, transfer: 't1', at: T0, from: head, to: deputy, means: 'radio' as const }
    history.add('response.commandOffered', offer)
    expect(commanderOf(fold(history))?.name).toBe('陈国平')
    history.add('response.commandAccepted', { incident, transfer: 't1', to: deputy, ...said })
    history.add('response.commandDeclined', { incident, transfer: 't1', to: deputy, ...said, reason: '晚到' })
    const state = fold(history)
    expect(commanderOf(state)).toEqual(deputy)
    expect(state.handovers).toMatchObject([{ id: 't1', answer: { accepted: true } }])
  })

  it('two who take command at once are both seen', () => {
    const history = running()
    const [start] = history.events
    const sees = [start?.version ?? '']
    const third = { name: '周敏', post: '副镇长' }
    history.add('response.commandAccepted', { incident, transfer: 't1', to: deputy, ...said }, { sees })
    history.add('response.commandAccepted', { incident, transfer: 't2', to: third, ...said }, { origin: 'd-b', sees })
    const state = fold(history)
    expect([commanderOf(state)?.name, ...rivalCommanders(state).map(({ name }) => name)].sort()).toEqual(
      ['周敏', '王建设'].sort(),
    )
  })

  it('runs on when a tick was taken back, and stops when all is settled again', () => {
    const history = running()
    history.add('response.stepsCompleted', { incident, at: T0 + 20 * MINUTE, steps: 9 })
    history.add('response.stepsReopened', { incident, at: T0 + 22 * MINUTE, steps: 1 })
    expect(responseClocks(fold(history))[0]?.stoppedAt).toBeNull()
    history.add('response.stepsCompleted', { incident, at: T0 + 40 * MINUTE, steps: 9 })
    expect(responseClocks(fold(history))[0]?.stoppedAt).toBe(T0 + 40 * MINUTE)
  })

  it('stops its clock once', () => {
    const history = running()
    history.add('response.stepsCompleted', { incident, at: T0 + 20 * MINUTE, steps: 9 })
    history.add('response.stepsCompleted', { incident, at: T0 + 40 * MINUTE, steps: 9 })
    expect(responseClocks(fold(history))[0]?.stoppedAt).toBe(T0 + 20 * MINUTE)
  })

  it('keeps of a step what was said last, with whom it came from', () => {
    const history = running()
    const step = { incident, card: { id: 'gas', version: 2, title: '燃气' }, step: 'valve', text: '关阀', at: T0 }
    history.add('response.stepMarked', { ...step, state: 'done', by: '李建国', means: 'phone' })
    history.add('response.stepMarked', { ...step, state: 'open', by: '张伟', reason: '弄错了一户' })
    expect(markOf(fold(history), 'gas', 'valve')).toEqual({
      state: 'open',
      at: T0,
      by: '张伟',
      means: null,
      tasks: [],
      note: '弄错了一户',
      text: '关阀',
      version: 2,
      undone: { state: 'done', at: T0, by: '李建国' },
      settled: null,
    })
    expect(markOf(fold(history), 'gas', 'power')).toBeNull()
  })

  it('waits for help until it is there, declined or no longer needed', () => {
    const history = running()
    const asked = {
      incident,
      help: 'h1',
      from: '县应急局',
      what: '冲锋舟',
      person: '',
      at: T0,
      means: 'phone' as const,
    }
    history.add('response.helpRequested', asked)
    expect(openHelp(fold(history)).map(outcomeOf)).toEqual([null])
    const answer = { incident, help: 'h1', from: '县应急局', note: '', ...said }
    history.add('response.helpAnswered', { ...answer, outcome: 'agreed' })
    expect(openHelp(fold(history)).map(outcomeOf)).toEqual(['agreed'])
    history.add('response.helpAnswered', { ...answer, outcome: 'arrived' })
    expect(openHelp(fold(history))).toEqual([])
  })

  it('comes to the same state whatever order its events arrive in', () => {
    const history = running()
    const [start] = history.events
    const sees = [start?.version ?? '']
    history.add('response.ended', ended, { origin: 'd-b', sees })
    history.add('response.commandAccepted', { incident, transfer: 't1', to: deputy, ...said }, { sees })
    history.add('response.started', { ...started, level: 'one' }, { origin: 'd-b' })
    history.add('response.levelChanged', { incident, at: T0, level: 'three', authority, reason: '扩大' }, { sees })
    const whole = fold(history)
    fc.assert(
      fc.property(fc.shuffledSubarray([...history.events], { minLength: history.events.length }), (events) => {
        expect(fold({ events })).toEqual(whole)
      }),
    )
  })
})
