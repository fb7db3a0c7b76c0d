import { expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import type { ReportContent } from '../../../../shared/domain/report/content.ts'
import { asReached, recordedHad, waitsForLink } from '../../../../shared/domain/report/countyHad.ts'
import type { Route, Tier } from '../../../../shared/domain/report/events.ts'
import { type Reporting, reportAggregate } from '../../../../shared/domain/report/reporting.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const ID = 'reports-incident-1'
const MINUTE = 60_000
const incident = { id: 'incident-1', no: '0714-A01', title: '后山滑坡' }
const report = { id: 'report-1', no: '0714-A01', kind: 'first', ordinal: 0, title: '首报' } as const
const content: ReportContent = {
  ...{ title: '首报', asOf: 0, receivedAt: null, occurredAt: null, type: null, level: 'undetermined' },
  figures: {},
  sections: {},
}
const to = (tier: Tier) => ({ key: tier, name: '某单位', tier })

function send(history: History, minute: number, ...routes: readonly (readonly [Tier, Route])[]): string {
  const recipients = routes.map(([tier, route]) => ({ to: to(tier), route }))
  const sent = { at: minute * MINUTE, content, contentHash: 'a'.repeat(64), signedBy: null, recipients, limits: [] }
  return history.add('report.sent', { incident, report, ...sent })
}
const delivered = (history: History, of: string, minute: number) =>
  history.add('report.delivered', { incident, report, of, at: minute * MINUTE })
const fold = ({ events }: History): Reporting => foldEntity(reportAggregate, ID, events).state
function said(history: History, version: string): readonly number[] {
  const state = fold(history)
  const [one] = state.reports
  if (!one) throw new Error('no report')
  return recordedHad(state, one, version).map((at) => at / MINUTE)
}

it('waits for its link where the county gets it by this program alone, whoever else has it by another route', () => {
  const waits = (...routes: readonly (readonly [Tier, Route])[]) => {
    const history = makeHistory(ID)
    send(history, 5, ...routes)
    return fold(history).reports[0]?.sendings.map(waitsForLink)[0]
  }
  expect([
    waits(['county', 'system']),
    waits(['county', 'system'], ['other', 'fax']),
    waits(['county', 'fax'], ['above', 'system']),
    waits(['other', 'system']),
    waits(['county', 'phone']),
  ]).toEqual([true, true, false, true, false])
})

it('was had when its own sending was confirmed, also when that was written again since', () => {
  const history = makeHistory(ID)
  const first = send(history, 5, ['county', 'system'])
  const second = send(history, 50, ['county', 'system'])
  delivered(history, second, 60)
  expect([said(history, first), said(history, second)]).toEqual([[], [60]])
  delivered(history, 'f'.repeat(16), 40)
  expect([said(history, first), said(history, second)]).toEqual([[40], [60, 40]])
})

it('was had with the paper that was told to be there, not with words on the telephone, nor where that was void or about another', () => {
  const history = makeHistory(ID)
  const version = send(history, 5, ['county', 'system'])
  const tell = (telling: string, route: Route, minute: number, about: typeof report | null = report) =>
    history.add('report.told', {
      ...{
        incident,
        telling,
        to: to('county'),
        person: '',
        phone: '',
        route,
        at: minute * MINUTE,
        by: '张伟',
        text: '',
      },
      ...(about && { report: about }),
      limits: [],
    })
  tell('t1', 'phone', 10)
  tell('t2', 'fax', 20)
  tell('t3', 'fax', 15)
  history.add('report.toldVoided', { incident, telling: 't3', reason: '没有传成' })
  tell('t4', 'inPerson', 12, null)
  expect(said(history, version)).toEqual([20])
})

it('is no report yet while the county has not got it, and one of the time when it had it afterwards', () => {
  const history = makeHistory(ID)
  const version = send(history, 5, ['county', 'system'])
  const { reports } = fold(history)
  const times = (had: number | null | undefined) => {
    const map = new Map(had === undefined ? [] : [[version, had]])
    return asReached(reports, map).map(({ sendings }) => sendings.map(({ at, leftAt }) => [at, leftAt]))
  }
  expect([times(undefined), times(null), times(95 * MINUTE)]).toEqual([
    [[[5 * MINUTE, 5 * MINUTE]]],
    [[]],
    [[[95 * MINUTE, 5 * MINUTE]]],
  ])
})
