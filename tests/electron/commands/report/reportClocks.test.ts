import { afterEach, beforeEach, expect, it } from 'vitest'
import { explainAlarm } from '../../../../electron/commands/alarm.ts'
import { createSyncStore } from '../../../../electron/store/syncStore.ts'
import type { SyncStore } from '../../../../electron/sync/ports.ts'
import { draftIdIn } from '../../../../shared/ipc/draftWorlds.ts'
import { ask } from '../../../support/ask.ts'
import type { TestDesk } from '../../../support/deskFixture.ts'
import { county, openReportedIncident, recordIncident, reportingOf } from '../../../support/reportedIncident.ts'
import { startDrill } from '../../../support/startDrill.ts'

const MINUTE = 60_000

let test: TestDesk
let incident: string
const { look, on, view, clocks, draft, approve, send } = reportingOf(() => ({ test, incident }))

beforeEach(() => {
  ;({ test, incident } = openReportedIncident())
})
afterEach(() => test.desk.close())

/** The desk belongs to a county's hub, which no link reaches. */
function enrol(): SyncStore {
  const { store } = test.desk.context
  const sync = createSyncStore(store)
  const pin = { hubId: 'h'.repeat(32), publicKey: '0'.repeat(64), hubEpoch: 'hub-epoch' }
  sync.saveEnrolled({ pin, township: { division: store.scope, name: '清溪镇' }, letter: 'A' })
  return sync
}

/** The county has everything. */
function confirmAll(sync: SyncStore): void {
  for (const { epoch, lane, head } of sync.ownChains()) sync.saveAck({ epoch, lane }, head.seq, test.clock.now())
}

it('a report that waits here for a link stops no clock until the county has it', async () => {
  const sync = enrol()
  const { report } = draft()
  await approve(report)
  const running = clocks()
  expect(running).toContain('firstWritten')
  send(report)
  expect([view(report).held, clocks()]).toEqual([true, running])
  const told = { to: county, person: '周科长', phone: '028-87654321', route: 'phone', text: '' } as const
  ask(test.desk, 'report.tell', { ...on(), ...told, at: test.clock.now() })
  expect(clocks()).toEqual(running.filter((clock) => clock !== 'firstPhone'))
  confirmAll(sync)
  expect([view(report).held, clocks()]).toEqual([false, []])
})

it('a report that waits for a link in a drill stops no clock either', async () => {
  const sync = enrol()
  startDrill(test)
  incident = recordIncident(test, draftIdIn('drill', 'draft002'))
  const { report } = draft()
  await approve(report)
  const running = clocks()
  send(report)
  expect([view(report).held, clocks()]).toEqual([true, running])
  confirmAll(sync)
  expect(view(report).held).toBe(false)
})

it('a report may leave before it is signed: then the signature has its own clock', async () => {
  const { report } = draft()
  send(report, true)
  expect([view(report).status, clocks()]).toEqual(['sentUnsigned', ['approval']])
  test.clock.advance(31 * MINUTE)
  const alarms = () => test.desk.alarms.read().alarms.map(({ kind, stage, wantsReason }) => [kind, stage, wantsReason])
  expect(alarms()).toEqual([['report.approval', 'red', true]])
  await approve(report)
  expect(alarms()).toEqual([['report.approval', 'red', true]])
  explainAlarm(test.desk.context, test.desk.alarms, test.desk.alarms.read().alarms[0]?.id ?? '', '电话一直占线')
  expect([alarms(), look().late.map(({ reason }) => reason)]).toEqual([[], ['电话一直占线']])
})

it('a late report sounds first amber then red, and stops with the act that satisfies it', () => {
  const seen = (minutes: number) => {
    test.clock.advance(minutes * MINUTE)
    return test.desk.alarms.read().alarms.map(({ kind, stage }) => `${kind} ${stage}`)
  }
  expect([seen(14), seen(1), seen(6)]).toEqual([[], ['report.firstPhone amber'], ['report.firstPhone red']])
  const told = { to: county, person: '周科长', phone: '028-87654321', route: 'phone', text: '' } as const
  ask(test.desk, 'report.tell', { ...on(), ...told, at: test.clock.now() })
  expect(look().clocks.map(({ clock, stoppedAt, explained }) => [clock, stoppedAt !== null, explained])).toEqual([
    ['firstPhone', true, false],
    ['firstWritten', false, false],
  ])
})

it('a follow-up of today leaves the report of tomorrow morning to be made', async () => {
  const first = draft().report
  await approve(first)
  send(first)
  test.clock.advance(6 * 60 * MINUTE)
  expect(clocks()).toEqual(['followUp'])
  const { report } = draft('followUp')
  await approve(report)
  send(report)
  expect([view(report).report.sendings[0]?.limits, clocks()]).toEqual([[], ['followUp']])
})

it('an incident that need not be reported has no clocks, and says why', () => {
  ask(test.desk, 'report.waive', { ...on(), reason: '经核实为采石场放炮' })
  expect([clocks(), look().waived?.reason]).toEqual([[], '经核实为采石场放炮'])
  expect(() => ask(test.desk, 'report.waive', { ...on(), reason: '再一次' })).toThrow()
  ask(test.desk, 'report.unwaive', { ...on(), reason: '又有落石' })
  expect(clocks()).toEqual(['firstPhone', 'firstWritten'])
})

it('the ten hours of relief are started once and ticked off one by one', () => {
  ask(test.desk, 'report.startRelief', on())
  expect(() => ask(test.desk, 'report.startRelief', on())).toThrow(
    expect.objectContaining({ code: 'report.reliefRuns' }),
  )
  ask(test.desk, 'report.reachRelief', { ...on(), condition: 'relocated', at: test.clock.now() })
  expect(Object.keys(look().relief?.reached ?? {})).toEqual(['relocated'])
  expect(look().relief?.limit?.rule).toBe('report.relief')
  ask(test.desk, 'report.undoRelief', { ...on(), condition: 'relocated', reason: '又有3户返回' })
  expect(look().relief?.reached).toEqual({})
})

it('after weeks without a morning report the next one still leaves', async () => {
  const first = draft().report
  await approve(first)
  send(first)
  test.clock.advance(21 * 86_400_000)
  const next = draft('followUp').report
  await approve(next)
  send(next)
  expect(view(next).hadAt).toBe(test.clock.now())
  expect(clocks()).not.toContain('followUp')
})
