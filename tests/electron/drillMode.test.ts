import { afterEach, describe, expect, it } from 'vitest'
import type { Desk } from '../../electron/desk.ts'
import { readSetting, writeSetting } from '../../electron/store/settings.ts'
import { FLAG_DRILL } from '../../shared/protocol/envelope.ts'
import { ask } from '../support/ask.ts'
import { makeCounty } from '../support/county.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../support/deskFixture.ts'
import { makeForeignDevice } from '../support/foreignDevice.ts'
import { look, on, record } from '../support/intakes.ts'
import { issueTask } from '../support/issueTask.ts'
import { allEvents, bring, openOtherConsole } from '../support/otherConsole.ts'
import { startDrill } from '../support/startDrill.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const opened: Desk[] = []
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close()
})

function openDesk(): TestDesk {
  const fixture = openTestDesk()
  opened.push(fixture.desk)
  return fixture
}

const leave = (desk: Desk) => ask(desk, 'drill.leave', { reason: 'realCall' })
const titles = (desk: Desk) =>
  ask(desk, 'incident.page', {
    filter: {},
    sort: 'openedMs',
    descending: true,
    offset: 0,
    limit: 50,
  }).rows.map(({ no }) => no)

describe('a console in a drill', () => {
  it('marks what is entered, numbers it apart, and shows only that', () => {
    const { desk, clock } = openDesk()
    const before = record(desk, 'realdraft1')
    startDrill({ desk, clock })
    const practised = record(desk, 'drilldraft1')
    expect([before.incident.no, practised.incident.no]).toEqual(['0714-A01', '演-0714-A01'])
    expect(titles(desk)).toEqual(['演-0714-A01'])
    const flags = allEvents(desk.store).map(({ envelope: e }) => [e.kind, e.flags & FLAG_DRILL])
    expect(flags.slice(-2)).toEqual([
      ['incident.opened', FLAG_DRILL],
      ['call.recorded', FLAG_DRILL],
    ])
    leave(desk)
    expect(titles(desk)).toEqual(['0714-A01'])
    expect(record(desk, 'realdraft2').incident.no).toBe('0714-A02')
  })

  it('leaves its lines in the log of the real world under their filter only', () => {
    const { desk, clock } = openDesk()
    startDrill({ desk, clock })
    record(desk, 'drilldraft1')
    leave(desk)
    const kinds = (drill: boolean) =>
      ask(desk, 'log.page', {
        filter: { drill, groups: ['call', 'incident', 'drill'] },
        before: null,
        limit: 50,
      }).lines.map(({ kind }) => kind)
    expect(kinds(false)).toEqual(['drill.left', 'drill.started'])
    expect(kinds(true)).toEqual(['call.recorded', 'incident.opened'])
  })

  it('goes on as one after the program was started again', async () => {
    const { desk, clock, folder, officer } = openTestDesk()
    startDrill({ desk, clock })
    record(desk, 'drilldraft1')
    await desk.close()
    const again = reopenDesk(folder, clock)
    opened.push(again)
    again.context.session.signIn(officer)
    expect(ask(again, 'drill.now', null).drill?.name).toBe('防汛演练')
    expect(titles(again)).toEqual(['演-0714-A01'])
    expect(record(again, 'drilldraft2').incident.no).toBe('演-0714-A02')
  })

  it('is not in one again because a backup brought its settings back', async () => {
    const begin = async (end: (desk: Desk) => unknown) => {
      const { desk, clock, folder } = openTestDesk()
      startDrill({ desk, clock })
      const kept = readSetting(desk.store.db, 'drill')
      end(desk)
      desk.store.writeLocal((db) => writeSetting(db, 'drill', kept))
      await desk.close()
      const again = reopenDesk(folder, clock)
      opened.push(again)
      return ask(again, 'drill.now', null).drill
    }
    expect(await begin(leave)).toBeNull()
    expect(await begin((desk) => ask(desk, 'drill.end', null))).toBeNull()
  })

  it('takes no report that was typed as real, and the other way round', () => {
    const { desk, clock } = openDesk()
    expect(() => record(desk, 'drilldraft1')).toThrow('drill.turned')
    startDrill({ desk, clock })
    expect(() => record(desk, 'realdraft1')).toThrow('drill.turned')
  })

  it('offers only the drafts of its world', () => {
    const { desk, clock } = openDesk()
    const save = (id: string) => ask(desk, 'draft.save', { id, kind: 'intake', body: { line: id } })
    const offered = () => ask(desk, 'draft.list', { kind: 'intake' }).map(({ id }) => id)
    save('realdraft1')
    startDrill({ desk, clock })
    save('drilldraft1')
    // Kept a moment too late: its id says what it is.
    leave(desk)
    save('drilldraft2')
    expect(offered()).toEqual(['realdraft1'])
  })

  it('hangs nothing on a real incident, and the real console nothing on a drill’s', () => {
    const { desk, clock } = openDesk()
    const real = record(desk, 'realdraft1').incident
    const onReal = on(desk, real.id)
    const give = (incident: typeof real) => issueTask(desk, clock, { incident })
    startDrill({ desk, clock })
    expect(() => ask(desk, 'incident.advance', { ...onReal, to: 'ended' })).toThrow('incident.unknown')
    expect(() => give(real)).toThrow('drill.isReal')
    const practised = record(desk, 'drilldraft1').incident
    leave(desk)
    expect(() => give(practised)).toThrow('drill.isDrill')
    expect(look(desk, real.id).incident.state.course.phase).toBe('received')
  })

  it('leaves the registers alone', () => {
    const { desk, clock } = openDesk()
    startDrill({ desk, clock })
    expect(() => ask(desk, 'villages.add', { names: ['新村'] })).toThrow('drill.reference')
  })

  it('practises with what a team does and where it is, and leaves the real word about it alone', () => {
    const fixture = openDesk()
    const { desk, clock } = fixture
    const { id } = ask(desk, 'teams.add', { name: '应急分队', kind: 'emergency' })
    const other = openOtherConsole(fixture)
    opened.push(other)
    const line = (at = desk) => ask(at, 'teams.list', null).find((team) => team.id === id)
    const edit = () => ({ team: id, base: [...(line()?.tips ?? [])] })
    ask(desk, 'teams.setState', { ...edit(), state: 'resting', reason: '通宵值守' })
    const real = line()
    startDrill({ desk, clock })
    expect(line()).toEqual(real)
    clock.advance(MINUTE_MS)
    ask(desk, 'teams.setState', { ...edit(), state: 'dispatched', reason: '' })
    ask(desk, 'teams.locate', { ...edit(), place: '二组垭口', at: clock.now() })
    const practised = { state: 'dispatched', reason: '', position: { place: '二组垭口' }, since: { by: '张伟' } }
    expect(line()).toMatchObject(practised)
    expect(ask(desk, 'teams.load', null).find((load) => load.id === id)).toMatchObject({ state: 'dispatched' })
    const flags = allEvents(desk.store).map(({ envelope: e }) => [e.kind, e.flags & FLAG_DRILL])
    expect(flags.slice(-2)).toEqual([
      ['team.stateChanged', FLAG_DRILL],
      ['team.located', FLAG_DRILL],
    ])
    // The latest word counts wherever it arrives first, and only those in the drill see it.
    for (const event of allEvents(desk.store).toReversed()) other.store.applyRemote([event])
    expect(line(other)).toEqual(real)
    ask(other, 'drill.join', { id: ask(desk, 'drill.now', null).drill?.id ?? '' })
    expect(line(other)).toMatchObject(practised)
    leave(desk)
    expect(line()).toEqual(real)
    // Who it is stays as the register has it.
    startDrill({ desk, clock }, '第二次')
    expect(line()).toEqual(real)
    expect(() => ask(desk, 'teams.edit', { ...edit(), set: { note: '演练' } })).toThrow('drill.reference')
  })

  it('can be left by nobody in particular, and the log says so', () => {
    const { desk, clock } = openDesk()
    startDrill({ desk, clock })
    desk.context.session.signOut()
    leave(desk)
    const last = allEvents(desk.store).at(-1)?.envelope
    expect([last?.kind, last?.author, last?.body.reason]).toEqual(['drill.left', null, 'realCall'])
  })

  it('closes with its end what is open, and counts', () => {
    const { desk, clock } = openDesk()
    startDrill({ desk, clock })
    const { incident } = record(desk, 'drilldraft1')
    issueTask(desk, clock, { incident })
    clock.advance(30 * 60_000)
    const counts = ask(desk, 'drill.end', null)
    // In nobody's language: whoever reads it sees it in his own.
    const closed = allEvents(desk.store).filter(({ envelope }) => /task.cancelled|advanced/.test(envelope.kind))
    expect(closed.map(({ envelope }) => envelope.body.reason)).toEqual(['drill.ended', 'drill.ended'])
    expect(counts).toMatchObject({ minutes: 30, calls: 1, incidents: 1, tasks: 1, closedIncidents: 1, closedTasks: 1 })
    expect(ask(desk, 'drill.now', null)).toMatchObject({ drill: null, running: [] })
    expect(ask(desk, 'drill.list', null)[0]?.ended?.counts).toEqual(counts)
  })

  it('begins with a clean sheet: an earlier drill is not shown in the next', () => {
    const { desk, clock } = openDesk()
    startDrill({ desk, clock }, '第一次')
    record(desk, 'drilldraft1')
    ask(desk, 'drill.end', null)
    clock.advance(HOUR_MS)
    startDrill({ desk, clock }, '第二次')
    expect(titles(desk)).toEqual([])
    // Numbers are not given twice all the same.
    expect(record(desk, 'drilldraft2').incident.no).toBe('演-0714-A02')
  })

  it('is not shown another drill that goes on at the same time in the township', () => {
    const fixture = openDesk()
    const { desk, clock } = fixture
    const other = openOtherConsole(fixture)
    opened.push(other)
    const meet = () => {
      bring(desk.store, other.store)
      bring(other.store, desk.store)
    }
    startDrill({ desk, clock }, '防汛演练')
    startDrill({ desk: other, clock }, '地震桌面推演')
    clock.advance(1000)
    const own = record(desk, 'drilldraft1').incident.no
    const theirs = record(other, 'drilldraft2').incident.no
    meet()
    expect([titles(desk), titles(other)]).toEqual([[own], [theirs]])
    leave(other)
    clock.advance(1000)
    ask(other, 'drill.join', { id: ask(desk, 'drill.now', null).drill?.id ?? '' })
    expect(titles(other)).toEqual([own])
    clock.advance(1000)
    const joined = record(other, 'drilldraft3').incident.no
    meet()
    expect([titles(desk), titles(other)]).toEqual([
      [joined, own],
      [joined, own],
    ])
  })

  it('shows what is entered also after a console whose clock is a day fast ended the drill before', () => {
    const { desk, clock } = openDesk()
    const fast = () => clock.now() + 24 * HOUR_MS
    const write = makeForeignDevice({ origin: `d${'7'.repeat(30)}`, scope: desk.store.scope }, fast)
    const of = { entity: 'drill-elsewhere', lane: 1 as const, base: [], author: null }
    const drill = { id: of.entity, name: '第一次' }
    const counts = { minutes: 1, events: 0, calls: 0, incidents: 0, tasks: 0, reports: 0, missed: 0 }
    const closed = { closedIncidents: 0, closedTasks: 0, closedResponses: 0 }
    const there = { id: 'console:x', name: 'B' }
    const body = { name: drill.name, plannedEnd: fast(), console: there }
    const ended = { drill, console: there, counts: { ...counts, ...closed } }
    desk.store.applyRemote([
      write({ ...of, kind: 'drill.started', body }),
      write({ ...of, kind: 'drill.ended', body: ended }),
    ])
    startDrill({ desk, clock }, '第二次')
    const { no } = record(desk, 'drilldraft1').incident
    expect(titles(desk)).toEqual([no])
  })

  it('names nobody’s number: not to be read aloud, not on a slip, not in a text message', () => {
    const { desk, clock, villages } = openDesk()
    const leader = { name: '王建军', phone: '13911112222' }
    const { id } = ask(desk, 'teams.add', { name: '应急分队', kind: 'emergency', leader, phone: '028-87650001' })
    startDrill({ desk, clock })
    const said = { village: villages[0] ?? null, figures: { trapped: { n: 2 } } }
    const { incident } = record(desk, 'drilldraft1', said)
    const to = { kind: 'team' as const, id, name: '应急分队', phone: leader.phone }
    const task = issueTask(desk, clock, { to: [to], urgency: 'life-safety', incident })
    const content = ask(desk, 'report.prefill', { incident: incident.id, kind: 'first' })
    const { report } = ask(desk, 'report.draft', { incident: incident.id, base: [], kind: 'first', content })
    const outputs = JSON.stringify([
      ask(desk, 'task.dispatch', { id: task.id }),
      ask(desk, 'task.slip', { id: task.id }),
      ask(desk, 'report.texts', { incident: incident.id, report }),
    ])
    expect(outputs).toContain('王建军')
    expect(outputs.match(/1[38]\d{9}|028-\d+/g)).toBeNull()
    expect(outputs.match(/演练/g)?.length).toBeGreaterThan(3)
  })

  it('shows an order the county practises with, and a console that is in no drill does not', () => {
    const { desk, clock } = openDesk()
    const county = makeCounty(desk.store.scope, clock.now)
    clock.advance(1000)
    const orders = () => ask(desk, 'order.list', { view: 'all', limit: 10 }).rows.map(({ no }) => no)
    desk.store.applyRemote([
      county.order({ id: 'order-1', no: '0714-县01' }),
      county.order({ id: 'order-2', no: '演-0714-县01', drill: true }),
    ])
    expect(orders()).toEqual(['0714-县01'])
    startDrill({ desk, clock })
    expect(orders()).toEqual(['演-0714-县01'])
  })

  it('hears a real alarm through the drill', () => {
    const { desk, clock } = openDesk()
    record(desk, 'realdraft1')
    startDrill({ desk, clock })
    clock.advance(3 * HOUR_MS)
    const { alarms, real } = ask(desk, 'alarm.list', null)
    expect([alarms, new Set(real.map(({ subject }) => subject.no))]).toEqual([[], new Set(['0714-A01'])])
    expect(ask(desk, 'drill.now', null).realAlarms).toBe(real.length)
    leave(desk)
    expect(ask(desk, 'alarm.list', null)).toMatchObject({ real: [], sounding: real.length })
  })
})

describe('an odd event from elsewhere', () => {
  it('changes nothing in the other world and is shown as what it is', () => {
    const { desk, clock } = openDesk()
    const real = record(desk, 'realdraft1').incident
    const before = look(desk, real.id)
    clock.advance(1000)
    const write = makeForeignDevice({ origin: `d${'7'.repeat(30)}`, scope: desk.store.scope }, clock.now)
    const label = { no: real.no, title: real.title }
    const base = [...before.incident.tips]
    const body = { label, to: 'ended', skipped: [] }
    const odd = {
      kind: 'incident.advanced',
      entity: real.id,
      lane: 1 as const,
      body,
      base,
      author: null,
      flags: FLAG_DRILL,
    }
    desk.store.applyRemote([write(odd)])
    expect(look(desk, real.id)).toEqual(before)
    const [line] = ask(desk, 'log.page', { filter: { drill: true }, before: null, limit: 5 }).lines
    expect([line?.kind, line?.flag]).toEqual(['incident.advanced', 'otherWorld'])
  })
})
