import type { KeyboardEvent } from 'react'

/** Lines that Page Up and Page Down step over. */
const PAGE = 10

/**
 * Moves the focus from the item that has it to the one the arrows, Page Up, Page Down, Home or End mean; `round` goes on at the
 * other end. Whether the key was meant for the list.
 */
export function walkFocus(event: KeyboardEvent, items: readonly HTMLElement[], round = false): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  const at = items.indexOf(event.target as HTMLElement)
  const last = items.length - 1
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: Math.min(at + PAGE, last),
    PageUp: Math.max(at - PAGE, 0),
    Home: 0,
    End: last,
  }[event.key]
  if (to === undefined || at < 0) return false
  event.preventDefault()
  items[round ? (to + items.length) % items.length : Math.min(Math.max(to, 0), last)]?.focus()
  return true
}

/** The buttons inside, in reading order. */
export function buttonsIn(place: Element | null, selector = 'button'): readonly HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>(selector) ?? [])]
}

/** From anywhere on the page: moves the focus `by` lines from the one shown as at hand (data-current); the ends hold. */
export function walkFromCurrent(selector: string, by: number): void {
  const lines = buttonsIn(document.body, selector)
  const at = lines.findIndex((line) => line.hasAttribute('data-current'))
  lines[Math.min(Math.max(at + by, 0), lines.length - 1)]?.focus()
}
