import { useEffect, useEffectEvent } from 'react'

/** Keys that mean “into the list” while nothing has the focus. */
const KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'])

/**
 * Lets the arrows enter the list of the open page while the focus is nowhere: just signed in, just come by Alt and a digit, a
 * dialog just closed. Nobody tabs through the frame to reach the first line. `enter` focuses a line and says whether there was
 * one.
 */
export function useListEntry(enter: () => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (!KEYS.has(event.key) || !isFocusNowhere() || document.querySelector('dialog[open]')) return
    if (enter()) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** Nothing on the page has the focus, or only the place as a whole. */
export function isFocusNowhere(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.id === 'room'
}
