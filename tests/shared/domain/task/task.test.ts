import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '../../../../shared/domain/event.ts'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import type { Body } from '../../../../shared/domain/kinds.ts'
import { laneOf } from '../../../../shared/domain/lane.ts'
import { REPORTED_STEPS } from '../../../../shared/domain/task/steps.ts'
import { type Task, taskAggregate } from '../../../../shared/domain/task/task.ts'
import { taskValues } from '../../../../shared/domain/task/values.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const T0 = 1_800_000_000_000
const MINUTE = 60_000
const team = { kind: 'team', id: 'team-1', name: '镇应急救援队' } as const
const village = { kind: 'village', id: 'village-2', name: '李家湾村' } as const
const task = { id: 'task-1', no: '0714-A01', title: '转移二组群众' }
const about = { task, recipient: team, urgency: 'life-safety' } as const

const issued: Body<'task.issued'> = {
  no: task.no,
  title: task.title,
  detail: '先转移坡脚三户',
  to: team,
  at: T0,
  means: 'phone',
  dueAt: T0 + 30 * MINUTE,
  urgency: 'life-safety',
}

function step(step: (typeof REPORTED_STEPS)[number], minutes: number): Body<'task.progressed'> {
  return { ...about, step, at: T0 + minutes * MINUTE, by: '李建国', means: 'radio', skipped: [] }
}
const reissued: Body<'task.reissued'> = {
  ...about,
  to: village,
  at: T0 + 20 * MINUTE,
  means: 'phone',
  dueAt: T0 + 60 * MINUTE,
  reason: '救援队车辆陷住',
}

function fold({ events }: Pick<History, 'events'>): Task {
  return foldEntity(taskAggregate, 'task-1', events).state
}
function story({ acts }: Task): readonly string[] {
  return acts.map(({ act, effect, concurrent }) => `${act} ${effect}${concurrent ? ' concurrent' : ''}`)
}

describe('a task', () => {
  it('goes its way step by step', () => {
    const history = makeHistory('task-1')
    history.add('task.issued', issued)
    for (const [index, name] of REPORTED_STEPS.entries()) history.add('task.progressed', step(name, index + 1))
    const state = fold(history)
    expect(state).toMatchObject({ status: 'verified', answeredAt: T0 + MINUTE, endedAt: T0 + 4 * MINUTE, stub: null })
    expect(story(state)).toEqual(['issued moved', ...REPORTED_STEPS.map((name) => `${name} moved`)])
    expect(state.acts[1]).toMatchObject({ by: '李建国', means: 'radio', at: T0 + MINUTE, writer: { name: '王芳' } })
  })

  it('keeps a step jumped over as not reported, until somebody reports it after all', () => {
    const history = makeHistory('task-1')
    history.add('task.issued', issued)
    history.add('task.progressed', step('arrived', 25))
    expect(fold(history).acts[1]?.skipped).toEqual(['received', 'departed'])
    history.add('task.progressed', step('received', 3))
    const state = fold(history)
    expect(state.status).toBe('arrived')
    expect(state.answeredAt).toBe(T0 + 3 * MINUTE)
    expect(state.acts[1]?.skipped).toEqual(['departed'])
    expect(story(state)).toEqual(['issued moved', 'arrived moved', 'received filled'])
  })

  it('is handed back, and given to another with a new time', () => {
    const history = makeHistory('task-1')
    history.add('task.issued', issued)
    history.add('task.returned', { ...about, at: T0 + 5 * MINUTE, by: '李建国', means: 'phone', reason: '车辆陷住' })
    expect(fold(history)).toMatchObject({ status: 'returned', answeredAt: T0 + 5 * MINUTE, endedAt: T0 + 5 * MINUTE })
    history.add('task.reissued', reissued)
    const state = fold(history)
    expect(state).toMatchObject({ status: 'issued', reported: [], answeredAt: null, endedAt: null })
    expect(taskValues(state)).toMatchObject({ to: village, dueAt: T0 + 60 * MINUTE, title: task.title })
    expect(state.acts.at(-1)?.note).toBe('救援队车辆陷住')
  })

  it('takes the earlier of two consoles reporting the same step, and keeps the other as without effect', () => {
    const history = makeHistory('task-1')
    const first = history.add('task.issued', issued)
    history.add('task.progressed', step('received', 1), { origin: 'd-a', sees: [first] })
    history.add('task.progressed', step('received', 2), { origin: 'd-b', sees: [first] })
    expect(story(fold(history))).toEqual(['issued moved', 'received moved', 'received none concurrent'])
  })

  it.each([
    ['the report is later', 10, 20],
    ['the report is earlier', 20, 10],
  ])('stays called off when another console, not knowing, reports a step and %s', (_, cancelled, arrived) => {
    const history = makeHistory('task-1')
    const first = history.add('task.issued', issued, { at: T0 })
    history.add(
      'task.cancelled',
      { ...about, at: T0, means: 'phone', reason: '险情解除' },
      { sees: [first], at: T0 + cancelled },
    )
    history.add('task.progressed', step('arrived', 9), { origin: 'd-b', sees: [first], at: T0 + arrived })
    expect(fold(history).status).toBe('cancelled')
  })

  it('does not move the new round by what was reported of the old one', () => {
    const history = makeHistory('task-1')
    const first = history.add('task.issued', issued)
    const again = history.add('task.reissued', reissued, { sees: [first] })
    history.add('task.progressed', step('arrived', 9), { origin: 'd-b', sees: [first] })
    expect(fold(history)).toMatchObject({ status: 'issued', answeredAt: null })
    history.add('task.progressed', step('arrived', 30), { origin: 'd-b', sees: [again] })
    expect(fold(history).status).toBe('arrived')
  })

  it('shows what later events say until the task itself arrives', () => {
    const whole = makeHistory('task-1')
    whole.add('task.issued', issued)
    whole.add('task.progressed', step('received', 1))
    const late = fold({ events: whole.events.slice(1) })
    expect(late).toMatchObject({ no: '0714-A01', status: 'received', stub: { title: task.title, recipient: team } })
    expect(taskValues(late)).toMatchObject({ title: task.title, to: team, urgency: 'life-safety', dueAt: null })
    expect(fold(whole).stub).toBeNull()
  })

  it('keeps both of two corrections made without sight of each other', () => {
    const history = makeHistory('task-1')
    const first = history.add('task.issued', issued)
    const correct = (title: string, origin: string) =>
      history.add('task.corrected', { ...about, set: { title }, reason: '写错组名' }, { origin, sees: [first] })
    correct('转移三组群众', 'd-a')
    correct('转移四组群众', 'd-b')
    expect(fold(history).fields.title).toMatchObject({ value: '转移四组群众', rivals: [{ value: '转移三组群众' }] })
  })

  it('is hidden and brought back, never erased', () => {
    const history = makeHistory('task-1')
    history.add('task.issued', issued)
    history.add('task.voided', { reason: '重复下达' })
    expect(fold(history).voided?.reason).toBe('重复下达')
    history.add('task.restored', { reason: '不是重复' })
    expect(fold(history).voided).toBeNull()
  })
})

