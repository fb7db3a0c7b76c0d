import { z } from 'zod'
import type { BatteryMark } from '../domain/console/power.ts'
import { channel } from './channel.ts'

/** What this console runs on. `percent`: what is left in the battery, 0…100; null when there is none or it does not say. */
export type PowerState =
  | { readonly source: 'mains'; readonly percent: number | null }
  /** `mark`: the warning that stands, 30 or 10; null above both. */
  | { readonly source: 'battery'; readonly percent: number | null; readonly mark: BatteryMark | null }

export const powerChannels = {
  'power.state': channel(z.null()).answers<PowerState>(),
  /** What the page's Battery API says, for systems where the desk itself cannot look. */
  'power.report': channel(
    z.object({ onBattery: z.boolean(), percent: z.int().min(0).max(100).nullable() }),
  ).answers<null>(),
} as const
