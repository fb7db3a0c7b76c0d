import { createContext, useContext } from 'react'

/** Opens the intake form over whatever is on screen. */
export const IntakeContext = createContext<() => void>(() => undefined)

export function useOpenIntake(): () => void {
  return useContext(IntakeContext)
}
