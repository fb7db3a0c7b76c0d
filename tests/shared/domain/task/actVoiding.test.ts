import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import type { Body } from '../../../../shared/domain/kinds.ts'
import { voidedTogether } from '../../../../shared/domain/task/actVoiding.ts'
import { taskClocks } from '../../../../shared/domain/task/clocks.ts'
import { isFailed, type RingOutcome } from '../../../../shared/domain/task/rings.ts'
import { REPORTED_STEPS, type ReportedStep } from '../../../../shared/domain/task/steps.ts'
import { type Task, taskAggregate } from '../../../../shared/domain/task/task.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const T0 = 1_800_000_000_000
const MINUTE = 60_000
const team = { kind: 'team', id: 'team-1', name: '镇应急救援队' } as const
const about = {
  task: { id: 'task-1', no: '0714-A01', title: '转移二组群众' },
  recipient: team,
  urgency: 'life-safety',
} as const
const callee = { name: '王建军', phone: '13900000001', post: 'leader', title: '队长' } as const
const issued: Body<'task.issued'> = {
  ...{ no: '0714-A01', title: '转移二组群众', detail: '', to: team, at: T0, means: 'phone', urgency: 'life-safety' },
  dueAt: T0 + 30 * MINUTE,
  acknowledge: { rule: 'task.acknowledge', rulesHash: '', minutes: 5, dueAt: T0 + 5 * MINUTE },
}
const said = (minute: number) => ({ ...about, at: T0 + minute * MINUTE, by: '王建军', means: 'phone' as const })

function begin(): History {
  const history = makeHistory('task-1')
  history.add('task.issued', issued)
  return history
}
const fold = ({ events }: Pick<History, 'events'>): Task => foldEntity(taskAggregate, 'task-1', events).state
const step = (history: History, name: ReportedStep, minute: number) =>
  history.add('task.progressed', { ...said(minute), step: name, skipped: [] })
function ring(history: History, outcome: RingOutcome, minute: number): string {
  const made = history.add('task.rung', { ...about, callee, outcome, at: T0 + minute * MINUTE })
  if (outcome === 'repeated') step(history, 'received', minute)
  return made
}
function takeBack(history: History, version: string, reason = '按错了键'): Task {
  history.add('task.actVoided', { ...about, acts: [...voidedTogether(fold(history), version)], reason })
  return fold(history)
}
const standing = ({ status, reported, answeredAt, endedAt }: Task) => ({ status, reported, answeredAt, endedAt })

it('a call noted as repeated back by mistake takes its 收到 along: the clock of the answer runs again', () => {
  const history = begin()
  const made = ring(history, 'repeated', 2)
  expect(fold(history).status).toBe('received')
  const state = takeBack(history, made)
  expect(standing(state)).toEqual({ status: 'issued', reported: [], answeredAt: null, endedAt: null })
  expect(taskClocks(state).find(({ clock }) => clock === 'acknowledge')?.stoppedAt).toBeNull()
  expect([...state.rings, ...state.acts].map(({ voided }) => voided && `${voided.by.name} ${voided.reason}`)).toEqual([
    '王芳 按错了键',
    null,
    '王芳 按错了键',
  ])
})

it('taking the 收到 back takes the call along that recorded it, not another one', () => {
  const history = begin()
  ring(history, 'noAnswer', 1)
  ring(history, 'repeated', 2)
  const received = fold(history).acts.at(-1)?.writer.version ?? ''
  expect(takeBack(history, received).rings.map(({ voided }) => voided !== null)).toEqual([false, true])
})

it('a call that failed by mistake only is no failed call', () => {
  const history = begin()
  const made = ring(history, 'noAnswer', 1)
  expect(fold(history).rings.map(isFailed)).toEqual([true])
  expect(takeBack(history, made).rings.map(isFailed)).toEqual([false])
})

