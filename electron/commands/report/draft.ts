import { labelFor, nextOrdinal, textInForce } from '../../../shared/domain/report/readReport.ts'
import { isFrozen } from '../../../shared/domain/report/reporting.ts'
import type { ReportArgs } from '../../../shared/ipc/reports.ts'
import { type DeskContext, newId } from '../../deskContext.ts'
import { CommandError } from '../commandError.ts'
import { nextNumber } from '../numbering.ts'
import { act, hashContent, onIncident, requireReport } from './actOn.ts'

/** 拟稿: puts a report before the leader. With `corrects`: 更正 of one that was sent. @throws {CommandError} report.* */
export function draftReport(
  desk: DeskContext,
  { incident: id, base, kind, content, corrects }: ReportArgs<'report.draft'>,
): { report: string; no: string } {
  const on = onIncident(desk, id)
  const corrected = corrects === undefined ? undefined : requireReport(on, corrects)
  if (corrected && corrected.sendings.length === 0) throw new CommandError('report.notSent', { no: corrected.label.no })
  const no = nextNumber(desk, 'report')
  const ordinal = corrected ? corrected.label.ordinal : nextOrdinal(on.reporting?.reports ?? [], kind)
  const report = labelFor(newId('report'), no, corrected?.label.kind ?? kind, ordinal, content)
  act(desk, [
    {
      kind: 'report.drafted',
      entity: on.entity,
      base,
      body: { incident: on.incident, report, no, content, ...(corrected && { corrects: corrected.label }) },
    },
  ])
  return { report: report.id, no }
}

/** @throws {CommandError} report.frozen, report.nothingChanged */
export function reviseReport(
  desk: DeskContext,
  { incident: id, base, report: reportId, content }: ReportArgs<'report.revise'>,
): null {
  const on = onIncident(desk, id)
  const report = requireReport(on, reportId)
  if (isFrozen(report)) throw new CommandError('report.frozen', { no: report.label.no })
  const before = textInForce(report)
  if (before && hashContent(before.content) === hashContent(content)) throw new CommandError('report.nothingChanged')
  const body = { incident: on.incident, report: { ...report.label, title: content.title }, content }
  return act(desk, [{ kind: 'report.revised', entity: on.entity, base, body }])
}

/** @throws {CommandError} report.frozen */
export function withdrawReport(
  desk: DeskContext,
  { incident: id, base, report: reportId, reason }: ReportArgs<'report.withdraw'>,
): null {
  const on = onIncident(desk, id)
  const report = requireReport(on, reportId)
  if (isFrozen(report)) throw new CommandError('report.frozen', { no: report.label.no })
  const body = { incident: on.incident, report: report.label, reason }
  return act(desk, [{ kind: 'report.withdrawn', entity: on.entity, base, body }])
}

/** 不需上报: the clocks of this incident's reporting stop. @throws {CommandError} report.waivedAlready */
export function waiveReporting(desk: DeskContext, { incident: id, base, reason }: ReportArgs<'report.waive'>): null {
  const { incident, entity, reporting } = onIncident(desk, id)
  if (reporting?.waived) throw new CommandError('report.waivedAlready')
  return act(desk, [{ kind: 'report.waived', entity, base, body: { incident, reason } }])
}

/** @throws {CommandError} report.notWaived */
export function unwaiveReporting(
  desk: DeskContext,
  { incident: id, base, reason }: ReportArgs<'report.unwaive'>,
): null {
  const { incident, entity, reporting } = onIncident(desk, id)
  if (!reporting?.waived) throw new CommandError('report.notWaived')
  return act(desk, [{ kind: 'report.unwaived', entity, base, body: { incident, reason } }])
}
