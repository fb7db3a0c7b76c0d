const CONTROL = 'input, textarea, select, button'

/** After a form was not taken: the focus goes to the first field that says what is wrong, if it is not on such a one already. */
export function focusProblem(form: HTMLFormElement): void {
  // Once the page shows what is wrong.
  window.setTimeout(() => {
    const wrong = [...form.querySelectorAll<HTMLElement>('[aria-invalid="true"]')]
    const [first] = wrong
    if (!first || !form.isConnected || wrong.some((field) => field.contains(document.activeElement))) return
    const control = first.matches(CONTROL) ? first : first.querySelector<HTMLElement>(CONTROL)
    control?.focus()
  }, 0)
}