it('the steps after one that was taken back stand, and it is 未报 until somebody reports it', () => {
  const history = begin()
  const received = step(history, 'received', 1)
  step(history, 'arrived', 9)
  const state = takeBack(history, received)
  expect([state.status, state.acts.map(({ act, effect, skipped }) => [act, effect, ...skipped])]).toEqual([
    'arrived',
    [
      ['issued', 'moved'],
      ['received', 'none'],
      ['arrived', 'moved', 'received', 'departed'],
    ],
  ])
  step(history, 'received', 3)
  expect(fold(history).acts.at(-1)?.effect).toBe('filled')
})

it('of two consoles that reported the same step the other one counts when the first is taken back', () => {
  const history = begin()
  const first = step(history, 'received', 1)
  history.add('task.progressed', { ...said(4), step: 'received', skipped: [] }, { origin: 'd-b', sees: [] })
  expect(fold(history).acts.map(({ effect }) => effect)).toEqual(['moved', 'moved', 'none'])
  expect(standing(takeBack(history, first))).toMatchObject({ status: 'received', answeredAt: T0 + 4 * MINUTE })
})

it('a task called off by mistake goes on; what was ordered is not taken back so, nor anything twice', () => {
  const history = begin()
  step(history, 'departed', 3)
  const off = history.add('task.cancelled', { ...about, at: T0 + 4 * MINUTE, means: 'phone', reason: '已有人去' })
  expect(fold(history).status).toBe('cancelled')
  expect(standing(takeBack(history, off))).toMatchObject({ status: 'departed', endedAt: null })
  expect(voidedTogether(fold(history), off)).toEqual([])
  expect(voidedTogether(fold(history), fold(history).acts[0]?.writer.version ?? '')).toEqual([])
})

it('whoever checked a task is no longer against the rule once it is taken back that they reported it done', () => {
  const history = begin()
  const done = step(history, 'completed', 5)
  step(history, 'verified', 6)
  const checked = ({ acts }: Task) => acts.findLast(({ act }) => act === 'verified')?.selfVerified
  expect([checked(fold(history)), checked(takeBack(history, done))]).toEqual([true, false])
})

type Said = ReportedStep | 'returned' | 'cancelled' | 'reissued' | 'ring'
const anything = fc.constantFrom<Said>(...REPORTED_STEPS, 'returned', 'cancelled', 'reissued', 'ring')

function say(history: History, what: Said, minute: number): void {
  const at = T0 + minute * MINUTE
  if (what === 'ring') ring(history, minute % 2 ? 'repeated' : 'noAnswer', minute)
  else if (what === 'reissued')
    history.add('task.reissued', { ...about, to: team, at, means: 'phone', dueAt: null, reason: '改派' })
  else if (what === 'returned') history.add('task.returned', { ...said(minute), reason: '过不去' })
  else if (what === 'cancelled') history.add('task.cancelled', { ...about, at, means: 'phone', reason: '不用了' })
  else step(history, what, minute)
}

it('whatever is taken back, the task stands as if it had never been said', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 12 }), fc.nat(), (story, pick) => {
      const history = begin()
      for (const [minute, what] of story.entries()) say(history, what, minute)
      const before = fold(history)
      const voidable = [...before.acts, ...before.rings]
        .map(({ writer }) => voidedTogether(before, writer.version))
        .filter((acts) => acts.length > 0)
      const acts = voidable[pick % Math.max(1, voidable.length)]
      fc.pre(acts !== undefined)
      history.add('task.actVoided', { ...about, acts: [...(acts ?? [])], reason: '记错了' })
      const gone = new Set(acts?.map(({ of }) => of))
      const without = fold({
        events: history.events.filter(({ version, kind }) => !gone.has(version) && kind !== 'task.actVoided'),
      })
      const after = fold(history)
      const story0 = (one: Task) =>
        one.acts
          .filter(({ voided }) => !voided)
          .map(({ act, effect, skipped, selfVerified }) => [act, effect, skipped, selfVerified])
      expect([standing(after), story0(after)]).toEqual([standing(without), story0(without)])
    }),
  )
})
