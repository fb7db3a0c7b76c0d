import { type ComponentType, lazy } from 'react'

/** A room of the console: an entry of the left rail and the page behind it. Its name is `rooms.<id>` in the locales. */
export interface Room {
  readonly id: string
  readonly page: ComponentType
}

/** In the order of the rail. Pages load when first opened. */
export const rooms: readonly Room[] = [
  { id: 'log', page: lazy(async () => ({ default: (await import('../features/log/LogRoom.tsx')).LogRoom })) },
]
