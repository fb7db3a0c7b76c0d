import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Phase } from '../../../shared/domain/incident/course.ts'
import { TextField } from '../../components/TextField.tsx'
import { ActDialog, type ActDialogFrame } from './ActDialog.tsx'

export interface JumpDialogProps extends ActDialogFrame {
  readonly to: Phase
  readonly skipped: readonly Phase[]
  onConfirm(reason: string): void
}

/** A jump over steps: they stay 未报. A reason may be given, and need not. */
export function JumpDialog({ to, skipped, onConfirm, ...frame }: JumpDialogProps) {
  const { t } = useTranslation('incidents')
  const [reason, setReason] = useState('')
  const phase = t(`sentences:word.phase.${to}`)
  return (
    <ActDialog
      {...frame}
      title={t('jump.title', { phase })}
      explanation={t('jump.explanation', {
        phases: skipped.map((one) => t(`sentences:word.phase.${one}`)).join(t('common:list.comma')),
      })}
      confirm={t('jump.confirm', { phase })}
      onConfirm={() => onConfirm(reason.trim())}
    >
      <TextField label={t('reasonOptional')} autoFocus maxLength={1000} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
