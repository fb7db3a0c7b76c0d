import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Refusal } from './Refusal.tsx'

export interface FormFooterProps {
  /** Why it was refused, in words; said just above the button that was pressed. */
  readonly problem?: string | undefined
  /** Words of the button that does it. */
  readonly submit: string
  /** `Ctrl+Enter` where Enter is a new line or goes to the next field. */
  readonly hotkey?: 'Enter' | 'Ctrl+Enter'
  readonly danger?: boolean | undefined
  readonly pending?: boolean | undefined
  /** Words of the button that leaves; 取消 when not given. */
  readonly cancel?: string
  /** Escape leaves: true in a dialog, which hears it anywhere. */
  readonly escape?: boolean
  /** Further buttons, before the one that does it. */
  readonly children?: ReactNode
  onCancel?: (() => void) | undefined
}

/** Foot of every form: the refusal, the way out, what else can be done, and at the right the button that does it. */
export function FormFooter(props: FormFooterProps) {
  const { problem, submit, hotkey = 'Enter', danger = false, pending = false, cancel, children, onCancel } = props
  const { t } = useTranslation()
  return (
    <>
      <Refusal text={problem} />
      <div className="dialog-buttons">
        {onCancel ? (
          <Button onClick={onCancel} {...(props.escape ? { hotkey: 'Esc' } : { disabled: pending })}>
            {cancel ?? t('form.cancel')}
          </Button>
        ) : null}
        {children}
        <Button submit kind={danger ? 'danger' : 'primary'} pending={pending} hotkey={hotkey}>
          {submit}
        </Button>
      </div>
    </>
  )
}
