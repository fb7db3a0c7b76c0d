/** As Chromium tells it; TypeScript's DOM library has no types for it. */
interface BatteryManager extends EventTarget {
  /** 0…1; 1 where there is no battery. */
  readonly level: number
  /** Plugged in; true where there is no battery. */
  readonly charging: boolean
}

export interface BatteryReport {
  readonly onBattery: boolean
  readonly percent: number | null
}

/**
 * Tells what the page's Battery API says, now and at each change. It needs no permission and works on all systems; a computer
 * without a battery looks like a full one that is plugged in. @returns the function that ends it.
 */
export function followBattery(report: (reading: BatteryReport) => void): () => void {
  const host = navigator as { getBattery?: () => Promise<BatteryManager> }
  const end = new AbortController()
  host.getBattery?.().then(
    (manager) => {
      if (end.signal.aborted) return
      const read = () => report({ onBattery: !manager.charging, percent: Math.round(manager.level * 100) })
      read()
      for (const name of ['levelchange', 'chargingchange']) manager.addEventListener(name, read, { signal: end.signal })
    },
    // Not told: nothing is shown.
    () => undefined,
  )
  return () => end.abort()
}
