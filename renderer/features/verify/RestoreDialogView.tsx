import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupLine } from '../../../shared/ipc/store.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { ReasonField } from '../../components/ReasonField.tsx'
import { megabytes } from './BackupPanelView.tsx'

export interface RestoreDialogViewProps {
  /** The newest first; at least one. */
  readonly backups: readonly BackupLine[]
  readonly pending: boolean
  readonly refusal: string | undefined
  onConfirm(atMs: number, reason: string): void
  onCancel(): void
}

/** 恢复备份: which one, and why. Says what happens to the present records before anything does. */
export function RestoreDialogView({ backups, pending, refusal, onConfirm, onCancel }: RestoreDialogViewProps) {
  const { t } = useTranslation('store')
  const [chosen, setChosen] = useState(backups[0]?.atMs ?? 0)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = () => {
    setAsked(true)
    if (reason.trim() !== '' && !pending) onConfirm(chosen, reason.trim())
  }
  return (
    <FormDialog
      title={t('restore.title')}
      help="trust"
      explanation={t('restore.explained')}
      submit={t('restore.confirm')}
      danger
      pending={pending}
      onSubmit={confirm}
      onCancel={onCancel}
    >
      <label className="field">
        <span className="field-label">{t('restore.which')}</span>
        <select className="input" value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {backups.map(({ atMs, bytes }) => (
            <option key={atMs} value={atMs}>
              {t('restore.option', { time: formatBeijing(atMs), megabytes: megabytes(bytes) })}
            </option>
          ))}
        </select>
      </label>
      <div data-first>
        <ReasonField value={reason} asked={asked} problem={refusal} onChange={setReason} />
      </div>
    </FormDialog>
  )
}
