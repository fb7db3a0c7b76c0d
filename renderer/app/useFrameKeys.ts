import { useEffect, useEffectEvent } from 'react'
import { rooms } from './rooms.ts'
import { useTrayIntake } from './useTrayIntake.ts'

interface FrameKeys {
  openRoom(id: string): void
  openIntake(): void
}

/** Keys that work everywhere in the frame: F2 takes a report, Alt+1…9 opens a room. 接报 in the tray's menu is F2 as well. */
export function useFrameKeys(keys: FrameKeys): void {
  useTrayIntake(keys.openIntake)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'F2') {
      event.preventDefault()
      keys.openIntake()
      return
    }
    // By the key's place, not its character: some layouts write other signs with Alt.
    const digit = event.altKey && !event.ctrlKey && !event.shiftKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined
    const room = digit ? rooms[Number(digit) - 1] : undefined
    if (!room) return
    event.preventDefault()
    keys.openRoom(room.id)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
