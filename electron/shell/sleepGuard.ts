import type { PowerSaveBlocker } from 'electron'

export interface Wakefulness {
  /** A duty clock runs. */
  readonly clock: boolean
  /** An alarm waits for somebody. */
  readonly alarm: boolean
  /** Asked for in the settings. */
  readonly always: boolean
}

/** The computer may not sleep while a clock runs; while an alarm sounds the screen stays on as well. */
export function blockerFor({
  clock,
  alarm,
  always,
}: Wakefulness): 'prevent-display-sleep' | 'prevent-app-suspension' | null {
  if (alarm) return 'prevent-display-sleep'
  return clock || always ? 'prevent-app-suspension' : null
}

export interface SleepGuard {
  set(part: Partial<Wakefulness>): void
  current(): Wakefulness
}

export function createSleepGuard(system: Pick<PowerSaveBlocker, 'start' | 'stop'>, always: boolean): SleepGuard {
  let wakefulness: Wakefulness = { clock: false, alarm: false, always: false }
  let held: { readonly type: ReturnType<typeof blockerFor>; readonly id: number } | undefined
  function set(part: Partial<Wakefulness>): void {
    wakefulness = { ...wakefulness, ...part }
    const type = blockerFor(wakefulness)
    if (type === (held?.type ?? null)) return
    const before = held
    // The new one first: between two blockers there must be no moment without one.
    held = type === null ? undefined : { type, id: system.start(type) }
    if (before) system.stop(before.id)
  }
  set({ always })
  return { set, current: () => wakefulness }
}
