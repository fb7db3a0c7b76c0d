import type { FileFrame } from '../../shared/protocol/attachments/fileFrames.ts'
import type { FileExchange, FileWire } from '../attachments/exchange/fileWire.ts'

/** Between one session and the exchange of attachments' files: nothing happens before the hub answered or where nobody moves files. */
export interface FileSeam {
  open(wire: FileWire): void
  received(frame: FileFrame): void
  /** Whether there is anything to be moved here: cheap, asked with every frame. */
  isWaiting(): boolean
  /** No record waits on this connection. */
  quiet(): void
  /** Answers due to the exchange of files. */
  underWay(): number
  isBusy(): boolean
  /** The connection is over. Harmless again. */
  close(): void
}

export function createFileSeam(exchange: FileExchange | undefined): FileSeam {
  let wire: FileWire | null = null
  return {
    open(opened) {
      if (!exchange) return
      wire = opened
      exchange.opened(opened)
    },
    received: (frame) => wire && exchange?.received(wire, frame),
    isWaiting: () => (wire && exchange?.isWaiting(wire)) ?? false,
    quiet: () => wire && exchange?.quiet(wire),
    underWay: () => (wire && exchange?.underWay(wire)) ?? 0,
    isBusy: () => (wire && exchange?.isBusy(wire)) ?? false,
    close() {
      const closing = wire
      wire = null
      if (closing) exchange?.closed(closing)
    },
  }
}
