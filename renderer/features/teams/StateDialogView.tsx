import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamState } from '../../../shared/domain/team/events.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface StateDialogViewProps {
  readonly team: string
  readonly state: TeamState
  readonly pending: boolean
  readonly problem: string | undefined
  onConfirm(reason: string): void
  onCancel(): void
}

/** Changes what a team is doing: Enter at once, or with a reason; 不可用 needs one. */
export function StateDialogView({ team, state, pending, problem, onConfirm, onCancel }: StateDialogViewProps) {
  const { t } = useTranslation('teams')
  const { t: common } = useTranslation()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const word = t(`state.${state}`)
  const title = t('stateDialog.title', { name: team, state: word })
  const needed = state === 'unavailable' && reason.trim() === ''
  const confirm = () => {
    setAsked(true)
    if (!needed && !pending) onConfirm(reason.trim())
  }
  return (
    <Dialog title={title} onCancel={onCancel}>
      <EnterForm label={title} className="form-column" onSubmit={confirm}>
        <TextField
          label={t('stateDialog.reason')}
          required={state === 'unavailable'}
          hint={t('stateDialog.reasonHint')}
          problem={problem ?? (asked && needed ? t('stateDialog.reasonNeeded') : undefined)}
          autoFocus
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
        <div className="dialog-buttons">
          <Button onClick={onCancel} hotkey="Esc">
            {common('form.cancel')}
          </Button>
          <Button submit kind="primary" pending={pending} hotkey="Enter">
            {t('stateDialog.confirm', { state: word })}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
