import type { FileFrame } from '../../shared/protocol/attachments/fileFrames.ts'
import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import type { FrameOf } from '../../shared/protocol/frames.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import type { FileSeam } from './fileSeam.ts'
import type { ChainName, EngineLink, HubPin, WaitReason } from './ports.ts'
import type { Witness } from './witness.ts'

/** What one connection is given, and what it tells the engine. */
export interface SessionHooks {
  /** The configured link it runs over. */
  readonly link: EngineLink
  /** How frames are written on this connection. */
  readonly codec: FrameCodec
  readonly witness: Witness
  readonly nonce: () => string
  /** When the opening payload left, by the monotonic clock: what went before is connecting, not the link's round trip. */
  readonly helloAt: () => number
  readonly send: (frame: Uint8Array) => void
  /** Last number of a chain that may leave by this link. */
  reach(chain: ChainName): number
  /** Whether another connection is finding out where this chain parted from the hub's. */
  isHeldElsewhere(chain: ChainName): boolean
  /** Whether this is the link that signs for the county what was sent. */
  mayWitness(): boolean
  /** The hub answered and is the right one. @param restarted whether a lane of its feed starts again */
  onOnline(pin: HubPin, hubMs: number, restarted: boolean): void
  /** A piece of the hub's feed. */
  onDown(frame: FrameOf<'down'>): void
  /** Numbers of waiting records may have changed. */
  onProgress(): void
  /** Our own chains and the hub's are one again. */
  onSettled(): void
  /** So many answers in a row are missing; 0 when one came after all. */
  onMissed(count: number): void
  onProbed(): void
  /** An urgent frame is not confirmed in time. */
  onOverdue(chain: ChainName, last: number): void
  readonly files: FileSeam
  onEnd(reason: WaitReason): void
}

/** One connection from the opening payload to its end. */
export interface Session {
  receive(frame: Uint8Array): void
  /** New own events are in the store, or others may leave by this link now. */
  notify(): void
  /** Everything of the feed up to a number is durable: confirms what came by this link. */
  confirm(lane: Lane, feedSeq: number): void
  /** Lanes of the feed that come down this link from now on. */
  carry(lanes: number): void
  /** Asks for a sign of life. */
  probe(): void
  /** The feed has gone quiet: files may move. */
  moveFiles(): void
  /** Sends a frame of the exchange of attachments' files. */
  sendFile(frame: FileFrame): void
  /** No record under way here and none to send. */
  isQuiet(): boolean
  /** Nothing under way here and no record to send. */
  isDrained(): boolean
  /** The same, and no file is to be moved by it: one billed by session may hang up. */
  isFinished(): boolean
  isHeld(chain: ChainName): boolean
  isRecovering(): boolean
  roundTripMs(): number | null
  /** Mean size of an event in its frame here, bytes; null before the first. */
  bytesPerEvent(): number | null
  stop(): void
}
