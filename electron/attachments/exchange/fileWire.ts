import type { LinkSettings } from '../../../shared/ipc/links.ts'
import type { FileFrame } from '../../../shared/protocol/attachments/fileFrames.ts'

/** One connection with the hub as the exchange of files sees it. */
export interface FileWire {
  readonly settings: LinkSettings
  /** Life of the hub that answers here. */
  readonly hubEpoch: string
  send(frame: FileFrame): void
  /** Routine may leave here: this link carries it, within its budget. */
  mayCarry(): boolean
  /** No record waits or is under way, here or towards this console. */
  isQuiet(): boolean
}

/** What the engine tells the exchange of files, and asks of it. */
export interface FileExchange {
  /** The hub answered. */
  opened(wire: FileWire): void
  received(wire: FileWire, frame: FileFrame): void
  /** Whether it wants to hear of quiet times: cheap, asked with every frame. */
  isWaiting(wire: FileWire): boolean
  /** Nothing more urgent waits on it just now. */
  quiet(wire: FileWire): void
  /** Answers that are due here. */
  underWay(wire: FileWire): number
  /** Something is being moved here or could be: a paid session stays open for it. */
  isBusy(wire: FileWire): boolean
  closed(wire: FileWire): void
}
