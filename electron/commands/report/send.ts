import { randomBytes } from 'node:crypto'
import type { ReportKind, ReportLabel } from '../../../shared/domain/report/content.ts'
import type { Addressee, ReportClockName } from '../../../shared/domain/report/events.ts'
import { contentOf } from '../../../shared/domain/report/readReport.ts'
import { fill } from '../../../shared/domain/report/reportData.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { ReportArgs } from '../../../shared/ipc/reports.ts'
import { type DeskContext, newId } from '../../deskContext.ts'
import { readPost } from '../../store/repositories/township.ts'
import type { AnyDraft } from '../../store/writer.ts'
import { CommandError } from '../commandError.ts'
import { nextNumber } from '../numbering.ts'
import { acknowledgeLimit } from '../task.ts'
import { act, checkNotAhead, hashContent, limitsNow, onIncident, requireReport } from './actOn.ts'

/** Which clocks a sent report of each kind stops. */
const STOPS: Readonly<Record<ReportKind, readonly ReportClockName[]>> = {
  first: ['firstPhone', 'firstWritten'],
  followUp: ['followUp'],
  final: ['followUp'],
  verified: ['verified'],
}

/**
 * Sends a signed report; or, 先发后签, one that is not signed yet: then the clock for signing it begins. A report frozen by
 * being sent never changes. Over the county's head (越级) it gives the officer the task to report back.
 * @throws {CommandError} report.*
 */
export function sendReport(
  desk: DeskContext,
  { incident: id, base, report: reportId, contentHash, recipients, unsigned }: ReportArgs<'report.send'>,
): { task: string | null } {
  const on = onIncident(desk, id)
  const report = requireReport(on, reportId)
  const { label, approval, sendings } = report
  const content = contentOf(report)
  if (!content) throw new CommandError('report.notArrived', { no: label.no })
  if (hashContent(content) !== contentHash) throw new CommandError('report.changed', { no: label.no })
  if (!approval && !unsigned && sendings.length === 0) throw new CommandError('report.notSigned', { no: label.no })
  const at = desk.now()
  const back = reportBack(
    desk,
    on.incident,
    recipients.map(({ to }) => to),
    label,
  )
  const late = approval || sendings.length > 0 ? [] : approvalLimit(desk, at)
  const body = {
    incident: on.incident,
    report: label,
    at,
    content,
    contentHash,
    signedBy: approval?.person ?? null,
    recipients,
    limits: [...limitsNow(desk, id, STOPS[label.kind]), ...late],
  }
  act(desk, [{ kind: 'report.sent', entity: on.entity, base, body }, ...(back ? [back.draft] : [])])
  return { task: back?.no ?? null }
}

function approvalLimit({ clockRules }: DeskContext, at: number) {
  const limit = clockRules.reports.due('approval', at)
  return limit ? [limit] : []
}

/** What was told to whom by which means. Told to the county, it stops the clock of the first report by telephone. */
export function tellReport(
  desk: DeskContext,
  { incident: id, base, report: reportId, to, person, phone, route, at, text }: ReportArgs<'report.tell'>,
): { task: string | null } {
  const on = onIncident(desk, id)
  checkNotAhead(desk, at)
  const report = reportId === undefined ? undefined : requireReport(on, reportId)
  const upward = to.tier === 'county' || to.tier === 'above'
  const back = reportBack(desk, on.incident, [to], report?.label ?? null)
  const body = {
    incident: on.incident,
    ...(report && { report: report.label }),
    telling: randomBytes(5).toString('hex'),
    to,
    person,
    phone,
    route,
    at,
    by: desk.session.author().name,
    text,
    limits: upward ? limitsNow(desk, id, ['firstPhone']) : [],
  }
  act(desk, [{ kind: 'report.told', entity: on.entity, base, body }, ...(back ? [back.draft] : [])])
  return { task: back?.no ?? null }
}

/** @throws {CommandError} report.unknownTelling */
export function voidTelling(
  desk: DeskContext,
  { incident: id, base, telling, reason }: ReportArgs<'report.voidTelling'>,
): null {
  const { incident, entity, reporting } = onIncident(desk, id)
  if (!reporting?.told.some((one) => one.id === telling && !one.voided)) throw new CommandError('report.unknownTelling')
  return act(desk, [{ kind: 'report.toldVoided', entity, base, body: { incident, telling, reason } }])
}

/**
 * “如事态紧急可越级上报，而后再向本级领导报告”: who goes over the county's head gets the task to report back, in the same act. To
 * whom: the leader on duty is told by the officer, so the task is the officer's own.
 */
function reportBack(
  desk: DeskContext,
  incident: IncidentRef,
  recipients: readonly Addressee[],
  label: Pick<ReportLabel, 'no'> | null,
): { readonly no: string; readonly draft: AnyDraft } | null {
  const above = recipients.filter(({ tier }) => tier === 'above')
  if (above.length === 0) return null
  const { session, store, clockRules, now } = desk
  const author = session.author()
  const at = now()
  const [officer] = readPost(store.db, 'officer').holders
  const to = officer ?? { id: author.person ?? 'unknown', name: author.name }
  const no = nextNumber(desk, 'task')
  const words = desk.reportData.words().backReport
  const dueAt = clockRules.limit('report.backReport', at)?.dueAt ?? null
  const acknowledge = acknowledgeLimit(clockRules, 'ordinary', at)
  const names = above.map(({ name }) => name).join('、')
  const body = {
    no,
    title: words.title,
    detail: fill(words.detail, { names, no: label?.no ?? '' }),
    to: { kind: 'person' as const, id: to.id, name: to.name },
    at,
    means: 'system' as const,
    dueAt,
    urgency: 'ordinary' as const,
    incident,
    ...(acknowledge && { acknowledge }),
  }
  return { no, draft: { kind: 'task.issued', entity: newId('task'), base: [], body } }
}
