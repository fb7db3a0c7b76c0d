import { beijingDay, fromBeijing } from '../beijing.ts'
import type { Deadline } from '../deadline.ts'
import { asReached, type CountyHad, type ReachedReport } from './countyHad.ts'
import { RELIEF_CONDITIONS, type ReportClockName, type ReportLimit } from './events.ts'
import { sentAt, sentOf } from './readReport.ts'
import type { Reporting } from './reporting.ts'

/** What the clocks of reporting need to know of the incident itself. */
export interface ReportFacts {
  /** When the duty room was first told, ms. */
  readonly receivedAt: number
  /** When it was reported to have ended; null while it goes on. */
  readonly endedAt: number | null
  /** Losses are counted and checked (核报): a natural disaster, or of no known type. */
  readonly counted: boolean
  /** A clock stops when the county has the report, not when it was sent. */
  readonly had: CountyHad
}

/** Until when, as the rules stand now; undefined where there is no such rule. */
export interface ReportRules {
  due(clock: ReportClockName, startAt: number): ReportLimit | undefined
}

export interface ReportDeadline extends Deadline<ReportClockName> {
  readonly startAt: number
  readonly rule: string
  /** The report it is about; '' for clocks of the incident as a whole. */
  readonly report: string
}

/** Days of zero reports that are looked back on: what was missed before is history. */
const MOST_DAYS = 60

/**
 * All clocks of one incident's reporting. A limit that was written down with the act counts as it was then; one still running
 * follows the rules of today. @param parts reporting of the incident and of all that was merged into it
 */
export function reportClocks(
  parts: readonly Reporting[],
  facts: ReportFacts,
  rules: ReportRules,
  now: number,
): readonly ReportDeadline[] {
  const reports = parts.flatMap((part) => part.reports)
  const reached = asReached(reports, facts.had)
  const late = parts.flatMap((part) => part.late)
  const make = (limit: ReportLimit | undefined, stoppedAt: number | null, report = ''): readonly ReportDeadline[] => {
    if (!limit) return []
    const { clock, dueAt, startAt, rule } = limit
    const explained = late.some((one) => one.clock === clock && one.dueAt === dueAt)
    return [{ clock, dueAt, startAt, rule, stoppedAt, explained, report }]
  }
  const unsigned = reports.flatMap((report) => {
    const first = report.sendings[0]
    if (!first || first.signedBy) return []
    const limit = first.limits.find(({ clock }) => clock === 'approval') ?? rules.due('approval', first.at)
    return make(limit, report.approval?.how.at ?? null, report.label.id)
  })
  const relief = parts.flatMap((part) => {
    if (!part.relief) return []
    const { limit, reached: conditions } = part.relief
    const times = RELIEF_CONDITIONS.flatMap((condition) => conditions[condition]?.at ?? [])
    const stoppedAt = times.length === RELIEF_CONDITIONS.length ? Math.max(...times) : null
    return make(limit ?? rules.due('relief', facts.receivedAt), stoppedAt)
  })
  // Help does not depend on whether the county has to be told.
  if (parts.some(({ waived }) => waived)) return [...unsigned, ...relief]
  const firsts = sentOf(reached, ['first']).map((report) => sentAt(report) ?? 0)
  const [firstSent = null] = firsts
  const told = parts
    .flatMap((part) => part.told)
    .filter(({ voided, to }) => !voided && (to.tier === 'county' || to.tier === 'above'))
    .map(({ at }) => at)
  const due = (clock: ReportClockName, startAt: number) => storedLimit(parts, clock) ?? rules.due(clock, startAt)
  const clocks = [
    ...make(due('firstPhone', facts.receivedAt), earliest([...told, ...firsts])),
    ...make(due('firstWritten', facts.receivedAt), firstSent),
    ...unsigned,
    ...relief,
  ]
  if (firstSent === null) return clocks
  for (const { limit, stoppedAt } of zeroReports(parts, reached, firstSent, facts.endedAt, rules, now))
    clocks.push(...make(limit, stoppedAt))
  if (facts.endedAt !== null && facts.counted) {
    const [verified] = sentOf(reached, ['verified'])
    clocks.push(...make(due('verified', facts.endedAt), verified ? sentAt(verified) : null))
  }
  return clocks
}

