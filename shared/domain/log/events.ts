import { z } from 'zod'
import { incidentRef, instant, longText, reason } from '../values.ts'
import { restoredBody, voidedBody } from '../voiding.ts'

/** A free entry of the duty log (值班记事). `at` is when it happened, which may be before it was written. */
export const logEntered = z.object({ at: instant, text: longText.min(1), incident: incidentRef.optional() })
export const logCorrected = z.object({ set: z.object({ at: instant, text: longText.min(1) }).partial(), reason })

export const logBodies = {
  'log.entered': logEntered,
  'log.corrected': logCorrected,
  'log.voided': voidedBody,
  'log.restored': restoredBody,
} as const
