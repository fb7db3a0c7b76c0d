import { describe, expect, it } from 'vitest'
import { readClockRules } from '../../../../electron/alarms/clockRules.ts'
import { beijingDay, beijingTime, fromBeijing } from '../../../../shared/domain/beijing.ts'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { type ReportFacts, reportClocks } from '../../../../shared/domain/report/clocks.ts'
import type { ReportContent, ReportKind } from '../../../../shared/domain/report/content.ts'
import type { ReportLimit, Tier } from '../../../../shared/domain/report/events.ts'
import { reportAggregate } from '../../../../shared/domain/report/reporting.ts'
import { makeHistory } from '../../../support/history.ts'

const ID = 'reports-incident-1'
const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾村后山山体滑坡' }
const at = (time: string, day = '2026-07-14') => fromBeijing(day, time) ?? 0
const content: ReportContent = {
  title: '报告',
  asOf: 0,
  receivedAt: null,
  occurredAt: null,
  type: null,
  level: 'undetermined',
  figures: {},
  sections: {},
}
const facts: ReportFacts = { receivedAt: at('02:40'), endedAt: null, counted: true, had: new Map() }
const rules = readClockRules().reports

function makeReporting() {
  const history = makeHistory(ID)
  let count = 0
  return {
    history,
    send(kind: ReportKind, when: number, more: { unsigned?: true; limits?: ReportLimit[] } = {}) {
      count += 1
      const report = { id: `report-${count}`, no: `0714-A0${count}`, kind, ordinal: 0, title: '报告' }
      history.add('report.sent', {
        incident,
        report,
        at: when,
        content,
        contentHash: 'a'.repeat(64),
        signedBy: more.unsigned ? null : { id: 'p', name: '刘芳' },
        recipients: [{ to: { key: 'countyEmergency', name: '县应急管理局', tier: 'county' }, route: 'system' }],
        limits: more.limits ?? [],
      })
      return report
    },
    tell(tier: Tier, when: number) {
      const to = { key: 'x', name: '县应急管理局', tier }
      const said = { person: '', phone: '', route: 'phone' as const, by: '张伟', text: '', limits: [] }
      history.add('report.told', { incident, telling: `t${when}`, to, at: when, ...said })
    },
    /** Versions of everything sent. */
    sent(): readonly string[] {
      const { state } = foldEntity(reportAggregate, ID, history.events)
      return state.reports.flatMap(({ sendings }) => sendings.map(({ by }) => by.version))
    },
    /** `clock due [stopped]`, as Beijing times. */
    show(now: number, given = facts) {
      const { state } = foldEntity(reportAggregate, ID, history.events)
      return reportClocks([state], given, rules, now).map(({ clock, dueAt, stoppedAt, explained }) =>
        [clock, wall(dueAt), stoppedAt === null ? 'runs' : wall(stoppedAt), ...(explained ? ['explained'] : [])].join(
          ' ',
        ),
      )
    },
  }
}
function wall(ms: number): string {
  const day = beijingDay(ms)
  return day === '2026-07-14' ? beijingTime(ms) : `${day.slice(5)} ${beijingTime(ms)}`
}

describe('the first report', () => {
  it('is due by telephone in 20 minutes and in writing in 40, from the first word on', () => {
    const { show } = makeReporting()
    expect(show(at('02:41'))).toEqual(['firstPhone 03:00 runs', 'firstWritten 03:20 runs'])
  })

  it('is given by telephone when the county was told, not when the township was', () => {
    const { show, tell } = makeReporting()
    tell('township', at('02:45'))
    expect(show(at('02:50'))[0]).toBe('firstPhone 03:00 runs')
    tell('county', at('02:52'))
    expect(show(at('02:53'))).toEqual(['firstPhone 03:00 02:52', 'firstWritten 03:20 runs'])
  })

  it('in writing tells the county too; then the morning is waited for', () => {
    const { show, send } = makeReporting()
    send('first', at('02:55'))
    expect(show(at('02:56'))).toEqual(['firstPhone 03:00 02:55', 'firstWritten 03:20 02:55', 'followUp 08:00 02:55'])
  })

  it('that lies at this console is no report yet; told by telephone it has been given by telephone', () => {
    const { show, send, tell, sent } = makeReporting()
    send('first', at('02:55'), { unsigned: true })
    const cut = { ...facts, had: new Map(sent().map((version) => [version, null])) }
    expect(show(at('02:56'), cut)).toEqual(['firstPhone 03:00 runs', 'firstWritten 03:20 runs', 'approval 03:25 runs'])
    tell('county', at('02:58'))
    expect(show(at('03:30'), cut)).toEqual(['firstPhone 03:00 02:58', 'firstWritten 03:20 runs', 'approval 03:25 runs'])
    expect(show(at('03:30'))).toContain('firstWritten 03:20 02:55')
  })

  it('that waited for a link was given when the county had it', () => {
    const { show, send, sent } = makeReporting()
    send('first', at('02:55'))
    const had = new Map(sent().map((version) => [version, at('04:15')]))
    expect(show(at('04:20'), { ...facts, had })).toEqual([
      'firstPhone 03:00 04:15',
      'firstWritten 03:20 04:15',
      'followUp 08:00 04:15',
    ])
  })

  it('keeps the limit that was written down when it was given', () => {
    const { show, send } = makeReporting()
    const limit = { clock: 'firstWritten' as const, rule: 'report.first.written', rulesHash: 'b'.repeat(16) }
    send('first', at('03:30'), { limits: [{ ...limit, startAt: at('02:40'), dueAt: at('03:40') }] })
    expect(show(at('04:00'))[1]).toBe('firstWritten 03:40 03:30')
  })

  it('is not waited for when somebody said why not', () => {
    const { show, history } = makeReporting()
    history.add('report.waived', { incident, reason: '经核实为放炮声响' })
    expect(show(at('09:00'))).toEqual([])
    history.add('report.unwaived', { incident, reason: '又有落石' })
    expect(show(at('09:00'))).toHaveLength(2)
  })
})

