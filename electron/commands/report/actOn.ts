import { createHash } from 'node:crypto'
import { limitsStoppedBy, reportClocks } from '../../../shared/domain/report/clocks.ts'
import type { ReportContent } from '../../../shared/domain/report/content.ts'
import { type ReportClockName, type ReportLimit, reportingEntity } from '../../../shared/domain/report/events.ts'
import { findReport } from '../../../shared/domain/report/readReport.ts'
import type { Report, Reporting } from '../../../shared/domain/report/reporting.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import { canonicalJson } from '../../../shared/protocol/canonical.ts'
import type { Author } from '../../../shared/protocol/envelope.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readState } from '../../store/projections/entityState.ts'
import { readCountyHad } from '../../store/repositories/countyHad.ts'
import { readReportedIncident } from '../../store/repositories/reporting.ts'
import type { AnyDraft } from '../../store/writer.ts'
import { CommandError } from '../commandError.ts'
import { requireRole } from '../requireRole.ts'
import { isAhead } from '../saidTimes.ts'

/** The incident that an act of reporting is about, and its own reporting so far. */
export interface OnIncident {
  readonly incident: IncidentRef
  readonly entity: string
  readonly reporting: Reporting | null
}

/** @throws {CommandError} incident.unknown */
export function onIncident({ store }: Pick<DeskContext, 'store'>, id: string): OnIncident {
  const found = readReportedIncident(store.db, id)
  if (!found) throw new CommandError('incident.unknown')
  const entity = reportingEntity(id)
  return { incident: found.incident, entity, reporting: readState(store.db, 'report', entity)?.state ?? null }
}

/** @throws {CommandError} report.unknown, report.withdrawn */
export function requireReport({ reporting }: OnIncident, id: string): Report {
  const report = reporting && findReport(reporting, id)
  if (!report) throw new CommandError('report.unknown')
  if (report.withdrawn) throw new CommandError('report.withdrawn', { no: report.label.no })
  return report
}

/** What was frozen: SHA-256 of the content's canonical JSON. */
export function hashContent(content: ReportContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** Limits that an act meets or misses now, as the rules say, to be kept in its event. */
export function limitsNow(
  { store, clockRules, reportData, now }: DeskContext,
  incident: string,
  stops: readonly ReportClockName[],
): ReportLimit[] {
  const found = readReportedIncident(store.db, incident)
  if (!found) return []
  const counted = found.facts.endedAt !== null && reportData.isCounted(found.type)
  const had = readCountyHad(store.db, store.origin, found.parts)
  const clocks = reportClocks(found.parts, { ...found.facts, counted, had }, clockRules.reports, now())
  return limitsStoppedBy(clocks, stops, clockRules.hash, now())
}

/** @throws {CommandError} report.timeInFuture */
export function checkNotAhead({ now }: Pick<DeskContext, 'now'>, at: number): void {
  if (isAhead(at, now())) throw new CommandError('report.timeInFuture')
}

/** Appends one act in one transaction. Reporting is never refused for a role: lives may depend on it. */
export function act(desk: DeskContext, drafts: readonly AnyDraft[], approver: Author | null = null): null {
  const flags = requireRole(desk, 'incident.handle')
  desk.store.append(drafts, { author: desk.session.author(), approver, flags })
  return null
}
