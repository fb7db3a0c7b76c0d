import { useEffect, useState } from 'react'

export interface Battery {
  /** 0…100. */
  readonly percent: number
  readonly charging: boolean
}

/** As Chromium tells it; TypeScript's DOM library has no types for it. */
interface BatteryManager extends EventTarget {
  readonly level: number
  readonly charging: boolean
}

/** The computer's battery; null where there is none (a desktop reports a full, charging one that never changes). */
export function useBattery(): Battery | null {
  const [battery, setBattery] = useState<Battery | null>(null)
  useEffect(() => {
    const host = navigator as { getBattery?: () => Promise<BatteryManager> }
    if (!host.getBattery) return
    let leave: () => void = () => undefined
    let gone = false
    host.getBattery().then(
      (manager) => {
        if (gone) return
        const read = () => setBattery({ percent: Math.round(manager.level * 100), charging: manager.charging })
        read()
        for (const name of ['levelchange', 'chargingchange']) manager.addEventListener(name, read)
        leave = () => {
          for (const name of ['levelchange', 'chargingchange']) manager.removeEventListener(name, read)
        }
      },
      // Not told: nothing is shown.
      () => undefined,
    )
    return () => {
      gone = true
      leave()
    }
  }, [])
  return battery
}
