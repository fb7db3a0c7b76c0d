import type { ReactNode } from 'react'

export interface ButtonProps {
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly size?: 'normal' | 'small'
  /** A submit button of the form it stands in. */
  readonly submit?: boolean
  readonly disabled?: boolean
  /** The act is under way: a second press does nothing. */
  readonly pending?: boolean
  /** Key that does the same, shown after the words. */
  readonly hotkey?: string
  /** Needed where the children are no words. */
  readonly label?: string
  readonly children: ReactNode
  onClick?(): void
}

/** A button of plain HTML: the frame and the first paint need nothing heavier. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', submit = false, disabled = false, pending = false } = props
  const classes = ['button', kind !== 'plain' && `button-${kind}`, size === 'small' && 'button-small']
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={classes.filter(Boolean).join(' ')}
      disabled={disabled}
      aria-busy={pending || undefined}
      aria-label={props.label}
      title={props.label}
      onClick={pending ? (event) => event.preventDefault() : props.onClick}
    >
      {props.children}
      {props.hotkey ? <kbd>{props.hotkey}</kbd> : null}
    </button>
  )
}
