import type { TFunction } from 'i18next'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Paper } from '../../../shared/domain/report/paper.ts'
import type { ReportView } from '../../../shared/ipc/reports.ts'
import { PaperView } from './PaperView.tsx'

/** File name without extension: kind, number, title. */
export function kindFileName({ report }: ReportView, t: TFunction<'reports'>): string {
  const { kind, ordinal, no, title } = report.label
  return `${t(`reports:kind.${kind}`, { n: ordinal })} ${no} ${title}`.slice(0, 100)
}

/**
 * Puts the paper beside the page for as long as `save` takes it; when `save` says that the host cannot, opens the system's print
 * dialog instead.
 */
export async function printPaper(paper: Paper, save: () => Promise<boolean>): Promise<void> {
  const element = document.createElement('div')
  document.body.append(element)
  document.body.dataset.printing = 'sheet'
  const root = createRoot(element)
  flushSync(() => root.render(<PaperView paper={paper} printed />))
  const done = () => {
    window.removeEventListener('afterprint', done)
    delete document.body.dataset.printing
    root.unmount()
    element.remove()
  }
  if (await save()) done()
  else {
    window.addEventListener('afterprint', done)
    window.print()
  }
}
