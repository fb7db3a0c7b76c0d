/**
 * Nothing typed is left out of a record in silence: where a field holds what is in no list, it says so and takes the focus.
 * @returns whether there is one.
 */
export function stopAtUnmatched(form: HTMLFormElement): boolean {
  const unmatched = [...form.elements].find(
    (field): field is HTMLInputElement => field instanceof HTMLInputElement && field.validity.customError,
  )
  unmatched?.reportValidity()
  unmatched?.focus()
  return unmatched !== undefined
}
