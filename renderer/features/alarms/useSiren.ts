import { useEffect, useState } from 'react'
import type { Siren } from './model.ts'
import { PATTERNS, playPattern } from './tones.ts'

/** Sounds while there is something to sound for. @returns true while the browser holds the sound back until somebody touches the page. */
export function useSiren(siren: Siren | null): boolean {
  const [muted, setMuted] = useState(false)
  useEffect(() => {
    if (siren === null) return undefined
    const audio = new AudioContext()
    const look = () => setMuted(audio.state === 'suspended')
    const wake = () => void audio.resume()
    audio.addEventListener('statechange', look)
    window.addEventListener('keydown', wake)
    window.addEventListener('pointerdown', wake)
    const stop = playPattern(audio, PATTERNS[siren])
    // Asked after the browser had its turn: a new context is always suspended for a moment.
    const later = setTimeout(look, 300)
    return () => {
      clearTimeout(later)
      audio.removeEventListener('statechange', look)
      window.removeEventListener('keydown', wake)
      window.removeEventListener('pointerdown', wake)
      stop()
      setMuted(false)
    }
  }, [siren])
  return muted
}
