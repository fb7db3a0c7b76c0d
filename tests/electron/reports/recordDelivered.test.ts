import { afterEach, beforeEach, expect, it } from 'vitest'
import { explainAlarm } from '../../../electron/commands/alarm.ts'
import { raiseAck } from '../../../electron/store/ownAcks.ts'
import { readIncidentTimeline } from '../../../electron/store/repositories/incidentTimeline.ts'
import { draftIdIn } from '../../../shared/ipc/draftWorlds.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope } from '../../../shared/protocol/envelope.ts'
import type { Lane } from '../../../shared/protocol/lanes.ts'
import { ask } from '../../support/ask.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../support/deskFixture.ts'
import { startTestHub, type TestHub } from '../../support/hubFixture.ts'
import { county, openReportedIncident, recordIncident, reportingOf } from '../../support/reportedIncident.ts'
import { startDrill } from '../../support/startDrill.ts'
import { removeFolder } from '../../support/storeFixture.ts'
import { waitFor } from '../../support/waitFor.ts'

const MINUTE = 60_000

let test: TestDesk
let incident: string
let began: number
let hub: TestHub
let isUp: boolean
const { look, on, view, clocks, draft, approve, send } = reportingOf(() => ({ test, incident }))

beforeEach(async () => {
  ;({ test, incident } = openReportedIncident())
  began = test.clock.now()
  hub = await startTestHub()
  isUp = true
  await test.desk.handlers['sync.setHub']({ url: hub.url })
  await test.desk.handlers['sync.enroll']({ code: await hub.enrolCode('510124103', '清溪镇') })
})
afterEach(async () => {
  await test.desk.close()
  await closeHub()
  removeFolder(test.folder)
  removeFolder(hub.folder)
})

async function closeHub(): Promise<void> {
  if (isUp) await hub.close()
  isUp = false
}

/** Every link is dead; what is written now waits here. */
async function cut(): Promise<void> {
  await closeHub()
  await waitFor(
    () => ask(test.desk, 'sync.state', null).state,
    (state) => state !== 'online',
  )
}

async function restore(): Promise<void> {
  hub = await startTestHub({ folder: hub.folder, port: Number(new URL(hub.url).port) })
  isUp = true
  test.desk.link.retryNow()
}

/** Bodies of report.delivered in the log, with minutes since the first call for the time. */
function recorded(): readonly number[] {
  return test.desk.store.db
    .prepare<[], { bytes: Uint8Array }>("SELECT bytes FROM event WHERE kind = 'report.delivered' ORDER BY id")
    .all()
    .map(({ bytes }) => openEnvelope(new Uint8Array(bytes), nodePrimitives).envelope.body as { at: number })
    .map(({ at }) => (at - began) / MINUTE)
}

const stops = () =>
  look().clocks.map(({ clock, stoppedAt }) => [clock, stoppedAt === null ? null : (stoppedAt - began) / MINUTE])

async function sendInTheDark(): Promise<string> {
  await cut()
  test.clock.advance(5 * MINUTE)
  const { report } = draft()
  await approve(report)
  send(report)
  return report
}

async function arriveAt95(): Promise<void> {
  test.clock.advance(90 * MINUTE)
  await restore()
  await waitFor(recorded, (found) => found.length > 0)
}

const LATE = [
  ['firstPhone', 95],
  ['firstWritten', 95],
]

it('a report that waited for a link is late by when the county had it, and the reason is asked for', async () => {
  const report = await sendInTheDark()
  expect([view(report).held, stops()]).toEqual([
    true,
    [
      ['firstPhone', null],
      ['firstWritten', null],
    ],
  ])
  const reported = () => ask(test.desk, 'situation.read', { incident }).incidents[0]?.county.report ?? null
  expect(reported()).toBe(null)
  await arriveAt95()
  expect([recorded(), view(report).held, view(report).hadAt, stops().slice(0, 2)]).toEqual([
    [95],
    false,
    began + 95 * MINUTE,
    LATE,
  ])
  expect(reported()).toEqual({ kind: 'first', ordinal: 0, at: began + 95 * MINUTE })

  const alarms = () => test.desk.alarms.read().alarms.filter(({ wantsReason }) => wantsReason)
  expect(alarms().map(({ kind, stage }) => `${kind} ${stage}`)).toEqual([
    'report.firstPhone red',
    'report.firstWritten red',
  ])
  for (const { id } of alarms()) explainAlarm(test.desk.context, test.desk.alarms, id, '宽带和卫星都断了')
  expect(alarms()).toEqual([])

  const lines = ask(test.desk, 'review.read', { incident })?.lines ?? []
  const told = (key: string) => lines.filter((line) => line.key === key)
  expect(told('sentFirst').map(({ at }) => at)).toEqual([began + 5 * MINUTE])
  expect(told('firstWritten').map(({ at, by, reason }) => [at, by, reason])).toEqual([
    [began + 95 * MINUTE, '张伟', '宽带和卫星都断了'],
  ])
})

