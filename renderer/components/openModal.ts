/**
 * Opens a dialog before everything else. The function it gives back closes it and is called while the dialog still stands in the
 * page: only then does closing give the focus back.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  if (!dialog.open) dialog.showModal()
  return () => {
    dialog.close()
    // Chromium gives back the focus but not the caret, as the field is still inert then: it would show the focus and swallow what is typed.
    const back = document.activeElement
    if (!(back instanceof HTMLElement) || back === document.body) return
    back.blur()
    back.focus({ preventScroll: true })
  }
}
