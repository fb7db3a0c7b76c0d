import { describe, expect, it } from 'vitest'
import type { Desk } from '../../electron/desk.ts'
import { readSetting, writeSetting } from '../../electron/store/settings.ts'
import { FLAG_DRILL } from '../../shared/protocol/envelope.ts'
import { ask } from '../support/ask.ts'
import { openTestDesk, reopenDesk } from '../support/deskFixture.ts'
import { desksOfTests, leaveDrill, shownIncidents } from '../support/drillDesks.ts'
import { look, on, record } from '../support/intakes.ts'
import { issueTask } from '../support/issueTask.ts'
import { allEvents } from '../support/otherConsole.ts'
import { startDrill } from '../support/startDrill.ts'

const HOUR_MS = 3_600_000
const desks = desksOfTests()

describe('a console in a drill', () => {
  it('marks what is entered, numbers it apart, and shows only that', () => {
    const { desk, clock } = desks.open()
    const before = record(desk, 'realdraft1')
    startDrill({ desk, clock })
    const practised = record(desk, 'drilldraft1')
    expect([before.incident.no, practised.incident.no]).toEqual(['0714-A01', '演-0714-A01'])
    expect(shownIncidents(desk)).toEqual(['演-0714-A01'])
    const flags = allEvents(desk.store).map(({ envelope: e }) => [e.kind, e.flags & FLAG_DRILL])
    expect(flags.slice(-2)).toEqual([
      ['incident.opened', FLAG_DRILL],
      ['call.recorded', FLAG_DRILL],
    ])
    leaveDrill(desk)
    expect(shownIncidents(desk)).toEqual(['0714-A01'])
    expect(record(desk, 'realdraft2').incident.no).toBe('0714-A02')
  })

  it('leaves its lines in the log of the real world under their filter only', () => {
    const { desk, clock } = desks.open()
    startDrill({ desk, clock })
    record(desk, 'drilldraft1')
    leaveDrill(desk)
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
    desks.keep(again)
    again.context.session.signIn(officer)
    expect(ask(again, 'drill.now', null).drill?.name).toBe('防汛演练')
    expect(shownIncidents(again)).toEqual(['演-0714-A01'])
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
      desks.keep(again)
      return ask(again, 'drill.now', null).drill
    }
    expect(await begin(leaveDrill)).toBeNull()
    expect(await begin((desk) => ask(desk, 'drill.end', null))).toBeNull()
  })

  it('takes no report that was typed as real, and the other way round', () => {
    const { desk, clock } = desks.open()
    expect(() => record(desk, 'drilldraft1')).toThrow('drill.turned')
    startDrill({ desk, clock })
    expect(() => record(desk, 'realdraft1')).toThrow('drill.turned')
  })

  it('offers only the drafts of its world', () => {
    const { desk, clock } = desks.open()
    const save = (id: string) => ask(desk, 'draft.save', { id, kind: 'intake', body: { line: id } })
    const offered = () => ask(desk, 'draft.list', { kind: 'intake' }).map(({ id }) => id)
    save('realdraft1')
    startDrill({ desk, clock })
    save('drilldraft1')
    // Kept a moment too late: its id says what it is.
    leaveDrill(desk)
    save('drilldraft2')
    expect(offered()).toEqual(['realdraft1'])
  })

  it('hangs nothing on a real incident, and the real console nothing on a drill’s', () => {
    const { desk, clock } = desks.open()
    const real = record(desk, 'realdraft1').incident
    const onReal = on(desk, real.id)
    const give = (incident: typeof real) => issueTask(desk, clock, { incident })
    startDrill({ desk, clock })
    expect(() => ask(desk, 'incident.advance', { ...onReal, to: 'ended' })).toThrow('incident.unknown')
    expect(() => give(real)).toThrow('drill.isReal')
    const practised = record(desk, 'drilldraft1').incident
    leaveDrill(desk)
    expect(() => give(practised)).toThrow('drill.isDrill')
    expect(look(desk, real.id).incident.state.course.phase).toBe('received')
  })

  it('leaves the registers alone', () => {
    const { desk, clock } = desks.open()
    startDrill({ desk, clock })
    expect(() => ask(desk, 'villages.add', { names: ['新村'] })).toThrow('drill.reference')
  })

  it('can be left by nobody in particular, and the log says so', () => {
    const { desk, clock } = desks.open()
    startDrill({ desk, clock })
    desk.context.session.signOut()
    leaveDrill(desk)
    const last = allEvents(desk.store).at(-1)?.envelope
    expect([last?.kind, last?.author, last?.body.reason]).toEqual(['drill.left', null, 'realCall'])
  })

  it('closes with its end what is open, and counts', () => {
    const { desk, clock } = desks.open()
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
    const { desk, clock } = desks.open()
    startDrill({ desk, clock }, '第一次')
    record(desk, 'drilldraft1')
    ask(desk, 'drill.end', null)
    clock.advance(HOUR_MS)
    startDrill({ desk, clock }, '第二次')
    expect(shownIncidents(desk)).toEqual([])
    // Numbers are not given twice all the same.
    expect(record(desk, 'drilldraft2').incident.no).toBe('演-0714-A02')
  })

  it('names nobody’s number: not to be read aloud, not on a slip, not in a text message', () => {
    const { desk, clock, villages } = desks.open()
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

  it('hears a real alarm through the drill', () => {
    const { desk, clock } = desks.open()
    record(desk, 'realdraft1')
    startDrill({ desk, clock })
    clock.advance(3 * HOUR_MS)
    const { alarms, real } = ask(desk, 'alarm.list', null)
    expect([alarms, new Set(real.map(({ subject }) => subject.no))]).toEqual([[], new Set(['0714-A01'])])
    expect(ask(desk, 'drill.now', null).realAlarms).toBe(real.length)
    leaveDrill(desk)
    expect(ask(desk, 'alarm.list', null)).toMatchObject({ real: [], sounding: real.length })
  })
})
