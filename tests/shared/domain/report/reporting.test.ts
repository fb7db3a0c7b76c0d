import { describe, expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { laneOf } from '../../../../shared/domain/lane.ts'
import type { ReportContent, ReportLabel } from '../../../../shared/domain/report/content.ts'
import {
  contentOf,
  nextKind,
  nextOrdinal,
  statusOf,
  textInForce,
  unsignedFor,
} from '../../../../shared/domain/report/readReport.ts'
import { reportAggregate } from '../../../../shared/domain/report/reporting.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const T0 = 1_784_000_000_000
const ID = 'reports-incident-1'
const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾村后山山体滑坡' }
const label: ReportLabel = { id: 'report-1', no: '0714-A01', kind: 'first', ordinal: 0, title: '首报' }
const content = (advice: string): ReportContent => ({
  title: '首报',
  asOf: T0,
  receivedAt: T0,
  occurredAt: null,
  type: null,
  level: 'undetermined',
  figures: {},
  sections: { advice },
})
const hash = 'a'.repeat(64)
const about = { incident, report: label }
const leader = { id: 'person-9', name: '刘芳' }
const drafted = { ...about, no: label.no, content: content('一') }
const approved = (of: string, person = leader) => ({
  ...about,
  of,
  contentHash: hash,
  person,
  approval: { how: 'signedIn' as const, at: T0 + 60_000 },
  limits: [],
})
const sent = (signedBy: typeof leader | null, text = '一') => ({
  ...about,
  at: T0 + 30_000,
  content: content(text),
  contentHash: hash,
  signedBy,
  recipients: [
    { to: { key: 'countyEmergency', name: '县应急管理局', tier: 'county' as const }, route: 'system' as const },
  ],
  limits: [],
})
const state = ({ events }: Pick<History, 'events'>) => foldEntity(reportAggregate, ID, events).state
const only = (history: Pick<History, 'events'>) => {
  const [report] = state(history).reports
  if (!report) throw new Error('no report')
  return report
}

describe('a report', () => {
  it('is drafted, revised, signed, sent; from then on nothing changes it', () => {
    const history = makeHistory(ID)
    history.add('report.drafted', drafted)
    expect(statusOf(only(history))).toBe('awaiting')
    const second = history.add('report.revised', { ...about, content: content('二') })
    history.add('report.approved', approved(second))
    expect(statusOf(only(history))).toBe('approved')
    history.add('report.sent', sent(leader, '二'))
    history.add('report.revised', { ...about, content: content('三') })
    history.add('report.withdrawn', { ...about, reason: '不报了' })
    const report = only(history)
    expect([statusOf(report), contentOf(report)?.sections.advice, report.withdrawn]).toEqual(['sent', '二', null])
    expect(report.texts.map(({ effective }) => effective)).toEqual([true, true, false])
  })

  it('is what the leader signed, though another console changed it without knowing', () => {
    const history = makeHistory(ID)
    const first = history.add('report.drafted', drafted)
    history.add('report.revised', { ...about, content: content('别处改的') }, { origin: 'd-b', sees: [first], at: T0 })
    history.add('report.approved', approved(first), { origin: 'd-a', sees: [first] })
    const report = only(history)
    expect(textInForce(report)?.content.sections.advice).toBe('一')
    expect(only({ events: history.events.toReversed() })).toEqual(report)
  })

  it('keeps a second signature given at the same time, without effect', () => {
    const history = makeHistory(ID)
    const first = history.add('report.drafted', drafted)
    history.add('report.approved', approved(first), { at: T0 })
    history.add('report.approved', approved(first, { id: 'person-8', name: '周敏' }), {
      origin: 'd-b',
      sees: [first],
      at: T0 + 1,
    })
    const { approval, furtherApprovals } = only(history)
    expect([approval?.person.name, furtherApprovals.map(({ person }) => person.name)]).toEqual(['刘芳', ['周敏']])
  })

  it('that left before it was signed shows the gap', () => {
    const history = makeHistory(ID)
    const first = history.add('report.drafted', drafted)
    history.add('report.sent', sent(null))
    expect([statusOf(only(history)), unsignedFor(only(history), T0 + 90_000)]).toEqual(['sentUnsigned', 60_000])
    history.add('report.approved', approved(first))
    expect([statusOf(only(history)), unsignedFor(only(history), T0 + 999_000)]).toEqual(['sent', 30_000])
  })

  it('can be read from what was sent alone, while its draft has not arrived', () => {
    const history = makeHistory(ID)
    history.add('report.sent', sent(leader))
    const report = only(history)
    expect([report.drafted, contentOf(report)?.sections.advice, report.label.no]).toEqual([null, '一', '0714-A01'])
  })

  it('counts follow-ups without those withdrawn and without corrections', () => {
    const history = makeHistory(ID)
    const follow = (id: string, ordinal: number) => ({ ...label, id, kind: 'followUp' as const, ordinal })
    expect(nextKind([])).toBe('first')
    history.add('report.drafted', drafted)
    history.add('report.drafted', { ...drafted, report: follow('report-2', 1) })
    history.add('report.drafted', { ...drafted, report: follow('report-3', 2) })
    history.add('report.withdrawn', { ...about, report: follow('report-3', 2), reason: '并入下一份' })
    history.add('report.drafted', { ...drafted, report: follow('report-4', 1), corrects: follow('report-2', 1) })
    const { reports } = state(history)
    expect([nextKind(reports), nextOrdinal(reports, 'followUp'), nextOrdinal(reports, 'final')]).toEqual([
      'followUp',
      2,
      0,
    ])
  })
})

it('goes in the flash lane when lives are at stake or it is grave, else as command', () => {
  const lane = (more: Partial<ReportContent>) => {
    const body = sent(leader)
    return laneOf('report.sent', { ...body, content: { ...body.content, ...more } })
  }
  expect([
    lane({}),
    lane({ level: 'relativelySerious' }),
    lane({ figures: { trapped: { value: null, source: '村干部' } } }),
    lane({ figures: { evacuated: { value: { n: 15 }, source: '村干部' } } }),
    laneOf('report.drafted', drafted),
  ]).toEqual([1, 0, 0, 1, 2])
})
