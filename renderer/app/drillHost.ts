import { createContext, useContext } from 'react'

/** Opens what somebody can do about a drill: begin, join, leave, end. */
export const DrillContext = createContext<() => void>(() => undefined)

export function useOpenDrill(): () => void {
  return useContext(DrillContext)
}
