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
}

/** Why nothing can be sent now. Each has a sentence in the locales (`common:link.reason.<reason>`). */
export const WAIT_REASONS = [
  'unreachable',
  'lost',
  'closedByHub',
  'badAddress',
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
    | { readonly state: 'online'; readonly reason: 'sending' | 'receiving' | 'idle' }
    | { readonly state: 'waiting'; readonly reason: WaitReason; readonly nextTryAt: number; readonly attempt: number }
  )
