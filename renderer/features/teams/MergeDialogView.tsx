import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface MergeDialogViewProps {
  readonly team: string
  readonly others: readonly { readonly id: string; readonly name: string; readonly village: string }[]
  readonly pending: boolean
  readonly problem: string | undefined
  onConfirm(into: string, reason: string): void
  onCancel(): void
}

/** Says which other record is the same team. */
export function MergeDialogView({ team, others, pending, problem, onConfirm, onCancel }: MergeDialogViewProps) {
  const { t } = useTranslation('teams')
  const { t: common } = useTranslation()
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const title = t('mergeDialog.title', { name: team })
  const confirm = () => {
    setAsked(true)
    if (into !== null && reason.trim() !== '' && !pending) onConfirm(into, reason.trim())
  }
  return (
    <Dialog title={title} onCancel={onCancel}>
      <EnterForm label={title} className="form-column" onSubmit={confirm}>
        <p className="muted">{t('mergeDialog.explanation')}</p>
        <PickField
          label={t('mergeDialog.into')}
          required
          autoFocus
          placeholder={t('mergeDialog.intoHint')}
          problem={asked && into === null ? t('mergeDialog.needed') : undefined}
          options={others.map(({ id, name, village }) => ({ id, label: name, note: village }))}
          value={into}
          onChange={setInto}
        />
        <TextField
          label={common('reason.label')}
          required
          maxLength={1000}
          problem={problem ?? (asked && reason.trim() === '' ? common('reason.missing') : undefined)}
          value={reason}
          onChange={setReason}
        />
        <div className="dialog-buttons">
          <Button onClick={onCancel} hotkey="Esc">
            {common('form.cancel')}
          </Button>
          <Button submit kind="primary" pending={pending} hotkey="Enter">
            {t('mergeDialog.confirm')}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
