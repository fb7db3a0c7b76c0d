import { z } from 'zod'
import { channel } from './channel.ts'
import type { Delivery } from './sync.ts'

/** 县已阅: who at the county read an event first, and when by the county's clock. */
export interface CountyReading {
  readonly by: string
  readonly at: number
}

/** How far one record has come, and who at the county has read it. */
export interface RecordDelivery {
  /** Null for what another console wrote and nobody at the county has read: only that one knows. */
  readonly delivery: Delivery | null
  readonly reading: CountyReading | null
}

export const receiptChannels = {
  /** By version (16 digits of the event's hash); those unknown here are left out. Topics: sync, receipt. */
  'receipt.deliveries': channel(z.object({ versions: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(1_000) })).answers<
    Readonly<Record<string, RecordDelivery>>
  >(),
} as const
