import type { ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'
import { EnterForm } from './EnterForm.tsx'
import { FormFooter } from './FormFooter.tsx'

export interface FormDialogProps {
  readonly title: string
  readonly wide?: boolean
  /** Page of the manual that F1 opens. */
  readonly help?: string
  /** What will happen and what will not. */
  readonly explanation?: ReactNode
  /** Words of the confirming button. */
  readonly submit: string
  readonly hotkey?: 'Enter' | 'Ctrl+Enter'
  readonly danger?: boolean | undefined
  readonly pending: boolean
  /** Why the desk refused, in words, where no field is at fault. */
  readonly problem?: string | undefined
  /** Further buttons beside the confirming one. */
  readonly buttons?: ReactNode
  readonly children: ReactNode
  /** Not called while an answer is awaited. */
  onSubmit(): void
  onCancel(): void
}

/** A form in a dialog: the keyboard confirms, Escape leaves, a refusal stands beside the button. */
export function FormDialog(props: FormDialogProps) {
  const { title, wide = false, help, explanation, pending, buttons, children, onSubmit, onCancel } = props
  const { submit, hotkey = 'Enter', danger, problem } = props
  return (
    <Dialog title={title} wide={wide} {...(help ? { help } : {})} onCancel={onCancel}>
      <EnterForm label={title} className="form-column" onSubmit={() => pending || onSubmit()}>
        {explanation ? <p className="muted">{explanation}</p> : null}
        {children}
        <FormFooter {...{ submit, hotkey, danger, pending, problem, onCancel }} escape>
          {buttons}
        </FormFooter>
      </EnterForm>
    </Dialog>
  )
}
