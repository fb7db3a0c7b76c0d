import type { FileFrame } from '../../shared/protocol/attachments/fileFrames.ts'
import type { Checkpoint } from '../../shared/protocol/checkpoint.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import type { ParkCode } from '../../shared/protocol/frames.ts'
import type { Hlc } from '../../shared/protocol/hlc.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import type { Clock, Log, Random } from '../../shared/protocol/ports.ts'
import type { Primitives, Signer } from '../../shared/protocol/primitives.ts'

/** What the hub's core needs from outside. */
export interface HubPorts {
  readonly store: HubStore
  readonly primitives: Primitives
  /** JSON. */
  readonly codec: FrameCodec
  /** A codec for one connection that began with this codebook; null when it is not known here. */
  readonly narrowCodec?: (codebook: number) => FrameCodec | null
  /** Where the bytes of attachments go; frames of theirs are not understood where nobody keeps them. */
  readonly files?: HubFiles
  /** The hub's own key: its id follows from it. */
  readonly signer: Signer
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** The store refused to commit: nothing was acknowledged, every connection was closed. The owner reopens the store and makes a new core. */
  readonly onFailure: (error: unknown) => void
}

/** The exchange of attachments' files, behind the events of each connection. */
export interface HubFiles {
  received(wire: HubFileWire, frame: FileFrame): void
  /** The feed of that connection has gone quiet: what it wanted goes on. */
  quiet(wire: HubFileWire): void
  closed(wire: HubFileWire): void
}

/** One console's connection as the exchange of files sees it. */
export interface HubFileWire {
  readonly device: string
  readonly division: string
  readonly bitRate: number
  send(frame: FileFrame): void
  /** Nothing of the feed waits or is under way on it. */
  isQuiet(): boolean
}

/** The way back to one console. `nonce` was chosen by the hub's side and is signed by the console. */
export interface HubLink {
  readonly nonce: string
  send(frame: Uint8Array): void
  close(): void
}

export interface HubConnection {
  receive(frame: Uint8Array): void
  /** The link is gone. */
  closed(): void
}

export interface ChainKey {
  readonly origin: string
  readonly epoch: string
  readonly lane: Lane
}

/**
 * Last number a chain has consumed. `hash` is empty for an empty chain and null when the event at the head was kept aside in a
 * form that has no hash: then any past is accepted from the next one.
 */
export interface StoredHead {
  readonly seq: number
  readonly hash: string | null
}

export interface Township {
  readonly division: string
  readonly name: string
}

export interface DeviceRecord {
  readonly origin: string
  /** Raw Ed25519 key as hexadecimal. */
  readonly publicKey: string
  readonly division: string
  readonly name: string
  readonly letter: string
  readonly enrolledAt: number
  readonly revokedAt: number | null
}

export interface EnrolCodeRecord {
  readonly key: string
  readonly division: string
  readonly expiresAt: number
  readonly usedAt: number | null
  readonly usedBy: string | null
}

/** An event that consumed its number without being accepted. `hash` is null when what was sent has none. */
export interface ParkedRecord extends ChainKey {
  readonly seq: number
  readonly code: ParkCode
  readonly hash: string | null
  readonly bytes: Uint8Array
  readonly at: number
}

export interface FeedItem {
  readonly feedSeq: number
  readonly bytes: Uint8Array
}

export interface StoredEvent {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly receivedAt: number
}

export interface CheckpointRecord {
  readonly checkpoint: Checkpoint
  readonly signature: string
  readonly countersignature: string
  readonly at: number
}

/** How much may be read at once. At least one item is given, whatever its size. */
export interface ReadLimit {
  readonly events: number
  readonly bytes: number
}

/**
 * What the hub knows, kept durably. Every call outside {@link HubStore.transaction} is a transaction of its own; a throw inside
 * one undoes all of it. Nothing is kept in memory: a new core on the same store goes on where the last one ended.
 */
export interface HubStore {
  transaction<T>(work: () => T): T

  hubEpoch(): string
  /** Starts a new life of the hub: its own chains begin anew and consoles send again what this database may have lost. */
  startHubEpoch(epoch: string): void
  lastHlc(): Hlc
  saveHlc(hlc: Hlc): void

  township(division: string): Township | null
  townships(): readonly Township[]
  addTownship(township: Township, at: number): void
  device(origin: string): DeviceRecord | null
  devicesOf(division: string): readonly DeviceRecord[]
  addDevice(device: DeviceRecord): void
  revokeDevice(origin: string, at: number): void
  addEnrolCode(code: EnrolCodeRecord): void
  /** Codes that a proof may belong to, the newest first. */
  enrolCodes(): readonly EnrolCodeRecord[]
  spendEnrolCode(key: string, origin: string, at: number): void

  head(chain: ChainKey): StoredHead
  chainsOf(origin: string): readonly (ChainKey & StoredHead)[]
  /** Hash of the event (accepted or parked) at a number; null when there is none or it has no hash. */
  hashAt(chain: ChainKey, seq: number): string | null
  /** Inserts an accepted event. Its chain's head is moved by {@link HubStore.moveHead}, once for all that follow each other. */
  insertEvent(event: SealedEvent, at: number): void
  moveHead(chain: ChainKey, head: StoredHead): void
  /** Keeps an event aside and moves its chain's head past it. */
  park(record: ParkedRecord): void
  /** Why the event at a number was kept aside; null when it was accepted or is not there. */
  parkedCode(chain: ChainKey, seq: number): ParkCode | null
  /** Keeps the other branch of a fork. False when it was kept already. */
  keepBranch(event: SealedEvent, at: number): boolean
  /** Events of a chain from a number on, parked ones with a hash included, in order. */
  readChain(
    chain: ChainKey,
    fromSeq: number,
    limit: ReadLimit,
  ): readonly { readonly seq: number; readonly bytes: Uint8Array }[]

  /**
   * Numbers, in order of arrival, what a device has to receive and its feed does not hold yet: everything of its township and of
   * the county's word to it, except its own. Cheap when there is nothing new.
   */
  fillFeed(device: Pick<DeviceRecord, 'origin' | 'division'>): void
  feedHead(device: string, lane: Lane): number
  /** Hash of the event at a feed number; '' for 0, null when the feed does not reach so far. */
  feedHashAt(device: string, lane: Lane, feedSeq: number): string | null
  readFeed(device: string, lane: Lane, fromFeedSeq: number, limit: ReadLimit): readonly FeedItem[]
  saveDelivered(device: string, lane: Lane, feedSeq: number, at: number): void

  saveCheckpoint(record: CheckpointRecord): void
  raiseAlarm(kind: string, detail: string, at: number): void
}
