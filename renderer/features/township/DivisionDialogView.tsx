import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTownshipDivision } from '../../../shared/domain/township/division.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
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
    <Dialog title={t('division.title')} onCancel={onCancel}>
      <EnterForm label={t('division.title')} className="form-column" onSubmit={confirm}>
        <p className="muted">{t('division.explained')}</p>
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
        <TextField
          label={t('common:reason.label')}
          required
          maxLength={1000}
          value={reason}
          problem={refusal ?? (asked && reason.trim() === '' ? t('common:reason.missing') : undefined)}
          onChange={setReason}
        />
        <div className="dialog-buttons">
          <Button onClick={onCancel} hotkey="Esc">
            {t('common:form.cancel')}
          </Button>
          <Button submit kind="primary" pending={pending} hotkey="Enter">
            {t('division.confirm')}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
