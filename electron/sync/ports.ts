import type { LinkSettings } from '../../shared/ipc/links.ts'
import type { ChainHead } from '../../shared/protocol/chain.ts'
import type { Checkpoint } from '../../shared/protocol/checkpoint.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import type { ErrorCode, ParkCode } from '../../shared/protocol/frames.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'

/** What a link can do: decides frame sizes and what may use it. */
export interface BearerCapabilities {
  /** Usable bits a second. */
  readonly bitRate: number
  /** Largest packet below it, bytes. */
  readonly mtu: number
  /** What a byte or a session costs on it. */
  readonly cost: 'free' | 'perByte' | 'perSession'
}

/** Why a connection ended, as far as the bearer can tell. */
export type CloseReason = 'closedByHub' | 'unreachable' | 'lost' | 'badAddress' | 'untrusted' | 'noCard'

export interface BearerEvents {
  /** The hub's side took the opening payload; frames can follow. */
  onOpen(): void
  onFrame(frame: Uint8Array): void
  /** Ends the connection, once; nothing comes after it. Not called after {@link Bearer.close}. */
  onClose(reason: CloseReason): void
}

/**
 * One way to reach the hub. Carries whole frames; may lose, repeat or reorder them, never alters them. Holds nothing back: what
 * cannot be sent now is lost with the connection, because the log is the only queue.
 */
export interface Bearer {
  readonly name: string
  readonly capabilities: BearerCapabilities
  /** Connects. `makeHello` gives the opening payload once the hub's side has given its nonce. At most one connection at a time. */
  open(makeHello: (nonce: string) => Uint8Array, events: BearerEvents): void
  send(frame: Uint8Array): void
  /** Ends the connection at once; no event follows. Harmless when there is none. */
  close(): void
}

export interface ChainName {
  readonly epoch: string
  readonly lane: Lane
}

/** One chain of this device. */
export interface OwnChain extends ChainName {
  readonly head: ChainHead
  /** Last number the hub holds durably. */
  readonly acked: number
  /** Last number it ever confirmed: above `acked` after the hub lost something (待重新送达). */
  readonly ackedOnce: number
  /**
   * Last number of a chain that forked; null for a healthy one. Up to where it forked it is ours, and behind that what another device
   * with this key wrote, as far as the hub gave it to us: `head`, hashes and stored bytes follow that branch. What we had written
   * there ourselves was written again in a later epoch.
   */
  readonly closedAt: number | null
}

export interface DownCursor {
  readonly feedSeq: number
  /** Hash of the event at that feed number; '' for 0. */
  readonly hash: string
}

/** The hub this console belongs to. Its key is pinned: another one is refused. */
export interface HubPin {
  readonly hubId: string
  /** Raw Ed25519 key as hexadecimal. */
  readonly publicKey: string
  readonly hubEpoch: string
}

/** Heads of the county's own chain for this township, signed by the hub. */
export interface CountyHeads {
  readonly epoch: string
  readonly n: number
  readonly heads: readonly [CountyHead, CountyHead, CountyHead]
  /** 128 hexadecimal digits. */
  readonly signature: string
}
export type CountyHead = readonly [seq: number, hash: string]

/** A one-time code typed at this console whose enrolment has not been answered yet: it survives a restart. */
export interface PendingEnrolment {
  /** 15 hexadecimal digits, as parseEnrolCode gives them. */
  readonly secret: string
  readonly fingerprint: string
  readonly township: { readonly division: string; readonly name: string }
  readonly consoleName: string
  /** Letter this console uses in its numbers. */
  readonly letter: string | null
}

export interface Enrolled {
  readonly pin: HubPin
  readonly township: { readonly division: string; readonly name: string }
  /** Letter to use from now on: another one when another console of the township had ours. */
  readonly letter: string
}

/** One configured way to the hub: what was said about it, and what carries its frames. */
export interface EngineLink {
  readonly settings: LinkSettings
  readonly bearer: Bearer
}

/** What went over a link on one day, kept on this console. */
export interface LinkUse {
  /** Beijing date, such as 2026-07-14. */
  readonly day: string
  readonly sent: number
  readonly received: number
  /** What of it is paid for: at least the bytes, more where opening and holding a session costs. */
  readonly billed: number
}

