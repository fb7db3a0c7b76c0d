import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { EnterForm } from './EnterForm.tsx'
import { TextField } from './TextField.tsx'

export interface ReasonDialogProps {
  /** The act in words, such as 作废这条记录. */
  readonly title: string
  /** What will happen and what will not. */
  readonly explanation?: ReactNode
  /** Words of the confirming button. */
  readonly confirm: string
  readonly danger?: boolean
  readonly pending?: boolean
  /** Why the desk refused, in words. */
  readonly problem?: string | undefined
  onConfirm(reason: string): void
  onCancel(): void
}

/** Asks why, before an act that the log will keep: type, Enter; Escape leaves. The reason may not be empty. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = asked && reason.trim() === '' ? t('reason.missing') : undefined
  const confirm = () => {
    setAsked(true)
    if (reason.trim() !== '' && !props.pending) props.onConfirm(reason.trim())
  }
  return (
    <Dialog title={props.title} onCancel={props.onCancel}>
      <EnterForm label={props.title} className="form-column" onSubmit={confirm}>
        {props.explanation ? <p className="muted">{props.explanation}</p> : null}
        <TextField
          label={t('reason.label')}
          required
          autoFocus
          maxLength={1000}
          value={reason}
          onChange={setReason}
          problem={props.problem ?? missing}
        />
        <div className="dialog-buttons">
          <Button onClick={props.onCancel} hotkey="Esc">
            {t('form.cancel')}
          </Button>
          <Button submit kind={props.danger ? 'danger' : 'primary'} pending={props.pending ?? false} hotkey="Enter">
            {props.confirm}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
