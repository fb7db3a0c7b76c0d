import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isForward, PHASES, type Phase } from '../../../shared/domain/incident/course.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'

export interface ReopenDialogProps extends ActDialogFrame {
  readonly phase: Phase
  onConfirm(to: Phase, reason: string): void
}

/** 重启: back to an earlier step, with a reason. */
export function ReopenDialog({ phase, onConfirm, ...frame }: ReopenDialogProps) {
  const { t } = useTranslation('incidents')
  const earlier = PHASES.filter((step) => isForward(step, phase))
  const [to, setTo] = useState<Phase>(earlier.includes('responding') ? 'responding' : (earlier.at(-1) ?? 'received'))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = () => {
    setAsked(true)
    if (reason.trim()) onConfirm(to, reason.trim())
  }
  return (
    <ActDialog
      {...frame}
      title={t('reopen.title')}
      explanation={t('reopen.explanation')}
      confirm={t('reopen.confirm')}
      onConfirm={confirm}
    >
      <TextField
        label={t('common:reason.label')}
        required
        autoFocus
        maxLength={1000}
        value={reason}
        problem={asked && !reason.trim() ? t('common:reason.missing') : undefined}
        onChange={setReason}
      />
      <ChoiceField<Phase>
        label={t('reopen.to')}
        value={to}
        options={earlier.map((value) => ({ value, label: t(`sentences:word.phase.${value}`) }))}
        onChange={setTo}
      />
    </ActDialog>
  )
}
