import { afterEach, beforeEach, expect, it } from 'vitest'
import { readClockRules } from '../../../../electron/alarms/clockRules.ts'
import { issueTasks } from '../../../../electron/commands/task.ts'
import { progressTask } from '../../../../electron/commands/taskActs.ts'
import { readOrders, readReceivedAt, readWatchedOrders } from '../../../../electron/store/repositories/orders.ts'
import { readTasks, readWatchedTasks } from '../../../../electron/store/repositories/tasks.ts'
import type { TaskFilter } from '../../../../shared/ipc/tasks.ts'
import type { ReadableDb } from '../../../../shared/node/openDatabase.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { on, record } from '../../../support/intakes.ts'
import { plansOf } from '../../../support/queryPlans.ts'

const { amberFrom } = readClockRules()

const MINUTE = 60_000
const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾后山滑坡' }
let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())
const db = (): ReadableDb => test.desk.store.db

function issue(title: string, more: { readonly incident?: typeof incident; readonly to?: string } = {}): string {
  const { to = 'team-1', ...rest } = more
  test.clock.advance(MINUTE)
  const [task] = issueTasks(test.desk.context, {
    title,
    detail: '',
    to: [{ kind: 'team', id: to, name: to }],
    at: test.clock.now(),
    means: 'phone',
    dueAt: null,
    urgency: 'ordinary',
    ...rest,
  })
  return task?.id ?? ''
}
function finish(id: string, step: 'completed' | 'verified'): void {
  progressTask(test.desk.context, { id, base: [], step, at: test.clock.now(), by: '', means: 'phone' })
}
const titles = (filter: TaskFilter, limit = 10) =>
  readTasks(db(), filter, limit, amberFrom).rows.map(({ title }) => title)

it('lists what is open, what waits for us, or all; newest first; of an incident, of a team', () => {
  issue('一', { incident })
  finish(issue('二', { incident, to: 'team-2' }), 'completed')
  finish(issue('三'), 'verified')
  expect({
    open: titles({ view: 'open' }),
    active: titles({ view: 'active' }),
    all: titles({ view: 'all' }),
    incident: titles({ view: 'all', incident: incident.id }),
    openOfIncident: titles({ view: 'open', incident: incident.id }),
    team: titles({ view: 'all', recipient: 'team-2' }),
  }).toEqual({
    open: ['一'],
    active: ['二', '一'],
    all: ['三', '二', '一'],
    incident: ['二', '一'],
    openOfIncident: ['一'],
    team: ['二'],
  })
})

it('gives an incident the tasks of those that were merged into it, and takes them away again', () => {
  const { desk } = test
  const first = record(desk, 'draft0001').incident
  const second = record(desk, 'draft0002').incident
  if (!first || !second) throw new Error('no incident')
  issue('一', { incident: first })
  issue('二', { incident: second })
  const ofFirst = () => titles({ view: 'all', incident: first.id })
  ask(desk, 'incident.merge', { ...on(desk, second.id), into: first.id, reason: '同一起' })
  expect(ofFirst()).toEqual(['二', '一'])
  ask(desk, 'incident.unmerge', { ...on(desk, second.id), reason: '不是同一起' })
  expect(ofFirst()).toEqual(['一'])
})

it('reads tasks of an incident and of those merged into it without going through a table', () => {
  const plans = plansOf(db(), (one) => readTasks(one, { view: 'all', incident: 'i' }, 10, amberFrom))
  expect(plans.filter((step) => /^SCAN (?!CONSTANT)/.test(step))).toEqual([])
})

it('says that there are more', () => {
  issue('一')
  issue('二')
  expect(readTasks(db(), { view: 'all' }, 2, amberFrom).more).toBe(false)
  expect(readTasks(db(), { view: 'all' }, 1, amberFrom)).toMatchObject({ rows: [{ title: '二' }], more: true })
})

it.each<[string, (db: ReadableDb) => unknown]>([
  ['open tasks', (one) => readTasks(one, { view: 'open' }, 10, amberFrom)],
  ['active tasks', (one) => readTasks(one, { view: 'active' }, 10, amberFrom)],
  ['the whole ledger', (one) => readTasks(one, { view: 'all' }, 10, amberFrom)],
  ['tasks of a team', (one) => readTasks(one, { view: 'all', recipient: 't' }, 10, amberFrom)],
  ['tasks of an order', (one) => readTasks(one, { view: 'all', order: 'o' }, 10, amberFrom)],
  ['watched tasks', readWatchedTasks],
  ['open orders', (one) => readOrders(one, 'open', 10, amberFrom)],
  ['all orders', (one) => readOrders(one, 'all', 10, amberFrom)],
  ['watched orders', readWatchedOrders],
  ['when an order came', (one) => readReceivedAt(one, 'order:01')],
])('reads %s without going through a table or sorting one', (_, read) => {
  for (const step of plansOf(db(), read)) {
    expect(step).not.toMatch(/^SCAN (?!.*USING (COVERING )?INDEX|json_each)/)
    expect(step).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/)
  }
})
