import { type KeyboardEvent, useRef } from 'react'
import { useListEntry } from './useListEntry.ts'
import { buttonsIn, walkFocus } from './walkFocus.ts'

/** For a list of buttons: the arrows walk in it, and enter it where it stands when nothing has the focus. */
export function useWalkedList<Place extends HTMLElement>(selector?: string) {
  const ref = useRef<Place>(null)
  useListEntry(() => {
    const items = buttonsIn(ref.current, selector)
    const start = items.find((item) => item.hasAttribute('aria-current')) ?? items[0]
    start?.focus()
    return start !== undefined
  })
  return {
    ref,
    onKeyDown: (event: KeyboardEvent) => {
      walkFocus(event, buttonsIn(ref.current, selector))
    },
  }
}
