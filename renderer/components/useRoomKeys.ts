import { useEffect, useEffectEvent, useRef } from 'react'
import { isDoublePress } from './doublePress.ts'
import { isTyping } from './isTyping.ts'
import { isFocusNowhere } from './useListEntry.ts'

/** What a key does; undefined for keys that mean nothing now. */
export type RoomKeys = Readonly<Record<string, (() => void) | undefined>>

/** Keys that walk: they go on while they are held. Any other key acts once, or a heavy finger signs, ticks and claims again and again. */
const WALKING = /^arrow/

/**
 * Plain letter and digit keys of the open room, by `event.key` in lower case. They are silent while somebody types, while a
 * dialog is open, and with Ctrl, Alt or Meta. Enter belongs to what has the focus; the room has it while nothing has, and never as
 * the second press of the Enter that closed a dialog.
 */
export function useRoomKeys(keys: RoomKeys): void {
  const enteredAt = useRef(Number.NEGATIVE_INFINITY)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const before = enteredAt.current
    if (event.key === 'Enter') enteredAt.current = event.timeStamp
    if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    const key = event.key.toLowerCase()
    const act = keys[key]
    if (!act) return
    if (key === 'enter' && (!isFocusNowhere() || isDoublePress(before, event.timeStamp))) return
    event.preventDefault()
    if (!event.repeat || WALKING.test(key)) act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
