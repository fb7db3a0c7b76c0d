import { useTranslation } from 'react-i18next'
import { type HouseholdRow, isTaken } from '../../../shared/domain/household/sheet.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { ActDialog, type ActDialogFrame } from '../incidents/ActDialog.tsx'
import { doubtful } from './model.ts'
import './households.css'

export interface ImportDialogProps extends ActDialogFrame {
  readonly file: string
  readonly rows: readonly HouseholdRow[]
  onConfirm(): void
}

/** Rows listed at most: who has more doubtful ones mends the file first. */
const MOST = 200

/** What a file would bring: how many households, and every doubtful cell by its place. Nothing is written before it is confirmed. */
export function ImportDialog({ file, rows, onConfirm, ...frame }: ImportDialogProps) {
  const { t } = useTranslation('households')
  const taken = rows.filter(isTaken).length
  const doubts = doubtful(rows, isTaken)
  return (
    <ActDialog
      {...frame}
      wide
      title={t('import.title', { file })}
      explanation={t('import.summary', { count: taken, left: rows.length - taken })}
      confirm={t('import.confirm', { count: taken })}
      onConfirm={() => taken > 0 && onConfirm()}
    >
      {doubts.length === 0 ? <p>{t('import.clean')}</p> : null}
      <ul className="household-doubts">
        {doubts.slice(0, MOST).map((row) => (
          <li key={`${row.sheet}/${row.row}`}>
            <StatusTag tone={isTaken(row) ? 'warn' : 'bad'}>
              {isTaken(row) ? t('import.taken') : t('import.leftOut')}
            </StatusTag>
            <span>
              {t('import.place', { sheet: row.sheet, row: row.row })} {row.fields.village.name} {row.fields.name}
            </span>
            <span>
              {row.issues.map(({ code, text, at }) => t(`issue.${code}`, { text, at })).join(t('common:list.comma'))}
            </span>
          </li>
        ))}
      </ul>
    </ActDialog>
  )
}
