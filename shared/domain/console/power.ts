/** A console on battery warns when this many percent are left, highest first. */
export const BATTERY_MARKS = [30, 10] as const
export type BatteryMark = (typeof BATTERY_MARKS)[number]

/** What a machine says about its power at one moment. `percent`: 0…100, null without a battery or when it does not say. */
export interface PowerReading {
  readonly onBattery: boolean
  readonly percent: number | null
}

/** What the log was last told. `mark`: the lowest mark told since the machine left the mains. */
export interface PowerTold {
  readonly onBattery: boolean
  readonly mark: BatteryMark | null
}

export const MAINS_TOLD: PowerTold = { onBattery: false, mark: null }

/** The warning that stands at a reading: the lowest mark reached; null on mains or above all marks. */
export function markOf({ onBattery, percent }: PowerReading): BatteryMark | null {
  if (!onBattery || percent === null) return null
  return BATTERY_MARKS.findLast((mark) => percent <= mark) ?? null
}

/**
 * What follows from a reading:
 *
 *   mains ─ unplugged ─▶ battery ─ 30 % ─▶ battery, 30 told ─ 10 % ─▶ battery, 10 told
 *     ▲                     │                    │                        │
 *     └───── plugged in ────┴────────────────────┴────────────────────────┘
 *
 * A reading that wavers around a mark tells it once: marks only go down until the machine is plugged in.
 * @returns null when there is nothing to tell.
 */
export function followPower(
  told: PowerTold,
  reading: PowerReading,
): { told: PowerTold; warn: BatteryMark | null } | null {
  const mark = markOf(reading)
  if (reading.onBattery !== told.onBattery) return { told: { onBattery: reading.onBattery, mark }, warn: mark }
  const isLower = mark !== null && (told.mark === null || mark < told.mark)
  return isLower ? { told: { onBattery: true, mark }, warn: mark } : null
}
