import type { TFunction } from 'i18next'
import type { ReportView } from '../../../shared/ipc/reports.ts'

/** File name without extension: kind, number, title. */
export function kindFileName({ report }: ReportView, t: TFunction<'reports'>): string {
  const { kind, ordinal, no, title } = report.label
  return `${t(`reports:kind.${kind}`, { n: ordinal })} ${no} ${title}`.slice(0, 100)
}
