import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readClockRules } from '../../../electron/alarms/clockRules.ts'
import { issueTasks } from '../../../electron/commands/task.ts'
import {
  cancelTask,
  correctTask,
  noteTask,
  progressTask,
  reissueTask,
  restoreTask,
  returnTask,
  voidTask,
} from '../../../electron/commands/taskActs.ts'
import { readLogPage } from '../../../electron/store/repositories/logLines.ts'
import { readTaskDetail, readTasks } from '../../../electron/store/repositories/tasks.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { makeForeignDevice } from '../../support/foreignDevice.ts'

const { amberFrom } = readClockRules()

const MINUTE = 60_000
const team = { kind: 'team', id: 'team-1', name: '镇应急救援队', phone: '13900000001' } as const
const village = { kind: 'village', id: 'village-1', name: '李家湾村' } as const
const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾后山滑坡' }

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const now = () => test.clock.now()
const detail = (id: string) => {
  const found = readTaskDetail(context().store.db, id, amberFrom)
  if (!found) throw new Error('no such task')
  return found
}

function issue(more: Partial<Parameters<typeof issueTasks>[1]> = {}): string {
  const [task] = issueTasks(context(), {
    title: '转移坡脚三户',
    detail: '',
    to: [team],
    at: now(),
    means: 'phone',
    dueAt: now() + 30 * MINUTE,
    urgency: 'life-safety',
    ...more,
  })
  return task?.id ?? ''
}

/** Does it as the page would: naming the versions on screen. */
function progress(id: string, step: 'received' | 'arrived' | 'completed' | 'verified', note?: string): void {
  const said = { at: now(), by: '', means: 'radio', ...(note ? { note } : {}) } as const
  progressTask(context(), { id, base: [...detail(id).tips], step, ...said })
}
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'done'
}

describe('giving a task', () => {
  it('writes down who was told what, when and by whom, with the limit of the rule as it stood', () => {
    const id = issue({ incident, authority: '刘芳' })
    expect(detail(id)).toMatchObject({
      row: {
        no: '0714-A01',
        status: 'issued',
        open: true,
        recipient: { id: 'team-1', name: '镇应急救援队' },
        incident,
        known: true,
      },
      values: {
        authority: '刘芳',
        to: team,
        acknowledge: { rule: 'task.acknowledge.life-safety', minutes: 5, dueAt: now() + 5 * MINUTE },
      },
      acts: [{ act: 'issued', effect: 'moved', by: '张伟', means: 'phone', recipient: team }],
    })
  })

  it('gives one task a recipient in one act, each with its number', () => {
    const tasks = issueTasks(context(), {
      title: '逐户叫醒',
      detail: '',
      to: [village, { ...village, id: 'village-2', name: '王家坪村' }],
      at: now(),
      means: 'phone',
      dueAt: null,
      urgency: 'ordinary',
    })
    expect(tasks.map(({ no }) => no)).toEqual(['0714-A01', '0714-A02'])
    expect(
      issueTasks(context(), {
        title: '再叫',
        detail: '',
        to: [village],
        at: now(),
        means: 'phone',
        dueAt: null,
        urgency: 'ordinary',
      })[0]?.no,
    ).toBe('0714-A03')
  })

  it('takes 收到 along when it was said at once', () => {
    const id = issue({ receivedBy: '李建国' })
    expect(detail(id)).toMatchObject({
      row: { status: 'received', answeredAt: now() },
      acts: [{ act: 'issued' }, { act: 'received', by: '李建国', means: 'phone' }],
    })
  })

  it('shows in the timelines of its incident and of whom it was given to', () => {
    const id = issue({ incident })
    progress(id, 'received')
    const kinds = (subject: string) =>
      readLogPage(context().store.db, '', { filter: { subject }, before: null, limit: 10 }).lines.map(
        ({ kind }) => kind,
      )
    expect(kinds(incident.id)).toEqual(['task.progressed', 'task.issued'])
    expect(kinds(team.id)).toEqual(['task.progressed', 'task.issued'])
  })

  it('is not found by the name or phone of a private person', () => {
    issue({ to: [{ kind: 'person', id: 'person-9', name: '李建国', phone: '13700000009' }] })
    const found = (text: string) =>
      readLogPage(context().store.db, '', { filter: { text }, before: null, limit: 10 }).lines.length
    expect([found('坡脚三户'), found('李建国'), found('13700000009')]).toEqual([1, 0, 0])
  })

  it.each([
    ['a time to come', { at: 10 * MINUTE }, 'task.timeInFuture'],
    ['a due time before it was said', { at: -MINUTE, dueAt: -2 * MINUTE }, 'task.dueTooEarly'],
  ])('refuses %s', (_, { at, dueAt }: { at: number; dueAt?: number }, code) => {
    const times = { at: now() + at, dueAt: dueAt === undefined ? null : now() + dueAt }
    expect(refusal(() => issue(times))).toBe(code)
    expect(readTasks(context().store.db, { view: 'all' }, 10, amberFrom).rows).toEqual([])
  })

  it('asks to sign in first, and writes nothing', () => {
    context().session.signOut()
    expect(refusal(() => issue())).toBe('session.signInFirst')
    expect(readTasks(context().store.db, { view: 'all' }, 10, amberFrom).rows).toEqual([])
  })
})

