import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

const BUTTONS = '[data-adopt] button'

/** Goes to the first figure that can be adopted. */
export function focusAdopt(): void {
  document.querySelector<HTMLElement>(`.incident-figures ${BUTTONS}`)?.focus()
}

/**
 * Up and down among the 采用 of a table. A claim that is adopted loses its button, and the focus with it: it goes on to the one
 * that comes after. Call `keep` when something is adopted.
 */
export function useAdoptKeys(table: RefObject<HTMLTableElement | null>, rows: unknown) {
  const place = useRef<number | null>(null)
  const buttons = () => [...(table.current?.querySelectorAll<HTMLElement>(BUTTONS) ?? [])]
  const current = () => buttons().indexOf(document.activeElement as HTMLElement)
  const focusAt = (index: number) => {
    const all = buttons()
    all[Math.min(Math.max(index, 0), all.length - 1)]?.focus()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was adopted shows in the rows
  useLayoutEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return
    focusAt(place.current)
    place.current = null
  }, [rows])
  return {
    keep() {
      const at = current()
      place.current = at < 0 ? null : at
    },
    onKeyDown(event: KeyboardEvent) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const at = current()
      if (by === undefined || at < 0) return
      event.preventDefault()
      focusAt(at + by)
    },
  }
}
