import { useEffect, useEffectEvent } from 'react'
import { isTyping } from './isTyping.ts'

/** What a key does; undefined for keys that mean nothing now. */
export type RoomKeys = Readonly<Record<string, (() => void) | undefined>>

/**
 * Plain letter and digit keys of the open room, by `event.key` in lower case. They are silent while somebody types, while a
 * dialog is open, and with Ctrl, Alt or Meta.
 */
export function useRoomKeys(keys: RoomKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    const act = keys[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
