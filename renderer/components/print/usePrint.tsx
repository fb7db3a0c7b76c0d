import type { i18n } from 'i18next'
import { type ReactNode, useCallback } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { call } from '../../call.ts'
import { formatBeijing } from '../BeijingTime.tsx'
import { useNotices } from '../notices.ts'
import { PrintSheetView } from './PrintSheetView.tsx'
import type { PrintSheet } from './printSheet.ts'

/** Prints a sheet with township, time and short head code on it: paper is a witness when the links are down. */
export function usePrint(): (
  sheet: Omit<PrintSheet, 'facts'> & { readonly facts?: readonly string[] },
) => Promise<void> {
  const { t, i18n } = useTranslation()
  const { tellError } = useNotices()
  return useCallback(
    async (sheet) => {
      try {
        const { township, headCode, atMs, drill } = await call('documents.stamp', null)
        const facts = [
          ...(township ? [township] : []),
          ...(sheet.facts ?? []),
          t('print.at', { at: formatBeijing(atMs) }),
          t('print.headCode', { headCode }),
        ]
        const title = drill ? t('documents:drillTitle', { title: sheet.title }) : sheet.title
        printNow(<PrintSheetView {...sheet} title={title} facts={facts} />, i18n)
      } catch (error) {
        tellError(error)
      }
    },
    [t, i18n, tellError],
  )
}

/** Puts the sheet beside the page, opens the system's print dialog, and takes it away again. */
export function printNow(sheet: ReactNode, texts: i18n): void {
  const paper = document.createElement('div')
  document.body.append(paper)
  document.body.dataset.printing = 'sheet'
  const root = createRoot(paper)
  flushSync(() => root.render(<I18nextProvider i18n={texts}>{sheet}</I18nextProvider>))
  const done = () => {
    window.removeEventListener('afterprint', done)
    delete document.body.dataset.printing
    root.unmount()
    paper.remove()
  }
  window.addEventListener('afterprint', done)
  window.print()
}