describe('the zero report', () => {
  it('is due every morning until the incident has ended', () => {
    const { show, send } = makeReporting()
    send('first', at('22:10', '2026-07-13'))
    send('followUp', at('07:40'))
    const mornings = (now: number, given?: ReportFacts) =>
      show(now, given).filter((line) => line.startsWith('followUp'))
    expect(mornings(at('09:00'))).toEqual(['followUp 08:00 07:40', 'followUp 07-15 08:00 runs'])
    expect(mornings(at('07:00', '2026-07-16'))).toEqual([
      'followUp 08:00 07:40',
      'followUp 07-15 08:00 runs',
      'followUp 07-16 08:00 runs',
    ])
    expect(mornings(at('09:00'), { ...facts, endedAt: at('08:30') })).toEqual(['followUp 08:00 07:40'])
  })

  it('is spared by a report that left after midnight, not by one before it', () => {
    const { show, send } = makeReporting()
    send('first', at('22:10', '2026-07-13'))
    send('followUp', at('23:50', '2026-07-13'))
    expect(show(at('01:00'))).toContain('followUp 08:00 runs')
    send('followUp', at('00:30'))
    expect(show(at('01:00'))).toContain('followUp 08:00 00:30')
  })

  it('that left in time is late when the county had it late; one from before midnight that arrived after it tells of yesterday', () => {
    const { show, send, sent } = makeReporting()
    const arrived = (...times: readonly number[]) => ({
      ...facts,
      had: new Map(sent().map((version, index) => [version, times[index] ?? null])),
    })
    send('first', at('22:10', '2026-07-13'))
    send('followUp', at('23:50', '2026-07-13'))
    const first = at('22:11', '2026-07-13')
    expect(show(at('01:00'), arrived(first, at('00:30')))).toContain('followUp 08:00 runs')
    const limit = rules.due('followUp', at('07:40'))
    send('followUp', at('07:40'), { limits: limit ? [limit] : [] })
    expect(show(at('08:30'), arrived(first, at('00:30'), at('08:20')))).toContain('followUp 08:00 08:20')
    expect(show(at('08:30'), arrived(first, at('00:30')))).toContain('followUp 08:00 runs')
  })

  it('late, stops what it came late for, and a reason closes it', () => {
    const { show, send, history } = makeReporting()
    send('first', at('22:10', '2026-07-13'))
    send('followUp', at('08:20'))
    expect(show(at('08:30'))).toContain('followUp 08:00 08:20')
    history.add('report.lateExplained', { incident, clock: 'followUp', dueAt: at('08:00'), reason: '断电' })
    expect(show(at('08:30')).filter((line) => line.startsWith('followUp'))).toEqual(['followUp 07-15 08:00 runs'])
  })

  it('ends with the final report', () => {
    const { show, send } = makeReporting()
    send('first', at('02:55'))
    send('final', at('06:00'))
    expect(show(at('09:00')).filter((line) => line.startsWith('followUp'))).toEqual([])
  })
})

describe('after the end', () => {
  it('natural disasters are verified within two working days', () => {
    const { show, send } = makeReporting()
    send('first', at('02:55', '2026-07-17'))
    const ended = { ...facts, receivedAt: at('02:40', '2026-07-17'), endedAt: at('18:00', '2026-07-17') }
    expect(show(at('19:00', '2026-07-17'), ended)).toContain('verified 07-21 18:00 runs')
    expect(show(at('19:00', '2026-07-17'), { ...ended, counted: false }).join()).not.toContain('verified')
  })
})

it('what left unsigned has to be signed within half an hour, also when nothing else has to be reported', () => {
  const { show, send, history } = makeReporting()
  const report = send('first', at('02:55'), { unsigned: true })
  history.add('report.waived', { incident, reason: '误报' })
  expect(show(at('03:00'))).toEqual(['approval 03:25 runs'])
  const approval = { how: 'phone', at: at('03:05'), phone: '13800000002', recordedBy: '张伟' } as const
  const signed = { of: 'f'.repeat(16), contentHash: 'a'.repeat(64), person: { id: 'p', name: '刘芳' }, limits: [] }
  history.add('report.approved', { incident, report, approval, ...signed })
  expect(show(at('03:10'))).toEqual(['approval 03:25 03:05'])
})

describe('the ten hours of relief', () => {
  const reach = (condition: 'relocated' | 'supplies' | 'living' | 'medical', when: number) =>
    ({ incident, condition, at: when, by: '张伟' }) as const

  it('count from the first word and end when all four conditions are there, waived or not', () => {
    const { show, history } = makeReporting()
    const relief = (now: number) => show(now).filter((line) => line.startsWith('relief'))
    expect(relief(at('03:00'))).toEqual([])
    history.add('report.reliefStarted', { incident })
    history.add('report.waived', { incident, reason: '县里已派人在场' })
    history.add('report.reliefReached', reach('relocated', at('04:00')))
    history.add('report.reliefReached', reach('supplies', at('06:10')))
    history.add('report.reliefReached', reach('living', at('07:30')))
    expect(relief(at('08:00'))).toEqual(['relief 12:40 runs'])
    history.add('report.reliefReached', reach('medical', at('07:00')))
    expect(relief(at('08:00'))).toEqual(['relief 12:40 07:30'])
    history.add('report.reliefUndone', { incident, condition: 'living', reason: '帐篷不够' })
    expect(relief(at('08:00'))).toEqual(['relief 12:40 runs'])
  })
})