it('says from when on time is running out', () => {
  const id = issue({ dueAt: now() + 40 * MINUTE })
  expect(detail(id).row.amberAt).toBe(now() + 30 * MINUTE)
  expect(detail(issue({ dueAt: null })).row.amberAt).toBeNull()
})

describe('what becomes of a task', () => {
  it('moves step by step; a step jumped over can be reported after all; who reported it is the recipient when nobody is named', () => {
    const id = issue()
    test.clock.advance(10 * MINUTE)
    progress(id, 'arrived', '桥已冲毁，绕行到场')
    expect(detail(id).acts[1]).toMatchObject({
      act: 'arrived',
      by: '镇应急救援队',
      note: '桥已冲毁，绕行到场',
      skipped: ['received', 'departed'],
    })
    progress(id, 'received')
    expect(detail(id).row).toMatchObject({ status: 'arrived', unreported: 1, ineffective: 0 })
    progress(id, 'completed')
    progress(id, 'verified')
    expect(detail(id).row).toMatchObject({ status: 'verified', open: false, endedAt: now() })
    // 核销 is our own act.
    expect(detail(id).acts.at(-1)?.by).toBe('张伟')
  })

  it('refuses a step that was reported already, and any step of a task handed back', () => {
    const id = issue()
    progress(id, 'received')
    expect(refusal(() => progress(id, 'received'))).toBe('task.stepTaken')
    returnTask(context(), { id, base: [...detail(id).tips], at: now(), by: '', means: 'phone', reason: '车辆陷住' })
    expect(refusal(() => progress(id, 'arrived'))).toBe('task.stopped')
    expect(detail(id).row).toMatchObject({ status: 'returned', open: false })
  })

  it('is given to another with a new time, and its first limit with it', () => {
    const id = issue()
    const base = [...detail(id).tips]
    reissueTask(context(), {
      id,
      base,
      to: village,
      at: now(),
      means: 'phone',
      dueAt: now() + 60 * MINUTE,
      reason: '救援队到不了',
    })
    expect(detail(id)).toMatchObject({
      row: {
        status: 'issued',
        recipient: { name: '李家湾村' },
        dueAt: now() + 60 * MINUTE,
        acknowledgeBy: now() + 5 * MINUTE,
      },
    })
  })

  it('is called off, once', () => {
    const id = issue()
    const cancel = () =>
      cancelTask(context(), { id, base: [...detail(id).tips], at: now(), means: 'phone', reason: '险情解除' })
    cancel()
    expect(refusal(cancel)).toBe('task.cannotCancel')
    const verified = issue()
    progress(verified, 'verified')
    expect(
      refusal(() => cancelTask(context(), { id: verified, base: [], at: now(), means: 'phone', reason: '解除' })),
    ).toBe('task.cannotCancel')
  })

  it('is corrected, noted, hidden and brought back', () => {
    const id = issue({ urgency: 'ordinary' })
    correctTask(context(), {
      id,
      base: [...detail(id).tips],
      set: { urgency: 'life-safety', dueAt: null },
      reason: '确认有人被困',
    })
    noteTask(context(), { id, base: [...detail(id).tips], text: '路上有积水', by: '李建国' })
    expect(detail(id)).toMatchObject({
      values: { urgency: 'life-safety', dueAt: null },
      notes: [{ text: '路上有积水', by: '李建国' }],
    })
    expect(laneOfLast('task.corrected')).toBe(0)
    voidTask(context(), { id, base: [...detail(id).tips], reason: '重复' })
    expect(refusal(() => progress(id, 'received'))).toBe('task.voided')
    expect(readTasks(context().store.db, { view: 'active' }, 10, amberFrom).rows).toEqual([])
    restoreTask(context(), { id, base: [...detail(id).tips], reason: '不重复' })
    expect(refusal(() => restoreTask(context(), { id, base: [], reason: '再' }))).toBe('task.notVoided')
    progress(id, 'received')
    expect(detail(id).row).toMatchObject({ status: 'received', voided: false })
  })

  it('names what was set at the same time at another console', () => {
    const id = issue()
    const base = [...detail(id).tips]
    correctTask(context(), { id, base, set: { title: '转移坡脚四户' }, reason: '更正' })
    const other = makeForeignDevice({ origin: `d${'1'.repeat(30)}`, scope: '510124103' }, () => now() + MINUTE)
    const about = {
      task: { id, no: '0714-A01', title: '转移坡脚三户' },
      recipient: team,
      urgency: 'life-safety' as const,
    }
    const body = { ...about, set: { title: '转移坡脚五户' }, reason: '更正' }
    const author = { person: 'person-8', name: '赵强', role: 'dutyOfficer' }
    context().store.applyRemote([other({ kind: 'task.corrected', entity: id, lane: 0, body, base, author })])
    expect(detail(id)).toMatchObject({
      values: { title: '转移坡脚五户' },
      rivals: [{ field: 'title', value: '转移坡脚四户', by: '张伟' }],
    })
  })
})

function laneOfLast(kind: string): number | undefined {
  return context()
    .store.db.prepare<[string], { lane: number }>('SELECT lane FROM event WHERE kind = ? ORDER BY id DESC')
    .get(kind)?.lane
}
