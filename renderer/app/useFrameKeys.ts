import { useEffect, useEffectEvent } from 'react'
import { roomOfKey } from './roomKeys.ts'
import { rooms } from './rooms.ts'
import { useTrayIntake } from './useTrayIntake.ts'

interface FrameKeys {
  openRoom(id: string): void
  openIntake(): void
}

/** Keys that work everywhere in the frame: F2 takes a report, Alt+1…9, 0, - opens a room. 接报 in the tray's menu is F2 as well. */
export function useFrameKeys(keys: FrameKeys): void {
  useTrayIntake(keys.openIntake)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'F2') {
      event.preventDefault()
      keys.openIntake()
      return
    }
    const room = rooms[roomOfKey(event)]
    // Behind an open dialog nothing changes: there Alt and a digit may mean something else.
    if (!room || document.querySelector('dialog[open]')) return
    event.preventDefault()
    // From the rail or a field of the room before: the arrows are for the room that opens.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    keys.openRoom(room.id)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
