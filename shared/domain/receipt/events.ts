import { z } from 'zod'
import { instant, requiredText } from '../values.ts'

/**
 * 县已阅: a person at the county has read one of our events. Written by the hub in its own chain under `receipt:<16 digits of
 * the event's hash>`; only this makes an event read.
 */
export const receiptRead = z.object({
  origin: z.string().max(64),
  epoch: z.string().max(40),
  lane: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  by: requiredText,
  at: instant,
})

export const receiptBodies = { 'receipt.read': receiptRead } as const
