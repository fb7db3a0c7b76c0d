import { isWatched } from '../../shared/domain/deadline.ts'
import { reportClocks } from '../../shared/domain/report/clocks.ts'
import { completenessOf } from '../../shared/domain/report/completeness.ts'
import { asReached, type CountyHad } from '../../shared/domain/report/countyHad.ts'
import { reportingEntity } from '../../shared/domain/report/events.ts'
import { contentOf, nextKind, sentAt, statusOf } from '../../shared/domain/report/readReport.ts'
import type { Report } from '../../shared/domain/report/reporting.ts'
import type { ClockRule } from '../../shared/domain/rules.ts'
import type {
  IncidentReporting,
  RecipientOption,
  ReportClockLine,
  ReportView,
  Signer,
} from '../../shared/ipc/reports.ts'
import { hlcMs } from '../../shared/protocol/hlc.ts'
import { hashContent } from '../commands/report/actOn.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readCountyHad } from '../store/repositories/countyHad.ts'
import { readActivePeople } from '../store/repositories/people.ts'
import { type ReportedIncident, readReportedIncident } from '../store/repositories/reporting.ts'
import { readPost } from '../store/repositories/township.ts'

/** Everything about the reporting of one incident; null when nothing of the incident has arrived. */
export function readReporting(desk: DeskContext, id: string): IncidentReporting | null {
  const found = readReportedIncident(desk.store.db, id)
  if (!found) return null
  const { kinds } = desk.reportData.rules()
  const had = readCountyHad(desk.store.db, desk.store.origin, found.parts)
  const own = readState(desk.store.db, 'report', reportingEntity(id))
  const reports = found.parts.flatMap((part) => part.reports).toSorted((a, b) => writtenAt(a) - writtenAt(b))
  return {
    incident: found.incident,
    tips: own?.tips ?? [],
    reports: reports.map((report) => viewOf(desk, report, reports, had)),
    told: found.parts.flatMap((part) => part.told).toSorted((a, b) => b.at - a.at),
    waived: own?.state.waived ?? null,
    relief: own?.state.relief ?? null,
    late: found.parts.flatMap((part) => part.late),
    clocks: clocksOf(desk, found, had),
    recipients: recipientsOf(desk, found.type),
    signers: signersOf(desk),
    items: {
      first: kinds.first.items,
      followUp: kinds.followUp.items,
      final: kinds.final.items,
      verified: kinds.verified.items,
    },
    nextKind: nextKind(own?.state.reports ?? []),
  }
}

function writtenAt({ drafted, sendings }: Report): number {
  const hlc = drafted?.hlc ?? sendings[0]?.by.hlc
  return hlc === undefined ? 0 : hlcMs(hlc)
}

function viewOf({ reportData }: DeskContext, report: Report, all: readonly Report[], had: CountyHad): ReportView {
  const content = contentOf(report)
  const { percent, missing } = content
    ? completenessOf(report.label.kind, content, reportData.rules())
    : { percent: 0, missing: [] }
  const [reached] = asReached([report], had)
  const hadAt = reached ? sentAt(reached) : null
  return {
    report,
    status: statusOf(report),
    contentHash: content ? hashContent(content) : '',
    percent,
    missing,
    held: report.sendings.length > 0 && hadAt === null,
    hadAt,
    sentVersion: report.sendings[0]?.by.version ?? '',
    correctedBy:
      all.findLast(({ corrects, sendings }) => corrects?.id === report.label.id && sendings.length > 0)?.label.no ?? '',
  }
}

/** Those that run, and those that were missed: what was done in time needs nobody's attention. */
function clocksOf(
  { clockRules, reportData, now }: DeskContext,
  found: ReportedIncident,
  had: CountyHad,
): readonly ReportClockLine[] {
  const counted = found.facts.endedAt !== null && reportData.isCounted(found.type)
  return reportClocks(found.parts, { ...found.facts, counted, had }, clockRules.reports, now())
    .filter((clock) => isWatched(clock) || (clock.stoppedAt ?? 0) > clock.dueAt)
    .map(({ clock, startAt, dueAt, stoppedAt, explained, rule }) => ({
      clock,
      startAt,
      amberAt: clockRules.amberFrom(startAt, dueAt),
      dueAt,
      stoppedAt,
      explained,
      rule: clockRules.citation(rule as ClockRule) ?? null,
    }))
}

function recipientsOf({ reportData }: DeskContext, type: string): readonly RecipientOption[] {
  const body = reportData.classification().types.find(({ key }) => key === type)?.body
  return reportData.rules().recipients.map(({ key, name, tier, usual, body: standsFor }) => ({
    key,
    name,
    tier,
    usual: usual || (body !== undefined && standsFor === body),
  }))
}

/** Whoever leads tonight first. */
function signersOf({ store }: DeskContext): readonly Signer[] {
  const onDuty = new Set(readPost(store.db, 'leader').holders.map(({ id }) => id))
  return readActivePeople(store.db)
    .filter(({ id, roles }) => onDuty.has(id) || roles.includes('leaderOnDuty') || roles.includes('townshipHead'))
    .map(({ id, name, post, phone, access }) => ({
      id,
      name,
      post,
      phone,
      onDuty: onDuty.has(id),
      canSignIn: access === 'password',
    }))
    .sort((a, b) => Number(b.onDuty) - Number(a.onDuty))
}

/** The type of an incident as its own fields have it. */
export function groupOf({ reportData }: DeskContext, type: string): string {
  const { types, groups } = reportData.classification()
  const group = types.find(({ key }) => key === type)?.group
  return groups.find(({ key }) => key === group)?.name['zh-CN'] ?? ''
}
