import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTownshipDivision } from '../../../shared/domain/township/division.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { ReasonField } from '../../components/ReasonField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface DivisionDialogViewProps {
  /** The code as it is now. */
  readonly division: string
  readonly pending: boolean
  readonly refusal: string | undefined
  onConfirm(division: string, reason: string): void
  onCancel(): void
}

/** The division code was typed wrong at set-up: the right one, and why. */
export function DivisionDialogView({ division, pending, refusal, onConfirm, onCancel }: DivisionDialogViewProps) {
  const { t } = useTranslation('township')
  const [typed, setTyped] = useState(division)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const code = typed.replaceAll(/\s/g, '')
  const wrong = !isTownshipDivision(code)
  const confirm = () => {
    setAsked(true)
    if (!wrong && reason.trim() !== '' && !pending) onConfirm(code, reason.trim())
  }
  return (
    <FormDialog
      title={t('division.title')}
      explanation={t('division.explained')}
      submit={t('division.confirm')}
      pending={pending}
      onSubmit={confirm}
      onCancel={onCancel}
    >
      <TextField
        label={t('setup:field.division')}
        hint={t('setup:hint.division')}
        required
        autoFocus
        maxLength={20}
        value={typed}
        problem={asked && wrong ? t('setup:problem.division') : undefined}
        onChange={setTyped}
      />
      <ReasonField value={reason} asked={asked} problem={refusal} onChange={setReason} />
    </FormDialog>
  )
}
