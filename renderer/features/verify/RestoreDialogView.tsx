import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupLine, StoreHealth } from '../../../shared/ipc/store.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { ReasonField } from '../../components/ReasonField.tsx'
import { megabytes } from './BackupPanelView.tsx'
import { percentOf } from './model.ts'

export interface RestoreDialogViewProps {
  /** The newest first; at least one. */
  readonly backups: readonly BackupLine[]
  readonly pending: boolean
  /** How far one of an older version is put in order; null while none is. */
  readonly progress: StoreHealth['restoring']
  readonly refusal: string | undefined
  onConfirm(atMs: number, reason: string): void
  onCancel(): void
}

/** 恢复备份: which one, and why. Says what happens to the present records before anything does. */
export function RestoreDialogView({
  backups,
  pending,
  progress,
  refusal,
  onConfirm,
  onCancel,
}: RestoreDialogViewProps) {
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
      {pending ? <Progress progress={progress} /> : null}
    </FormDialog>
  )
}

function Progress({ progress }: Pick<RestoreDialogViewProps, 'progress'>) {
  const { t } = useTranslation('store')
  if (!progress)
    return (
      <p className="verify-line" role="status">
        {t('restore.checking')}
      </p>
    )
  const { done, total } = progress
  return (
    <p className="verify-line" role="status">
      <progress aria-label={t('restore.preparing')} max={Math.max(total, 1)} value={done} />
      <span className="digits">{t('verify.progress', { percent: percentOf(done, total) })}</span>
      {t('restore.preparing')}
    </p>
  )
}
