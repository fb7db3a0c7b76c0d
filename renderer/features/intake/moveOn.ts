/** Fields a person walks through with Enter, in reading order; those out of sight or set aside (data-aside) are passed over. */
function stepsOf(form: HTMLElement): readonly HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('input, textarea, button[type="submit"]')].filter(
    (field) =>
      !field.hasAttribute('disabled') &&
      !field.closest('[data-aside]') &&
      // Of a closed <details> too: its fields have a place but cannot take the focus.
      field.checkVisibility() &&
      !(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked),
  )
}

/** Moves the focus to the field after the one that has it. @returns false at the last one. */
export function moveOn(form: HTMLElement): boolean {
  const steps = stepsOf(form)
  const next = steps[steps.findIndex((field) => field.matches(':focus')) + 1]
  if (!next || next instanceof HTMLButtonElement) return false
  next.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
  return true
}

/** The first field; what stands in it is gone on with at its end. */
export function focusFirst(form: HTMLElement): void {
  const [first] = stepsOf(form)
  first?.focus()
  if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length)
}

/** The field a problem is about; `figures.dead` names one of the figures. */
export function focusField(form: HTMLElement, name: string): void {
  const field = form.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea)`)
  field?.focus()
  // What is wrong is shown below it, and the focus alone does not move a field that has it already: once the page shows it.
  window.setTimeout(() => field?.scrollIntoView({ block: 'nearest' }), 0)
}