it('sends what lives hang on in lane 0, other tasks in lane 1, paperwork in lane 2', () => {
  expect(laneOf('task.issued', issued)).toBe(0)
  expect(laneOf('task.progressed', { ...step('received', 1), urgency: 'ordinary' })).toBe(1)
  expect(laneOf('task.lateExplained', { ...about, clock: 'due', dueAt: T0, reason: '路断' })).toBe(2)
})

const act = fc.record({
  kind: fc.constantFrom('step', 'return', 'cancel', 'reissue', 'correct', 'note', 'void', 'restore'),
  step: fc.constantFrom(...REPORTED_STEPS),
  origin: fc.constantFrom('d-a', 'd-b', 'd-c'),
  minutes: fc.integer({ min: -30, max: 30 }),
  blind: fc.array(fc.nat(20), { maxLength: 6 }),
})

it('comes to the same state in whatever order its events arrive', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 9 }), fc.infiniteStream(fc.nat()), (acts, dice) => {
      const history = makeHistory('task-1')
      history.add('task.issued', issued)
      for (const { kind, step: name, origin, minutes, blind } of acts) {
        const known = history.events.filter((_, index) => !blind.includes(index)).map(({ version }) => version)
        const how = { origin, sees: known, at: T0 + minutes * MINUTE }
        const at = T0 + minutes * MINUTE
        if (kind === 'step') history.add('task.progressed', step(name, minutes), how)
        else if (kind === 'return')
          history.add('task.returned', { ...about, at, by: '', means: 'phone', reason: '无法前往' }, how)
        else if (kind === 'cancel') history.add('task.cancelled', { ...about, at, means: 'phone', reason: '解除' }, how)
        else if (kind === 'reissue') history.add('task.reissued', { ...reissued, at }, how)
        else if (kind === 'correct')
          history.add('task.corrected', { ...about, set: { title: `改${minutes}` }, reason: '更正' }, how)
        else if (kind === 'note') history.add('task.noted', { ...about, at, text: '路上有积水' }, how)
        else history.add(kind === 'void' ? 'task.voided' : 'task.restored', { reason: '核对' }, how)
      }
      const shuffled = shuffle(history.events, dice)
      expect(fold({ events: shuffled })).toEqual(fold(history))
    }),
  )
})

function shuffle(events: readonly DomainEvent[], dice: Iterator<number>): readonly DomainEvent[] {
  return events
    .map((event) => ({ event, key: Number(dice.next().value) }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event)
}
