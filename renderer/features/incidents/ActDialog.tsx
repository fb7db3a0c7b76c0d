import type { ReactNode } from 'react'
import { FormDialog } from '../../components/FormDialog.tsx'

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
  const { title, explanation, confirm, wide = false, pending, problem, children, onConfirm, onCancel } = props
  return (
    <FormDialog
      title={title}
      wide={wide}
      explanation={explanation}
      problem={problem}
      submit={confirm}
      hotkey="Ctrl+Enter"
      pending={pending}
      onSubmit={onConfirm}
      onCancel={onCancel}
    >
      {children}
    </FormDialog>
  )
}
