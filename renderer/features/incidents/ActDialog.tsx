import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'

/** What every dialog of an act is given. */
export interface ActDialogFrame {
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly problem: string | undefined
  onCancel(): void
}

interface ActDialogProps extends ActDialogFrame {
  readonly title: string
  /** What will happen and what will not. */
  readonly explanation?: string | undefined
  /** Words of the confirming button. */
  readonly confirm: string
  readonly wide?: boolean
  readonly children: ReactNode
  onConfirm(): void
}

/** Frame of an act's form: Enter confirms, Escape leaves. */
export function ActDialog(props: ActDialogProps) {
  const { t } = useTranslation()
  const { title, explanation, confirm, wide = false, pending, problem, children, onConfirm, onCancel } = props
  return (
    <Dialog title={title} wide={wide} onCancel={onCancel}>
      <EnterForm label={title} className="form-column" onSubmit={() => pending || onConfirm()}>
        {explanation ? <p className="muted">{explanation}</p> : null}
        {children}
        {problem ? (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        ) : null}
        <div className="dialog-buttons">
          <Button onClick={onCancel} hotkey="Esc">
            {t('form.cancel')}
          </Button>
          <Button submit kind="primary" pending={pending} hotkey="Ctrl+Enter">
            {confirm}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
