import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { call, DeskError } from '../../call.ts'
import { useNotices } from '../notices.ts'
import { handOver, savedSentence } from '../saveTable.ts'
import { printAside } from './printAside.ts'

/** Saves a sheet as PDF. A browser makes the PDF in its own print dialog. `fileName` without extension. */
export function useSavePdf(): (sheet: ReactNode, fileName: string) => Promise<void> {
  const { t } = useTranslation()
  const { tell, tellError } = useNotices()
  return (sheet, fileName) =>
    printAside(sheet, async () => {
      try {
        const said = savedSentence(t, handOver(await call('documents.savePdf', { fileName })))
        if (said) tell('good', said)
        return true
      } catch (error) {
        if (error instanceof DeskError && error.code === 'documents.noPdf') return false
        tellError(error)
        return true
      }
    })
}
