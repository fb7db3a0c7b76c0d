import type { ArgsOf, ResultOf } from '../../shared/ipc/contract.ts'
import { ask } from './ask.ts'
import { openTestDesk, type TestDesk } from './deskFixture.ts'
import { record } from './intakes.ts'

export const county = { key: 'countyEmergency', name: '县应急管理局', tier: 'county' } as const

/** A desk with one incident just taken, and a leader on duty. Close the desk. */
export interface ReportedIncident {
  readonly test: TestDesk
  readonly incident: string
}

export function openReportedIncident(): ReportedIncident {
  const test = openTestDesk()
  ask(test.desk, 'duty.take', { post: 'leader', person: test.leader.id, note: '', base: [] })
  return { test, incident: recordIncident(test) }
}

/** In the world the desk is in. @returns the incident's id */
export function recordIncident({ desk, clock, villages }: TestDesk, draft = 'draft001'): string {
  const said = { reportedAt: clock.now(), figures: { trapped: { n: 2 }, evacuated: { n: 15 } } }
  return record(desk, draft, { ...said, village: villages[0] ?? null, measures: '已转移15人' }).incident.id
}

/** What an officer does about its reports. @param now the incident at hand, which each test opens anew */
export function reportingOf(now: () => ReportedIncident) {
  function look(): NonNullable<ResultOf<'report.ofIncident'>> {
    const { test, incident } = now()
    const found = ask(test.desk, 'report.ofIncident', { incident })
    if (!found) throw new Error('no incident')
    return found
  }
  const on = () => ({ incident: now().incident, base: [...look().tips] })
  const view = (id: string) => {
    const found = look().reports.find(({ report }) => report.label.id === id)
    if (!found) throw new Error('no report')
    return found
  }
  const hashOf = (id: string) => view(id).contentHash
  const byPhone = () => {
    const { leader, clock } = now().test
    return { how: 'phone', person: leader.id, at: clock.now(), phone: '13800000002' } as const
  }
  return {
    look,
    on,
    view,
    hashOf,
    byPhone,
    /** Clocks that run, or were missed. */
    clocks: () => look().clocks.map(({ clock, stoppedAt }) => `${clock}${stoppedAt === null ? '' : ' late'}`),
    draft(kind: ArgsOf<'report.draft'>['kind'] = 'first') {
      const { test, incident } = now()
      const content = ask(test.desk, 'report.prefill', { incident, kind })
      return ask(test.desk, 'report.draft', { ...on(), kind, content })
    },
    approve: async (id: string, signature: ArgsOf<'report.approve'>['signature'] = byPhone()) =>
      now().test.desk.handlers['report.approve']({ ...on(), report: id, contentHash: hashOf(id), signature }),
    send(id: string, unsigned = false, to: ArgsOf<'report.tell'>['to'] = county) {
      const recipients = [{ to, route: 'system' as const }]
      return ask(now().test.desk, 'report.send', { ...on(), report: id, contentHash: hashOf(id), recipients, unsigned })
    },
  }
}
