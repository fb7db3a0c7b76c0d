import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCallPage } from '../../../../electron/store/repositories/calls.ts'
import { readCandidates } from '../../../../electron/store/repositories/candidates.ts'
import { readIncidentDetail } from '../../../../electron/store/repositories/incidentDetail.ts'
import { readIncidentPage } from '../../../../electron/store/repositories/incidents.ts'
import { readIncidentTimeline } from '../../../../electron/store/repositories/incidentTimeline.ts'
import type { ReadableDb } from '../../../../shared/node/openDatabase.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { on, record } from '../../../support/intakes.ts'
import { plansOf } from '../../../support/queryPlans.ts'

/** Lists made by the query itself, tables of a few rows, and the search index, which is asked by its words. */
const SMALL =
  /^SCAN (own_ack|recent|wanted|value|json_each|family|f|subject|s|about|a|leading|\d+ CONSTANT ROWS?|CONSTANT ROW|search VIRTUAL TABLE|search|s VIRTUAL TABLE|c USING (COVERING )?INDEX call_unconfirmed)\b/

describe('reading incidents', () => {
  let test: TestDesk
  let id: string
  let db: ReadableDb
  beforeAll(() => {
    test = openTestDesk()
    db = test.desk.store.db
    const [village, other] = test.villages
    for (let i = 10; i < 30; i++) {
      test.clock.advance(60_000)
      const where = i % 2 ? village : other
      id = record(test.desk, `draft00${i}`, { village: where, reportedAt: test.clock.now() }).incident.id
    }
    ask(test.desk, 'incident.note', { ...on(test.desk, id), at: 1, text: '道路中断' })
  })
  afterAll(() => test.desk.close())

  const page = { sort: 'openedMs', descending: true, offset: 0, limit: 10 } as const

  it.each<readonly [string, (db: ReadableDb) => void]>([
    ['the ledger', (watched) => readIncidentPage(watched, { standings: ['open'] }, page)],
    ['a search', (watched) => readIncidentPage(watched, { text: '道路' }, page)],
    ['the detail', (watched) => readIncidentDetail(watched, id)],
    ['the timeline', (watched) => readIncidentTimeline(watched, test.desk.store.origin, id, null, 100)],
    [
      'the candidates',
      (watched) =>
        readCandidates(watched, { village: test.villages[0]?.id ?? '', type: 'landslide' }, test.clock.now()),
    ],
    ['unconfirmed calls', (watched) => readCallPage(watched, { ...page, sort: 'reportedMs', unconfirmed: true })],
  ])('%s goes through no whole table', (_, read) => {
    expect(plansOf(db, read).filter((step) => step.startsWith('SCAN ') && !SMALL.test(step))).toEqual([])
  })

  it('gives every row once over all pages, in every order', () => {
    const whole = readIncidentPage(db, {}, { ...page, limit: 500 })
    expect(whole.total).toBe(20)
    for (const sort of ['openedMs', 'atMs', 'no', 'title', 'type', 'level', 'phase', 'village'] as const) {
      const seen = [0, 7, 14].flatMap(
        (offset) => readIncidentPage(db, {}, { sort, descending: false, offset, limit: 7 }).rows,
      )
      expect(new Set(seen.map((row) => row.id)).size).toBe(20)
    }
    expect(whole.rows.map((row) => row.openedMs)).toEqual(
      whole.rows.map((row) => row.openedMs).toSorted((a, b) => b - a),
    )
  })

  it('filters by village, type, phase, level and Beijing day', () => {
    const count = (filter: Parameters<typeof readIncidentPage>[1]) => readIncidentPage(db, filter, page).total
    expect(count({ village: test.villages[0]?.id })).toBe(10)
    expect(count({ types: ['flood'] })).toBe(0)
    expect(count({ phases: ['received'], levels: ['undetermined'] })).toBe(20)
    expect(count({ fromDay: '2026-07-14', toDay: '2026-07-14' })).toBe(20)
    expect(count({ fromDay: '2026-07-15' })).toBe(0)
    expect(count({ toDay: '2026-07-13' })).toBe(0)
  })
})
