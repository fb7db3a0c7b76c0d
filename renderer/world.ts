import { createContext, useContext } from 'react'
import type { World } from '../shared/domain/worlds.ts'

/** The world this console is in, so that what was read in one is never shown in the other. */
export const WorldContext = createContext<World>('real')

export function useWorld(): World {
  return useContext(WorldContext)
}
