import type { ReportLabel } from '../../../../shared/domain/report/content.ts'
import { formatBeijing } from '../../../components/BeijingTime.tsx'
import { listOf, type SentencesOf, type SentenceTools } from './sentence.ts'

const incidentName = ({ no, title }: { readonly no: string; readonly title: string }) => `${no} ${title}`

function reportName({ kind, no, title }: ReportLabel, { t }: SentenceTools): string {
  return t('sentences:reportName', { kind: t(`sentences:word.reportKind.${kind}`), no, title })
}

export const reportSentences: SentencesOf<'report'> = {
  'report.drafted': ({ report, corrects }, tools) => ({
    report: reportName(report, tools),
    ...(corrects ? { context: 'corrects', corrected: corrects.no } : {}),
  }),
  'report.revised': ({ report }, tools) => ({ report: reportName(report, tools) }),
  'report.approved': ({ report, person, approval }, tools) => ({
    report: reportName(report, tools),
    leader: person.name,
    ...(approval.how === 'phone'
      ? {
          context: 'phone',
          at: formatBeijing(approval.at, 'monthDay'),
          phone: approval.phone,
          recordedBy: approval.recordedBy,
        }
      : {}),
  }),
  'report.sent': ({ report, recipients, signedBy }, tools) => ({
    report: reportName(report, tools),
    recipients: listOf(
      recipients.map(({ to }) => to.name),
      tools.t,
    ),
    ...(signedBy ? {} : { context: 'unsigned' }),
  }),
  'report.delivered': ({ report, at }, tools) => ({
    report: reportName(report, tools),
    at: formatBeijing(at, 'monthDay'),
  }),
  'report.told': ({ to, person, route, at, by, text }, { t }) => ({
    by,
    to: [to.name, person].filter(Boolean).join(' '),
    route: t(`sentences:word.route.${route}`),
    at: formatBeijing(at, 'monthDay'),
    text: text ? t('sentences:noted', { note: text }) : '',
  }),
  'report.toldVoided': ({ reason }) => ({ reason }),
  'report.withdrawn': ({ report, reason }, tools) => ({ report: reportName(report, tools), reason }),
  'report.waived': ({ incident, reason }) => ({ incident: incidentName(incident), reason }),
  'report.unwaived': ({ incident, reason }) => ({ incident: incidentName(incident), reason }),
  'report.reliefStarted': ({ incident, limit }) => ({
    incident: incidentName(incident),
    due: limit ? formatBeijing(limit.dueAt, 'monthDay') : '',
  }),
  'report.reliefReached': ({ incident, condition, at }, { t }) => ({
    incident: incidentName(incident),
    condition: t(`sentences:word.relief.${condition}`),
    at: formatBeijing(at, 'monthDay'),
  }),
  'report.reliefUndone': ({ incident, condition, reason }, { t }) => ({
    incident: incidentName(incident),
    condition: t(`sentences:word.relief.${condition}`),
    reason,
  }),
  'report.lateExplained': ({ incident, clock, dueAt, reason }, { t }) => ({
    incident: incidentName(incident),
    clock: t(`sentences:word.reportClock.${clock}`),
    due: formatBeijing(dueAt, 'monthDay'),
    reason,
  }),
}
