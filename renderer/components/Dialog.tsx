import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { DrillMark } from './DrillMark.tsx'
import { openModal } from './openModal.ts'

export interface DialogProps {
  readonly title: string
  readonly wide?: boolean
  /** Page of the manual that F1 opens; that of what the dialog stands in when not given. */
  readonly help?: string
  readonly children: ReactNode
  /** Escape, or a press outside. */
  onCancel(): void
}

/**
 * A question that stands before everything else, on the browser's own dialog: it keeps the focus inside, gives it back, and
 * needs no library. Render it only while it is open.
 */
export function Dialog({ title, wide = false, help, children, onCancel }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  // A layout effect ends while the element still stands in the page.
  useLayoutEffect(() => {
    const dialog = element.current
    const close = dialog ? openModal(dialog) : undefined
    // The browser takes the first field; a form that begins with a good default marks the one to be typed in.
    dialog?.querySelector<HTMLElement>('[data-first] input')?.focus()
    if (dialog) leaveUncheckedRadio(dialog)
    // The browser brings what it focused into sight, and with a long page the title out of it.
    dialog?.scrollTo(0, 0)
    return close
  }, [])
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      data-help={help}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <div className="dialog-form">
        <h2 id={id}>{title}</h2>
        <DrillMark />
        {children}
      </div>
    </dialog>
  )
}

/** The browser takes the first radio of a group although another one is chosen: Space would change the answer. */
function leaveUncheckedRadio(dialog: HTMLDialogElement): void {
  const focused = document.activeElement
  if (!(focused instanceof HTMLInputElement) || focused.type !== 'radio' || focused.checked) return
  dialog.querySelector<HTMLElement>(`input[name="${CSS.escape(focused.name)}"]:checked`)?.focus()
}