it('when the county had it is in the log: it outlives what this console knows of the exchange, and other consoles read it', async () => {
  const report = await sendInTheDark()
  await arriveAt95()
  const before = [stops(), view(report).hadAt]
  test.desk.store.writeLocal((db) => db.exec('DELETE FROM own_ack; DELETE FROM hub_ack'))
  expect([stops(), view(report).hadAt]).toEqual(before)

  const other = openTestDesk({ clock: test.clock })
  const rows = test.desk.store.db.prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM event ORDER BY id').all()
  other.desk.store.applyRemote(rows.map(({ bytes }) => openEnvelope(new Uint8Array(bytes), nodePrimitives)))
  const there = reportingOf(() => ({ test: other, incident }))
  expect([there.look().clocks, there.view(report).hadAt]).toEqual([look().clocks, view(report).hadAt])
  await other.desk.close()
  removeFolder(other.folder)
})

it('what was confirmed in the last moment before a power cut is written down at the next start', async () => {
  await sendInTheDark()
  test.clock.advance(90 * MINUTE)
  const { epoch, lane, seq } = test.desk.store.db
    .prepare<[], { epoch: string; lane: Lane; seq: number }>(
      "SELECT epoch, lane, seq FROM event WHERE kind = 'report.sent'",
    )
    .get() ?? { epoch: '', lane: 0 as const, seq: 0 }
  // As the exchange writes it with the confirmation, in a transaction of its own.
  test.desk.store.writeLocal((db) => raiseAck(db, epoch, lane, seq, test.clock.now()))
  expect(stops().slice(0, 2)).toEqual(LATE)
  await test.desk.close()
  test.clock.advance(30 * MINUTE)
  test = { ...test, desk: reopenDesk(test.folder, test.clock) }
  await waitFor(recorded, (found) => found.length > 0)
  expect(recorded()).toEqual([95])
})

it('a record has one hub time everywhere: that of the first confirmation at or above its number', async () => {
  const report = await sendInTheDark()
  const sent = test.desk.store.db
    .prepare<[], { epoch: string; lane: Lane; seq: number }>(
      "SELECT epoch, lane, seq FROM event WHERE kind = 'report.sent'",
    )
    .get() ?? { epoch: '', lane: 0 as const, seq: 0 }
  // The hub's clock was set back between the two.
  const [first, later] = [test.clock.now() + 9 * MINUTE, test.clock.now() + 2 * MINUTE]
  test.desk.store.writeLocal((db) => {
    raiseAck(db, sent.epoch, sent.lane, sent.seq, first)
    raiseAck(db, sent.epoch, sent.lane, sent.seq + 1, later)
  })
  expect(view(report).hadAt).toBe(first)
  const { lines } = readIncidentTimeline(test.desk.store.db, test.desk.store.origin, incident, null, 100)
  expect(lines.find(({ kind }) => kind === 'report.sent')?.hubMs).toBe(first)
})

it('told by telephone meanwhile, only the clock of the telephone stops; the paper by fax stops the other', async () => {
  const report = await sendInTheDark()
  test.clock.advance(5 * MINUTE)
  const told = { to: county, person: '周科长', phone: '028-87654321', text: '' } as const
  ask(test.desk, 'report.tell', { ...on(), report, ...told, route: 'phone', at: test.clock.now() })
  expect(clocks()).toEqual(['firstWritten'])
  test.clock.advance(5 * MINUTE)
  ask(test.desk, 'report.tell', { ...on(), report, ...told, route: 'fax', at: test.clock.now() })
  expect([clocks(), view(report).hadAt]).toEqual([[], began + 15 * MINUTE])
  await restore()
  await waitFor(recorded, (found) => found.length > 0)
  expect([clocks(), view(report).hadAt]).toEqual([[], began + 15 * MINUTE])
})

it('a report of a drill is late by when the county had it too', async () => {
  startDrill(test)
  began = test.clock.now()
  incident = recordIncident(test, draftIdIn('drill', 'draft002'))
  const report = await sendInTheDark()
  await arriveAt95()
  expect([recorded(), view(report).hadAt, stops().slice(0, 2)]).toEqual([[95], began + 95 * MINUTE, LATE])
})

it('that a report arrived stands on its sending alone: nothing written meanwhile counts as seen', async () => {
  const report = await sendInTheDark()
  ask(test.desk, 'report.waive', { ...on(), reason: '县里已派人' })
  await arriveAt95()
  const row = test.desk.store.db
    .prepare<[], { bytes: Uint8Array }>("SELECT bytes FROM event WHERE kind = 'report.delivered'")
    .get()
  const { envelope } = openEnvelope(new Uint8Array(row?.bytes ?? []), nodePrimitives)
  expect(envelope.base).toEqual([view(report).sentVersion])
})
