import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'

/** Why whoever sits here may not 核销, and who may; nothing when it is allowed, or not yet the time for it. */
export function VerifyingView({ task }: { readonly task: Pick<TaskDetail, 'row' | 'verifying' | 'verifiedByDoer'> }) {
  const { t } = useTranslation('tasks')
  const { row, verifying, verifiedByDoer } = task
  if (verifiedByDoer) return <p className="task-warning">{t('verify.broken')}</p>
  if (row.status !== 'completed' || row.voided || verifying.may === 'self') return null
  return (
    <p className="task-warning" id="task-verifying">
      {t(`verify.because.${verifying.because}`)}
      {verifying.may === 'other' ? t('verify.other', { name: verifying.name }) : t(`verify.${verifying.may}`)}
    </p>
  )
}
