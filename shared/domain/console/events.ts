import { z } from 'zod'
import { instant, shortText } from '../values.ts'

/** Why a device began a new chain of events. */
export const EPOCH_REASONS = ['first', 'enrolment', 'restored', 'corruption', 'headsAhead', 'hubAhead', 'fork'] as const

/** What the console itself has to tell: when it ran, on what power, and when its identity of writing changed. */
export const consoleBodies = {
  'console.epochStarted': z.object({ reason: z.enum(EPOCH_REASONS), previous: z.string().max(40).optional() }),
  /** `lastSeen`: when the run before it was last alive, given when that run did not end in order. */
  'console.started': z.object({ version: shortText, lastSeen: instant.optional() }),
  'console.stopped': z.object({}),
  'console.powerChanged': z.object({ onBattery: z.boolean(), percent: z.int().min(0).max(100).optional() }),
} as const

export type EpochReason = (typeof EPOCH_REASONS)[number]
