import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk.ts'
import { openCrossings } from '../../../electron/store/repositories/crossings.ts'
import { worldOf } from '../../../shared/domain/worlds.ts'
import { ask, askLater } from '../../support/ask.ts'
import { desksOfTests, leaveDrill } from '../../support/drillDesks.ts'
import { record } from '../../support/intakes.ts'
import { allEvents } from '../../support/otherConsole.ts'
import { refusalOf } from '../../support/refusalOf.ts'
import { startDrill } from '../../support/startDrill.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const desks = desksOfTests()

function enterLesson(desk: Desk, clock: { now(): number }, reviewed: { incident: string; drill?: string }) {
  const [who] = ask(desk, 'people.options', null).filter(({ name }) => name === '刘芳')
  return ask(desk, 'review.enterLesson', {
    ...reviewed,
    base: [],
    happened: '现场对讲机没电',
    change: '对讲机配备用电池',
    who: { kind: 'person', id: who?.id ?? '', name: '刘芳' },
    dueAt: clock.now() + 24 * HOUR_MS,
  })
}

describe('a drill that has ended', () => {
  function endedDrill() {
    const test = desks.open()
    const { desk, clock } = test
    startDrill(test)
    const { incident } = record(desk, 'drilldraft1', { reportedAt: clock.now() })
    const { id: drill } = ask(desk, 'drill.now', null).drill ?? { id: '' }
    clock.advance(MINUTE_MS)
    ask(desk, 'drill.end', null)
    return { ...test, incident, drill }
  }

  it('can be reviewed, with what was practised in it and nothing else', () => {
    const { desk, clock, incident, drill } = endedDrill()
    clock.advance(HOUR_MS)
    const real = record(desk, 'realdraft1').incident
    startDrill({ desk, clock }, '第二次')
    record(desk, 'drilldraft2')
    const incidents = () => ask(desk, 'drill.incidents', { id: drill })
    expect(incidents()).toMatchObject([{ id: incident.id, no: '演-0714-A01' }])
    leaveDrill(desk)
    expect(incidents()).toMatchObject([{ id: incident.id }])
    const page = ask(desk, 'review.read', { incident: incident.id, drill })
    expect([page?.drill, page?.incident.no, page?.endedAt !== null]).toEqual([true, '演-0714-A01', true])
    expect(ask(desk, 'review.read', { incident: real.id, drill })).toBeNull()
    expect(ask(desk, 'review.read', { incident: incident.id })).toBeNull()
  })

  it('takes lessons afterwards, which become real tasks; the drill and its incident stay as they were', () => {
    const { desk, clock, incident, drill } = endedDrill()
    const reviewed = { incident: incident.id, drill }
    const page = () => ask(desk, 'review.read', reviewed)
    const events = () => allEvents(desk.store).map(({ envelope }) => envelope)
    const practised = () => events().filter((envelope) => worldOf(envelope) === 'drill').length
    const before = practised()
    const { lesson } = enterLesson(desk, clock, reviewed)
    const given = ask(desk, 'review.giveTask', { ...reviewed, base: [...(page()?.tips ?? [])], lesson })
    expect(given.task.no).toBe('0714-A01')
    expect(ask(desk, 'review.giveTask', { ...reviewed, base: [], lesson })).toEqual(given)
    expect(page()?.lessons).toMatchObject([{ id: lesson, by: '张伟', task: { id: given.task.id, status: 'issued' } }])
    const task = ask(desk, 'task.detail', { id: given.task.id })
    expect(task?.row).toMatchObject({ title: '对讲机配备用电池', recipient: { name: '刘芳' } })
    // Whoever has the slip in hand must not take the practised disaster for a real one.
    expect(task?.values.detail).toBe('演练“防汛演练”（演-0714-A01）复盘：现场对讲机没电')
    expect(practised()).toBe(before)
    expect(events().filter(openCrossings(desk.store.db))).toEqual([])
    expect(refusalOf(() => ask(desk, 'review.withdrawLesson', { ...reviewed, base: [], lesson, reason: '重复' }))).toBe(
      'review.tasked',
    )
  })

  it('goes on with the lessons that were written in it: given then, they are real', () => {
    const test = desks.open()
    const { desk, clock } = test
    startDrill(test)
    const { incident } = record(desk, 'drilldraft1', { reportedAt: clock.now() })
    const drill = ask(desk, 'drill.now', null).drill?.id ?? ''
    const [first, second] = [1, 2].map(() => enterLesson(desk, clock, { incident: incident.id }).lesson)
    // A task of the drill is practice, and closed with it.
    ask(desk, 'review.giveTask', { incident: incident.id, base: [], lesson: first ?? '' })
    ask(desk, 'drill.end', null)
    const reviewed = { incident: incident.id, drill }
    const lessons = () => ask(desk, 'review.read', reviewed)?.lessons ?? []
    expect(lessons().map(({ id, task }) => [id, task])).toEqual([
      [first, null],
      [second, null],
    ])
    const { task } = ask(desk, 'review.giveTask', { ...reviewed, base: [], lesson: first ?? '' })
    const set = { change: '充电柜专人管理' }
    ask(desk, 'review.correctLesson', { ...reviewed, base: [], lesson: second ?? '', set, reason: '不用新买' })
    ask(desk, 'review.withdrawLesson', { ...reviewed, base: [], lesson: second ?? '', reason: '与上一条重复' })
    expect(lessons()).toMatchObject([
      { id: first, task: { id: task.id, no: '0714-A01', status: 'issued' }, withdrawn: null },
      { id: second, change: '充电柜专人管理', happened: '现场对讲机没电', withdrawn: { reason: '与上一条重复' } },
    ])
  })

  it('takes no lesson while this console is in a drill: it is a real record', () => {
    const { desk, clock, incident, drill } = endedDrill()
    startDrill({ desk, clock }, '第二次')
    expect(refusalOf(() => enterLesson(desk, clock, { incident: incident.id, drill }))).toBe('drill.isReal')
    leaveDrill(desk)
    expect(refusalOf(() => enterLesson(desk, clock, { incident: 'incident-unknown00001', drill }))).toBe(
      'incident.unknown',
    )
    expect(refusalOf(() => enterLesson(desk, clock, { incident: incident.id, drill: 'drill-unknown00001' }))).toBe(
      'drill.unknown',
    )
  })

  it('leaves as a paper that says 演练', async () => {
    const { desk, incident, drill } = endedDrill()
    const saved = await askLater(desk, 'review.exportWord', { incident: incident.id, drill })
    expect(JSON.stringify(saved)).toContain('【演练】')
  })

  it('is refused where nobody has heard of it', () => {
    const { desk, incident } = endedDrill()
    expect(() => ask(desk, 'review.read', { incident: incident.id, drill: 'drill-unknown00001' })).toThrow(
      'drill.unknown',
    )
  })
})
