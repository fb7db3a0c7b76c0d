import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamState } from '../../../shared/domain/team/events.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
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
    <FormDialog
      title={title}
      submit={t('stateDialog.confirm', { state: word })}
      pending={pending}
      onSubmit={confirm}
      onCancel={onCancel}
    >
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
    </FormDialog>
  )
}
