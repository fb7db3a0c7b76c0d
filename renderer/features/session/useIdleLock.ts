import { useEffect } from 'react'
import { call } from '../../call.ts'
import { readIdleMinutes } from './idleMinutes.ts'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
/** How late the lock may be. */
const LOOK_EVERY_MS = 10_000

/** Locks the screen after the minutes chosen in the settings. Counted by a clock that goes on while the computer sleeps. */
export function useIdleLock(): void {
  useEffect(() => {
    let last = Date.now()
    const alive = () => {
      last = Date.now()
    }
    const look = setInterval(() => {
      const minutes = Number(readIdleMinutes(localStorage))
      if (minutes > 0 && Date.now() - last >= minutes * 60_000) call('session.lock', null).catch(() => undefined)
    }, LOOK_EVERY_MS)
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true })
    return () => {
      clearInterval(look)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive)
    }
  }, [])
}
