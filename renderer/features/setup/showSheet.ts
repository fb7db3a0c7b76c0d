import { createContext, useContext } from 'react'
import type { RecoverySheet } from '../../../shared/ipc/session.ts'

export const SheetContext = createContext<(sheet: RecoverySheet) => void>(() => undefined)

/** Shows a recovery sheet over whatever page comes next: the page that asked for it is often gone by then. */
export function useShowSheet(): (sheet: RecoverySheet) => void {
  return useContext(SheetContext)
}
