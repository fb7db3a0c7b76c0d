import { createContext, useContext } from 'react'

/** Opens the manual over whatever is on screen, at the page of where the person is. */
export const HelpContext = createContext<() => void>(() => undefined)

export function useOpenHelp(): () => void {
  return useContext(HelpContext)
}
