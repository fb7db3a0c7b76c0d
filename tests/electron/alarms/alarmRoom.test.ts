import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlarms, explainAlarm } from '../../../electron/commands/alarm.ts'
import { acknowledgeOrder, replyToOrder } from '../../../electron/commands/order.ts'
import { issueTasks } from '../../../electron/commands/task.ts'
import { progressTask } from '../../../electron/commands/taskActs.ts'
import { readState } from '../../../electron/store/projections/entityState.ts'
import { type County, makeCounty } from '../../support/county.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../support/deskFixture.ts'
import { createWorld, type World } from '../../support/world.ts'

const MINUTE = 60_000
const team = { kind: 'team', id: 'team-1', name: '镇应急救援队' } as const

/** A desk under simulated time; `skew` is how far its wall clock was moved besides. */
let world: World
let skew: number
let test: TestDesk
let county: County
let told: string[]

beforeEach(() => {
  world = createWorld(1)
  skew = 0
  told = []
  const clock = { now: () => world.clock.now() + skew, set: () => undefined, advance: world.advance }
  const alarmHost = {
    onAlarmActive: (active: boolean) => told.push(active ? 'sounds' : 'silent'),
    onClockRunning: (running: boolean) => told.push(running ? 'runs' : 'stopped'),
  }
  test = openTestDesk({ clock, timer: world.clock, alarmHost })
  county = makeCounty('510124103', clock.now)
  test.desk.onChange(({ topics }) => topics.includes('alarm') && told.push('page'))
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const now = () => context().now()
const alarms = () => test.desk.alarms.read().alarms
const show = () =>
  alarms().map(({ kind, stage, sounding, wantsReason }) =>
    [kind, stage, ...(sounding ? ['sounds'] : []), ...(wantsReason ? ['why'] : [])].join(' '),
  )
const hear = () =>
  acknowledgeAlarms(
    context(),
    test.desk.alarms,
    alarms().map(({ id }) => id),
  )
function issue(dueMinutes: number | null, receivedBy?: string): string {
  const dueAt = dueMinutes === null ? null : now() + dueMinutes * MINUTE
  const said = receivedBy ? { receivedBy } : {}
  const [task] = issueTasks(context(), {
    title: '转移坡脚三户',
    detail: '',
    to: [team],
    at: now(),
    means: 'phone',
    dueAt,
    urgency: 'life-safety',
    ...said,
  })
  return task?.id ?? ''
}
function progress(id: string, step: 'received' | 'completed'): void {
  const base = [...(readState(context().store.db, 'task', id)?.tips ?? [])]
  progressTask(context(), { id, base, step, at: now(), by: '', means: 'phone' })
}
function takeTold(): readonly string[] {
  return told.splice(0)
}

describe('a task', () => {
  it('warns before nobody has said 收到 in time, then alarms; both survive a restart', async () => {
    const id = issue(null)
    world.advance(3 * MINUTE)
    expect(show()).toEqual([])
    world.advance(MINUTE)
    expect(show()).toEqual(['task.acknowledge amber sounds'])
    hear()
    await test.desk.close()
    const again = reopenDesk(test.folder, {
      now: () => world.clock.now(),
      set: () => undefined,
      advance: world.advance,
    })
    test = { ...test, desk: again }
    expect(show()).toEqual(['task.acknowledge amber'])
    world.advance(2 * MINUTE)
    expect(show()).toEqual(['task.acknowledge red sounds why'])
    again.context.session.signIn(test.officer)
    progress(id, 'received')
    expect(show()).toEqual(['task.acknowledge red why'])
  })

  it('warns, sounds when its time has passed until somebody has heard it, and asks why', () => {
    const id = issue(40, '李建国')
    world.advance(MINUTE)
    expect([show(), takeTold()]).toEqual([[], ['runs']])
    world.advance(29 * MINUTE)
    expect([show(), takeTold()]).toEqual([['task.due amber sounds'], ['page', 'sounds']])
    hear()
    world.advance(MINUTE)
    expect([show(), takeTold()]).toEqual([['task.due amber'], ['page', 'silent']])
    world.advance(10 * MINUTE)
    expect([show(), takeTold()]).toEqual([['task.due red sounds why'], ['page', 'sounds']])
    hear()
    world.advance(60 * MINUTE)
    expect([show(), takeTold()]).toEqual([['task.due red why'], ['page', 'silent']])
    progress(id, 'completed')
    world.advance(MINUTE)
    expect([show(), takeTold()]).toEqual([['task.due red why'], ['page', 'stopped']])
    const [alarm] = alarms()
    explainAlarm(context(), test.desk.alarms, alarm?.id ?? '', '桥被冲毁，绕行两小时')
    world.advance(MINUTE)
    expect([show(), takeTold()]).toEqual([[], ['page']])
    expect(readState(context().store.db, 'task', id)?.state.late).toMatchObject([
      { clock: 'due', reason: '桥被冲毁，绕行两小时' },
    ])
  })

  it('sounds when nobody has said 收到 within the limit', () => {
    const id = issue(null)
    world.advance(4 * MINUTE)
    hear()
    world.advance(MINUTE)
    expect(show()).toEqual(['task.acknowledge amber'])
    takeTold()
    world.advance(1)
    expect([show(), takeTold()]).toEqual([['task.acknowledge red sounds why'], ['page', 'sounds']])
    progress(id, 'received')
    world.advance(1_000)
    expect([show(), takeTold()]).toEqual([['task.acknowledge red why'], ['page', 'silent', 'stopped']])
  })

  it('is explained while it still runs, and then asks no more', () => {
    const id = issue(10, '李建国')
    world.advance(11 * MINUTE)
    explainAlarm(context(), test.desk.alarms, alarms()[0]?.id ?? '', '夜间无法通行')
    expect(show()).toEqual(['task.due red'])
    progress(id, 'completed')
    expect(show()).toEqual([])
  })

  it('refuses a reason where none is due', () => {
    issue(40, '李建国')
    world.advance(35 * MINUTE)
    const explain = (id: string) => () => explainAlarm(context(), test.desk.alarms, id, '路断')
    expect(explain(alarms()[0]?.id ?? '')).toThrow('alarm.notMissed')
    expect(explain('task-none/due/1')).toThrow('alarm.over')
  })
})

describe('an order of the county', () => {
  it('sounds when it comes, again when nobody signed for it in time, and its answer is watched', () => {
    context().store.applyRemote([county.order({ id: '01', replyBy: now() + 120 * MINUTE })])
    world.advance(1_000)
    expect([show(), takeTold()]).toEqual([['order.acknowledge amber sounds'], ['page', 'sounds', 'runs']])
    hear()
    world.advance(3 * MINUTE)
    expect(show()).toEqual(['order.acknowledge red sounds why'])
    acknowledgeOrder(context(), { id: 'order:01', base: [], by: '' })
    expect(show()).toEqual(['order.acknowledge red why'])
    explainAlarm(context(), test.desk.alarms, alarms()[0]?.id ?? '', '正在接另一起险情电话')
    world.advance(90 * MINUTE)
    expect(show()).toEqual(['order.reply amber sounds'])
    replyToOrder(context(), { id: 'order:01', base: [], by: '', text: '已转移43人。', close: true })
    expect(show()).toEqual([])
  })

  it('writes down who heard it, which silences it at the township’s other consoles too', () => {
    context().store.applyRemote([county.order({ id: '01' })])
    hear()
    const heard = readState(context().store.db, 'order', 'order:01')?.state.heard
    expect(heard).toMatchObject([{ clock: 'acknowledge', stage: 'amber', writer: { name: '张伟' } }])
    context().store.writeLocal((db) => db.prepare('DELETE FROM alarm_heard').run())
    expect(show()).toEqual(['order.acknowledge amber'])
  })

  it('is not silenced by somebody who has not signed in', () => {
    context().store.applyRemote([county.order({ id: '01' })])
    context().session.signOut()
    expect(hear).toThrow('session.signInFirst')
    expect(show()).toEqual(['order.acknowledge amber sounds'])
  })
})

describe('the timer', () => {
  it('is told by the host that the computer slept, and looks again at once', () => {
    issue(10, '李建国')
    world.advance(1_000)
    takeTold()
    skew = 60 * MINUTE
    test.desk.alarms.wake()
    world.advance(1)
    expect(takeTold()).toEqual(['page', 'sounds'])
  })

  it('finds out by itself within half a minute', () => {
    issue(600, '李建国')
    world.advance(1_000)
    takeTold()
    skew = 601 * MINUTE
    world.advance(30_000)
    expect(takeTold()).toEqual(['page', 'sounds'])
  })

  it('is not put off by a stream of changes', () => {
    context().store.applyRemote([county.order({ id: '01' })])
    for (let turn = 0; turn < 30; turn += 1) {
      issue(null)
      world.advance(10)
    }
    expect(takeTold()).toContain('sounds')
  })

  it('does nothing when nothing runs, and nothing after the end', async () => {
    let looks = 0
    const after: typeof world.clock.after = (ms, run) => {
      looks += 1
      return world.clock.after(ms, run)
    }
    const quiet = openTestDesk({ timer: { ...world.clock, after } })
    world.advance(10 * MINUTE)
    expect(looks).toBe(1)
    issueTasks(quiet.desk.context, {
      title: '巡查',
      detail: '',
      to: [team],
      at: quiet.clock.now(),
      means: 'phone',
      dueAt: null,
      urgency: 'ordinary',
    })
    world.advance(10 * MINUTE)
    const before = looks
    expect(before).toBeGreaterThan(1)
    await quiet.desk.close()
    world.advance(10 * MINUTE)
    expect(looks).toBe(before)
  })

  it('sounds again for what nobody had heard, and only that, after a new start', async () => {
    issue(10, '李建国')
    world.advance(11 * MINUTE)
    hear()
    issue(null)
    world.advance(6 * MINUTE)
    const before = show()
    expect(before).toEqual(['task.acknowledge red sounds why', 'task.due red why'])
    await test.desk.close()
    const again = reopenDesk(test.folder, test.clock)
    expect(again.alarms.read().alarms.map(({ kind, sounding }) => [kind, sounding])).toEqual([
      ['task.acknowledge', true],
      ['task.due', false],
    ])
    await again.close()
    test = openTestDesk()
  })
})
