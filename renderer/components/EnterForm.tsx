import type { KeyboardEvent, ReactNode } from 'react'
import { isComposing, isPlainEnter } from './composition.ts'
import { focusProblem } from './focusProblem.ts'
import { stopAtUnmatched } from './stopAtUnmatched.ts'

export interface EnterFormProps {
  /** Accessible name. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
  /** Enter in a one-line field, Ctrl+Enter anywhere, or the submit button. Never during a pinyin composition. */
  onSubmit(): void
}

/** The form every feature uses, so that Enter means the same everywhere. In a textarea Enter is a new line. */
export function EnterForm({ label, className, children, onSubmit }: EnterFormProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented) return
    if (isComposing(event)) event.preventDefault()
    else if (event.ctrlKey && isPlainEnter(event)) {
      event.preventDefault()
      event.currentTarget.requestSubmit()
    }
  }
  return (
    <form
      aria-label={label}
      className={className}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (isUnderWay(event.currentTarget) || stopAtUnmatched(event.currentTarget)) return
        onSubmit()
        focusProblem(event.currentTarget)
      }}
    >
      {children}
    </form>
  )
}

/** A second Enter while the first is written: the button that does it says so. */
function isUnderWay(form: HTMLFormElement): boolean {
  return form.querySelector('button[type="submit"][aria-busy="true"]') !== null
}
