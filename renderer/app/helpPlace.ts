/**
 * The manual's page for where the person is, by the `data-help` of what surrounds the focus. Where the focus is nowhere (a press on
 * empty ground), the open dialog speaks, else the page on screen; a `<section>` is a part of a page and speaks only for a focus in it.
 * @returns undefined where nothing has a page.
 */
export function helpPlace(page: Document): string | undefined {
  const near = page.activeElement?.closest<HTMLElement>('[data-help]')
  if (near) return near.dataset.help
  const dialog = [...page.querySelectorAll('dialog:modal')].at(-1)
  if (dialog) return dialog.closest<HTMLElement>('[data-help]')?.dataset.help
  const shown = [...page.querySelectorAll<HTMLElement>('[data-help]:not(section)')].filter((one) =>
    one.checkVisibility(),
  )
  return shown.at(-1)?.dataset.help
}
