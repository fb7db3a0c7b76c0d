import { z } from 'zod'
import { instant, personRef, reason, requiredText, shortText } from '../values.ts'

/** Why a device began a new chain of events. */
export const EPOCH_REASONS = [
  'first',
  'enrolment',
  'restored',
  'corruption',
  'headsAhead',
  'hubAhead',
  'fork',
  'divisionCorrected',
] as const

const letter = z.string().regex(/^[A-Z]{1,3}$/)

/** By what a password was set on a console. */
export const PASSWORD_PROOFS = ['setUp', 'join', 'code', 'recovery', 'oldPassword'] as const

/** What the console itself has to tell: when it ran, on what power, who sat at it, and when its identity of writing changed. */
export const consoleBodies = {
  'console.epochStarted': z.object({ reason: z.enum(EPOCH_REASONS), previous: z.string().max(40).optional() }),
  /** `lastSeen`: when the run before it was last alive, given when that run did not end in order. */
  'console.started': z.object({ version: shortText, lastSeen: instant.optional() }),
  'console.stopped': z.object({}),
  'console.powerChanged': z.object({ onBattery: z.boolean(), percent: z.int().min(0).max(100).optional() }),
  /** `letter` stands in the numbers this console gives. `invitation`: the join file it came from. */
  'console.registered': z.object({ letter, name: requiredText, invitation: shortText.optional() }),
  /** A join file was made, its letter promised. */
  'console.invited': z.object({ letter, invitation: shortText }),
  'console.signedIn': z.object({ person: personRef }),
  'console.signedOut': z.object({ person: personRef }),
  /** Sign-in was stopped for a while after repeated failures. */
  'console.signInBlocked': z.object({ person: personRef, failures: z.int() }),
  /** An administrator made a one-time code with which the person sets a password on this console. */
  'console.codeIssued': z.object({ person: personRef }),
  'console.passwordSet': z.object({ person: personRef, by: z.enum(PASSWORD_PROOFS) }),
  /** A new recovery code; earlier sheets no longer work. `first`: there was none before at this console. */
  'console.recoverySheetIssued': z.object({ first: z.boolean().optional() }),
  /** The duty log goes on from a backup taken then; what came after it returns from the file that was kept aside. */
  'console.backupRestored': z.object({ backupAt: instant, reason }),
} as const

export type EpochReason = (typeof EPOCH_REASONS)[number]
