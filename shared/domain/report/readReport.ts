import type { ReportContent, ReportKind, ReportLabel } from './content.ts'
import type { Report, Reporting, ReportText, Sending } from './reporting.ts'

/** Where a report stands. 已发出 and 县已阅 differ by the county's receipt, which is not the report's own. */
export type ReportStatus = 'awaiting' | 'approved' | 'sent' | 'sentUnsigned' | 'withdrawn'

export function statusOf({ withdrawn, approval, sendings }: Report): ReportStatus {
  if (sendings.length > 0) return approval ? 'sent' : 'sentUnsigned'
  if (approval) return 'approved'
  return withdrawn ? 'withdrawn' : 'awaiting'
}

/** The text in force: what was sent, else what was signed, else what was written last. Null: not arrived. */
export function contentOf(report: Report): ReportContent | null {
  return report.sendings[0]?.content ?? textInForce(report)?.content ?? null
}

/** The text a signature or an edit would be about. */
export function textInForce({ approval, texts }: Report): ReportText | null {
  const signed = approval && texts.find(({ by }) => by.version === approval.of)
  return signed ?? texts.findLast(({ effective }) => effective) ?? null
}

/** When it left first, ms; null: not yet. */
export function sentAt({ sendings }: Pick<Report, 'sendings'>): number | null {
  return sendings.length > 0 ? Math.min(...sendings.map(({ at }) => at)) : null
}

/** How long it was out without a signature, ms; null: it was signed before it left. `now` while it still is unsigned. */
export function unsignedFor(report: Report, now: number): number | null {
  const first = report.sendings[0]
  if (!first || first.signedBy) return null
  return Math.max(0, (report.approval?.how.at ?? now) - first.at)
}

export function findReport({ reports }: Pick<Reporting, 'reports'>, id: string): Report | undefined {
  return reports.find(({ label }) => label.id === id)
}

/** Reports of a kind that were sent, in the order of their going out. Corrections of others are not counted. */
export function sentOf<R extends Pick<Report, 'label' | 'sendings'>>(
  reports: readonly R[],
  kinds: readonly ReportKind[],
): readonly R[] {
  return reports
    .filter(({ label, sendings }) => sendings.length > 0 && kinds.includes(label.kind))
    .toSorted((a, b) => (sentAt(a) ?? 0) - (sentAt(b) ?? 0))
}

/** The next 续报's ordinal: withdrawn ones and corrections do not count. */
export function nextOrdinal(reports: readonly Report[], kind: ReportKind): number {
  if (kind !== 'followUp') return 0
  const counted = reports.filter(({ label, withdrawn, corrects }) => label.kind === kind && !withdrawn && !corrects)
  return Math.max(0, ...counted.map(({ label }) => label.ordinal)) + 1
}

/** What an officer would write next: 首报 until one is there, then 续报. */
export function nextKind(reports: readonly Report[]): ReportKind {
  return reports.some(({ label, withdrawn }) => label.kind === 'first' && !withdrawn) ? 'followUp' : 'first'
}

export function labelFor(
  id: string,
  no: string,
  kind: ReportKind,
  ordinal: number,
  { title }: ReportContent,
): ReportLabel {
  return { id, no, kind, ordinal, title }
}

export function firstSending({ sendings }: Report): Sending | null {
  return sendings[0] ?? null
}
