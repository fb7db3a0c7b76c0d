/** Minutes without a key or a move after which the screen locks; '0': never. */
export const IDLE_MINUTES = ['0', '5', '10', '30'] as const
export type IdleMinutes = (typeof IDLE_MINUTES)[number]

const KEY = 'zhenshou.idleMinutes'

/** Off unless somebody chose it here: a duty desk is seldom left alone, and a locked one costs seconds. */
export function readIdleMinutes(storage: Pick<Storage, 'getItem'>): IdleMinutes {
  const kept = storage.getItem(KEY)
  return IDLE_MINUTES.find((minutes) => minutes === kept) ?? '0'
}

export function keepIdleMinutes(storage: Pick<Storage, 'setItem'>, minutes: IdleMinutes): void {
  try {
    storage.setItem(KEY, minutes)
  } catch {
    return
  }
}
