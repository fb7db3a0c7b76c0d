import { type ReactNode, useState } from 'react'
import { FormDialog } from './FormDialog.tsx'
import { ReasonField } from './ReasonField.tsx'

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
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = () => {
    setAsked(true)
    if (reason.trim() !== '' && !props.pending) props.onConfirm(reason.trim())
  }
  return (
    <FormDialog
      title={props.title}
      explanation={props.explanation}
      submit={props.confirm}
      danger={props.danger}
      pending={props.pending ?? false}
      onSubmit={confirm}
      onCancel={props.onCancel}
    >
      <ReasonField value={reason} asked={asked} problem={props.problem} autoFocus onChange={setReason} />
    </FormDialog>
  )
}
