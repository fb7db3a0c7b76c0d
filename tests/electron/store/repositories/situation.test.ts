import { afterEach, beforeEach, expect, it } from 'vitest'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { on, record } from '../../../support/intakes.ts'

const MINUTE = 60_000
let test: TestDesk

beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const now = () => test.clock.now()
const read = (incident: string | null) => ask(test.desk, 'situation.read', { incident })

it('shows all incidents under way, the gravest first, with what each needs', () => {
  const slide = record(test.desk, 'draft0001', {
    reportedAt: now() - 5 * MINUTE,
    requests: '要挖掘机',
    figures: { missing: { n: 2 } },
  }).incident.id
  const flood = record(
    test.desk,
    'draft0002',
    { reportedAt: now(), level: 'serious', type: { key: 'flashFlood', name: '山洪' } },
    { kind: 'open', title: '石门村山洪' },
  ).incident.id
  const over = record(test.desk, 'draft0003', { reportedAt: now() }, { kind: 'open', title: '已结束' }).incident.id
  ask(test.desk, 'incident.advance', { ...on(test.desk, over), to: 'ended' })
  const { incidents, ringMinutes } = read(null)
  expect([incidents.map(({ row }) => row.id), ringMinutes]).toEqual([[flood, slide], 60])
  expect(incidents[1]).toMatchObject({
    board: { response: null, receivedAt: now() - 5 * MINUTE },
    asked: ['要挖掘机'],
    tasks: [],
    county: { read: 0, delivered: 0, waiting: 2, report: null, told: null },
  })
  expect(incidents[1]?.row.figures).toMatchObject([{ field: 'missing', official: null, said: [{ n: 2 }] }])
  expect(incidents[1]?.steps.open).toBe(incidents[1]?.steps.all)
  expect(read(over).incidents.map(({ row }) => row.phase)).toEqual(['ended'])
  expect(read('incident-nowhere').incidents).toEqual([])
})

it('one incident alone shows everything that is cut; beside others only what is cut because of it', () => {
  const [village] = test.villages
  const one = record(test.desk, 'draft0001', { reportedAt: now() }).incident.id
  ask(test.desk, 'outage.report', {
    utilities: ['power'],
    villages: village ? [{ id: village.id, name: village.name }] : [],
    place: '',
    since: now(),
    source: '供电所',
    means: 'phone',
    note: '',
    incident: null,
  })
  expect([read(one).incidents[0]?.outages.length, read(null).incidents[0]?.outages.length]).toEqual([1, 0])
})

it('keeps what the county wants of us apart from the help that callers ask for', () => {
  const incident = record(test.desk, 'draft0001', { requests: '要挖掘机' }).incident.id
  const source = { key: 'countyEmergency', name: '县应急局' }
  record(test.desk, 'draft0002', { source, requests: '半小时内报失踪人数' }, { kind: 'attach', incident })
  expect(read(incident).incidents[0]).toMatchObject({ asked: ['要挖掘机'], ordered: ['半小时内报失踪人数'] })
})
