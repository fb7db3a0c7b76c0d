import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import type { Clock, Log, Random } from '../../shared/protocol/ports.ts'
import type { Primitives, Signer } from '../../shared/protocol/primitives.ts'
import type { FileExchange } from '../attachments/exchange/fileWire.ts'
import type { LinkRules } from '../links/linkRules.ts'
import type { EngineLink, LinkUseStore, SyncStore } from './ports.ts'

/** What the sync engine needs from outside. */
export interface EnginePorts {
  /** Every configured way to the hub, in order of preference. */
  readonly links: readonly EngineLink[]
  readonly rules: LinkRules
  /** Where what went over each link is kept; in memory unless given. */
  readonly uses?: LinkUseStore
  readonly store: SyncStore
  readonly signer: Signer
  readonly primitives: Primitives
  /** JSON, for links that are not narrow. */
  readonly codec: FrameCodec
  /** A codec for one connection of a narrow link; such links speak JSON when it is not given. */
  readonly narrowCodec?: () => FrameCodec | null
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Moves the bytes of attachments behind everything else; nobody does unless given. */
  readonly files?: FileExchange
  /** Frames of routine events under way at once on a link; 4 unless said otherwise. */
  readonly window?: number
}
