import { z } from 'zod'
import { channel } from './channel.ts'
import type { LinkKind, LinkState } from './links.ts'

/** How far one record has come: 本机已存 → 已送达县 → 县已阅; 待重新送达 after the hub lost it; 未被接收 when it was refused. */
export const DELIVERIES = ['stored', 'delivered', 'read', 'redeliver', 'rejected'] as const
export type Delivery = (typeof DELIVERIES)[number]

interface CommonSyncState {
  /** When this state began, ms since 1970. */
  readonly since: number
  /** Records waiting to leave, by lane: flash, command, routine. */
  readonly pending: readonly [flash: number, command: number, routine: number]
  /** How many of them the hub had confirmed before and lost (待重新送达). */
  readonly redeliver: number
  /** Name of the county hub as its administrator set it; '' before the console ever met it. */
  readonly hubName: string
  /** Every configured link in short, in order of preference. */
  readonly links: readonly LinkBrief[]
}

/** One link in a word, for the top bar. */
export interface LinkBrief {
  readonly id: string
  readonly kind: LinkKind
  /** What people call it; '' for the word of its kind. */
  readonly name: string
  readonly state: LinkState
  /** Whether anything goes over it now. */
  readonly carries: boolean
}

/** Why nothing can be sent now. Each has a sentence in the locales (`common:link.reason.<reason>`). */
export const WAIT_REASONS = [
  'unreachable',
  'lost',
  'closedByHub',
  'badAddress',
  'noCard',
  'untrusted',
  'hubKeyChanged',
  'badHub',
  'storeFailed',
  'malformed',
  'tooLarge',
  'unknownVersion',
  'unexpectedFrame',
  'badSignature',
  'unknownDevice',
  'revoked',
  'wrongHub',
  'codeUnknown',
  'codeExpired',
  'codeUsed',
  'wrongTownship',
  'townshipFull',
  'checkpointMismatch',
  'replaced',
  'restarted',
  'noAnswer',
  'unavailable',
] as const
export type WaitReason = (typeof WAIT_REASONS)[number]

/** How this console stands with its county hub, for the top bar. An outage is a normal state: duty goes on. */
export type SyncState = CommonSyncState &
  (
    | { readonly state: 'off'; readonly reason: 'notEnrolled' | 'stopped' }
    | { readonly state: 'connecting'; readonly reason: 'starting' | 'retrying' | 'enrolling'; readonly attempt: number }
    | {
        readonly state: 'online'
        readonly reason: 'sending' | 'receiving' | 'idle'
        /** How far the hub's clock was ahead of this computer's at the last greeting, ms. */
        readonly clockOffsetMs: number
      }
    | { readonly state: 'waiting'; readonly reason: WaitReason; readonly nextTryAt: number; readonly attempt: number }
  )

/** Where the county's hub is, and how this console came to it. */
export interface HubSettings {
  readonly url: string
  readonly enrolled: boolean
  /** A code was given and waits until the hub can be reached. */
  readonly enrolling: boolean
  /** Id of the pinned hub, '' before the first contact. */
  readonly hubId: string
  /** This device's own id, as the hub's administrator sees it. */
  readonly deviceId: string
}

/** What came of an enrolment: `pending` means that the hub could not be reached yet; it will be asked again by itself. */
export interface EnrolAnswer {
  readonly outcome: 'enrolled' | 'refused' | 'pending'
  readonly reason: WaitReason | null
}

export const syncChannels = {
  'sync.state': channel(z.null()).answers<SyncState>(),
  'sync.hub': channel(z.null()).answers<HubSettings>(),
  'sync.setHub': channel(z.object({ url: z.string().trim().min(1).max(300) })).answers<null>(),
  'sync.enroll': channel(z.object({ code: z.string().trim().min(1).max(60) })).answers<EnrolAnswer>(),
  'sync.cancelEnroll': channel(z.null()).answers<null>(),
  'sync.retryNow': channel(z.null()).answers<null>(),
} as const