/** Where {@link LinkUse} is kept; in memory when a test has no disk. */
export interface LinkUseStore {
  read(link: string): LinkUse | null
  save(link: string, use: LinkUse): void
}

export interface ReadLimit {
  readonly events: number
  readonly bytes: number
}

/** Why a new epoch begins. */
export type EpochReason = 'fork' | 'hubAhead'

/**
 * What the engine needs of the console's store. Every call is one durable transaction; all are short. Own events are written by
 * commands, not here, except {@link SyncStore.reissue}.
 */
export interface SyncStore {
  readonly origin: string
  currentEpoch(): string
  /** Chains of every epoch, the oldest epoch first, lanes in order. */
  ownChains(): readonly OwnChain[]
  hashAt(chain: ChainName, seq: number): string | null
  /** Whether an own event whose hash begins like this is held at that number, on whatever branch of the chain. */
  holdsOwn(chain: ChainName, seq: number, prefix: string): boolean
  /** Stored bytes from a number on, in order; at least one when there is one. */
  readOwn(chain: ChainName, fromSeq: number, limit: ReadLimit): readonly Uint8Array[]
  /** The hub holds everything up to `seq`, durably, since `hubMs` by its clock. */
  saveAck(chain: ChainName, seq: number, hubMs: number): void
  /** The hub lost what is above `seq`: it will be sent again; `ackedOnce` stays. */
  lowerAck(chain: ChainName, seq: number): void
  /** The hub keeps this event aside, with its reason; shown to people. */
  savePark(chain: ChainName, seq: number, code: ParkCode): void

  downCursor(lane: Lane): DownCursor
  /** Starts a lane of the hub's feed again. */
  resetDown(lane: Lane): void
  /** Takes events of others and moves the lane's cursor, in one transaction. Events held already are recognised by their hash. */
  applyDown(lane: Lane, events: readonly SealedEvent[], cursor: DownCursor): void
  /**
   * Own chains are being brought together with the hub's: until all are back, what is missing here may be on its way. Outlives the
   * connection and the program.
   */
  setRecovering(on: boolean): void
  /** Takes own events the hub held and we did not; another event under the same identity is kept as a branch beside ours. */
  applyOwn(events: readonly SealedEvent[]): void

  /** New epoch for everything written from now on. @returns its name. */
  startEpoch(reason: EpochReason): string
  /**
   * Ends a forked chain at `commonSeq` (the last event both sides agree on) and writes what we hold behind it again in the
   * current epoch, each naming the event it repeats. Doing it again changes nothing. @returns how many were written.
   */
  reissue(forks: readonly (ChainName & { readonly commonSeq: number })[]): number

  /** Heads of the current epoch. */
  currentCheckpoint(): Checkpoint
  saveCheckpoint(checkpoint: Checkpoint, signature: Uint8Array): void
  saveCountersignature(
    checkpoint: Checkpoint,
    witness: { readonly hubId: string; readonly hubEpoch: string; readonly at: number; readonly signature: Uint8Array },
  ): void

  /** Keeps the newest signed heads of each of the county's epochs. */
  saveCountyHeads(heads: CountyHeads): void
  countyHeads(): readonly CountyHeads[]
  /** Hash of an event of the county's chain that we hold, or null. */
  countyHashAt(hubId: string, chain: ChainName, seq: number): string | null
  /** Stored bytes of the county's chain from a number on, in order. */
  readCounty(hubId: string, chain: ChainName, fromSeq: number, limit: ReadLimit): readonly Uint8Array[]

  hubPin(): HubPin | null
  /** The hub began a new life: every lane of its feed starts again with it. */
  saveHubEpoch(hubEpoch: string): void
  pendingEnrolment(): PendingEnrolment | null
  savePendingEnrolment(request: PendingEnrolment | null): void
  /** Pins the hub and ends the pending enrolment. Every lane of another hub's feed, or of another life of it, starts again. */
  saveEnrolled(enrolled: Enrolled): void
}

/** Records waiting to leave, by lane. */
export type Pending = readonly [flash: number, command: number, routine: number]

/** Why the console is not in touch with its hub. Each has a sentence in the locales. */
export type WaitReason = CloseReason | ErrorCode | 'hubKeyChanged' | 'badHub' | 'storeFailed'
