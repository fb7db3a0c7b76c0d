import { z } from 'zod'

/**
 * What the command line asks a running hub, one JSON line a message:
 *   ▶ {"command": …}   ◀ {"row": …} any number of times, then {"done": true} or {"failed": code}
 */
export const adminRequest = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('enroll'),
    division: z.string(),
    name: z.string(),
    days: z.number().positive().optional(),
  }),
  z.object({
    command: z.literal('order'),
    division: z.string(),
    title: z.string().trim().min(1).max(200),
    text: z.string().trim().max(10_000),
    urgent: z.boolean(),
    replyBy: z.int().nullable(),
    by: z.string().trim().max(200),
    drill: z.boolean().optional(),
  }),
  z.object({ command: z.literal('orders') }),
  z.object({ command: z.literal('read'), id: z.string().min(1), by: z.string().trim().min(1).max(200) }),
  z.object({ command: z.literal('log'), division: z.string() }),
  z.object({ command: z.literal('townships') }),
  z.object({ command: z.literal('attachments'), division: z.string() }),
  z.object({ command: z.literal('attachment'), sha: z.string().regex(/^[0-9a-f]{6,64}$/) }),
  z.object({
    command: z.literal('revoke'),
    device: z.string().min(1),
    reason: z.string().max(200),
    by: z.string().max(200),
  }),
  z.object({ command: z.literal('restored') }),
])
export type AdminRequest = z.infer<typeof adminRequest>

export const ADMIN_FAILURES = [
  'badRequest',
  'badDivision',
  'unknownTownship',
  'unknownId',
  'ambiguousId',
  'unknownDevice',
  'unknownAttachment',
  'notHere',
  'damaged',
  'alreadyRevoked',
  'unavailable',
  'notRunning',
] as const
export type AdminFailure = (typeof ADMIN_FAILURES)[number]

export interface EnrolRow {
  readonly code: string
  readonly expiresAt: number
  readonly division: string
  readonly name: string
}

export interface OrderRow {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly division: string
  readonly township: string
  readonly urgent: boolean
  readonly drill: boolean
  readonly issuedAt: number
  readonly replyBy: number | null
  readonly consoles: readonly { readonly letter: string; readonly name: string; readonly received: boolean }[]
  readonly answers: readonly {
    readonly kind: string
    readonly by: string
    readonly at: number
    readonly text: string
  }[]
}

export interface LogRow {
  readonly hash: string
  readonly origin: string
  readonly letter: string
  readonly epoch: string
  readonly lane: number
  readonly seq: number
  readonly n: number
  /** By the author's clock. */
  readonly at: number
  readonly receivedAt: number
  readonly kind: string
  readonly entity: string
  readonly by: string
  readonly text: string
  /** Done in a drill. */
  readonly drill: boolean
  /** Set for an event the hub keeps aside, with its reason; `branch` for the other side of a fork. */
  readonly aside?: string
}

export interface TownshipRow {
  readonly division: string
  readonly name: string
  readonly events: number
  readonly parked: number
  readonly branches: number
  readonly consoles: readonly {
    readonly origin: string
    readonly letter: string
    readonly name: string
    readonly connected: boolean
    readonly revoked: boolean
    /** When its last event arrived; null before the first. */
    readonly lastEventAt: number | null
    /** Events in its feed that it has not confirmed. */
    readonly waiting: number
  }[]
}

export interface AttachmentRow {
  readonly sha256: string
  readonly name: string
  readonly mime: string
  readonly size: number
  /** Number and title of its incident. */
  readonly incident: string
  readonly receivedAt: number
  /** How much of the original lies here, 0 to 100. */
  readonly percent: number
  readonly thumb: boolean
}

/** Where the original lies on the hub's machine. */
export interface AttachmentFileRow extends AttachmentRow {
  readonly path: string
}

export interface ReadRow {
  readonly hash: string
  readonly kind: string
  readonly by: string
}
