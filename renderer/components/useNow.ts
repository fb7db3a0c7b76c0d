import { useEffect, useState } from 'react'

/**
 * The wall clock (ms), told again each time a whole `stepMs` passes: 60,000 turns with the minute on the wall, not some
 * seconds after it.
 */
export function useNow(stepMs = 60_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let timer = 0
    const turn = () => {
      setNow(Date.now())
      timer = window.setTimeout(turn, stepMs - (Date.now() % stepMs))
    }
    // A room that was hidden is shown again: what it says is of now, not of when it was left.
    setNow((before) => (Date.now() - before < stepMs ? before : Date.now()))
    timer = window.setTimeout(turn, stepMs - (Date.now() % stepMs))
    return () => window.clearTimeout(timer)
  }, [stepMs])
  return now
}