/** What the rule said to the act that stopped the clock. */
function storedLimit(parts: readonly Reporting[], clock: ReportClockName): ReportLimit | undefined {
  const written = parts.flatMap(({ told, reports }) => [
    ...told.filter(({ voided }) => !voided),
    ...reports.flatMap(({ sendings }) => sendings),
  ])
  return written.flatMap(({ limits }) => limits).find((limit) => limit.clock === clock)
}

/**
 * One each morning from the first report on, until the incident has ended or the county had the 终报. A morning's report says how
 * things stood at midnight, so only one that left on that day counts for it, once the county has it; the first report itself may be it.
 */
function zeroReports(
  parts: readonly Reporting[],
  reports: readonly ReachedReport[],
  firstSent: number,
  endedAt: number | null,
  rules: ReportRules,
  now: number,
): readonly { readonly limit: ReportLimit; readonly stoppedAt: number | null }[] {
  const sent = sentOf(reports, ['first', 'followUp', 'final']).flatMap(({ sendings }) => sendings)
  const [final = null] = sentOf(reports, ['final']).map((report) => sentAt(report) ?? 0)
  const over = earliest([endedAt, final].filter((at) => at !== null)) ?? Number.POSITIVE_INFINITY
  const found: { limit: ReportLimit; stoppedAt: number | null }[] = []
  let since = Math.max(firstSent, ...settledMornings(parts, reports), now - MOST_DAYS * 86_400_000)
  while (since <= now) {
    const limit = rules.due('followUp', since)
    // What ended the reporting ended it for the mornings still to come.
    if (!limit || limit.dueAt >= over) return found
    const midnight = midnightBefore(limit.dueAt)
    found.push({ limit, stoppedAt: earliest(sent.filter(({ leftAt }) => leftAt >= midnight).map(({ at }) => at)) })
    since = limit.dueAt
  }
  return found
}

function midnightBefore(at: number): number {
  return fromBeijing(beijingDay(at), '00:00') ?? at
}

/** Mornings that were met, or whose missing was explained: what the rule says today does not open them again. */
function settledMornings(parts: readonly Reporting[], reports: readonly ReachedReport[]): readonly number[] {
  const met = reports
    .flatMap(({ sendings }) => sendings)
    .flatMap(({ at, leftAt, limits }) =>
      limits
        .filter(({ clock, dueAt }) => clock === 'followUp' && at <= dueAt && leftAt >= midnightBefore(dueAt))
        .map(({ dueAt }) => dueAt),
    )
  const explained = parts
    .flatMap(({ late }) => late)
    .filter(({ clock }) => clock === 'followUp')
    .map(({ dueAt }) => dueAt)
  return [...met, ...explained]
}

function earliest(times: readonly number[]): number | null {
  return times.length > 0 ? Math.min(...times) : null
}

/** Of one clock an act keeps so many limits, the newest: weeks of missed mornings follow from the log, and an event holds ten in all. */
const MOST_KEPT = 4

/** The limits an act meets, late or not, if it happens now: kept in its event. */
export function limitsStoppedBy(
  clocks: readonly ReportDeadline[],
  stops: readonly ReportClockName[],
  rulesHash: string,
  now: number,
): ReportLimit[] {
  return stops.flatMap((stop) =>
    clocks
      .filter(({ clock, stoppedAt }) => clock === stop && stoppedAt === null)
      // What leaves today says nothing of how things stand tomorrow morning.
      .filter(({ clock, dueAt }) => clock !== 'followUp' || now >= midnightBefore(dueAt))
      .slice(-MOST_KEPT)
      .map(({ clock, rule, startAt, dueAt }) => ({ clock, rule, rulesHash, startAt, dueAt })),
  )
}
