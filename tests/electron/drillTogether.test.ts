import { describe, expect, it } from 'vitest'
import { FLAG_DRILL } from '../../shared/protocol/envelope.ts'
import { ask } from '../support/ask.ts'
import { makeCounty } from '../support/county.ts'
import { desksOfTests, leaveDrill, shownIncidents } from '../support/drillDesks.ts'
import { makeForeignDevice } from '../support/foreignDevice.ts'
import { look, record } from '../support/intakes.ts'
import { allEvents, bring, openOtherConsole } from '../support/otherConsole.ts'
import { startDrill } from '../support/startDrill.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const desks = desksOfTests()

describe('a drill with others', () => {
  it('practises with what a team does and where it is, and leaves the real word about it alone', () => {
    const fixture = desks.open()
    const { desk, clock } = fixture
    const { id } = ask(desk, 'teams.add', { name: '应急分队', kind: 'emergency' })
    const other = openOtherConsole(fixture)
    desks.keep(other)
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
    leaveDrill(desk)
    expect(line()).toEqual(real)
    // Who it is stays as the register has it.
    startDrill({ desk, clock }, '第二次')
    expect(line()).toEqual(real)
    expect(() => ask(desk, 'teams.edit', { ...edit(), set: { note: '演练' } })).toThrow('drill.reference')
  })

  it('is not shown another drill that goes on at the same time in the township', () => {
    const fixture = desks.open()
    const { desk, clock } = fixture
    const other = openOtherConsole(fixture)
    desks.keep(other)
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
    expect([shownIncidents(desk), shownIncidents(other)]).toEqual([[own], [theirs]])
    leaveDrill(other)
    clock.advance(1000)
    ask(other, 'drill.join', { id: ask(desk, 'drill.now', null).drill?.id ?? '' })
    expect(shownIncidents(other)).toEqual([own])
    clock.advance(1000)
    const joined = record(other, 'drilldraft3').incident.no
    meet()
    expect([shownIncidents(desk), shownIncidents(other)]).toEqual([
      [joined, own],
      [joined, own],
    ])
  })

  it('shows what is entered also after a console whose clock is a day fast ended the drill before', () => {
    const { desk, clock } = desks.open()
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
    expect(shownIncidents(desk)).toEqual([no])
  })

  it('shows an order the county practises with, and a console that is in no drill does not', () => {
    const { desk, clock } = desks.open()
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
})

describe('an odd event from elsewhere', () => {
  it('changes nothing in the other world and is shown as what it is', () => {
    const { desk, clock } = desks.open()
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
