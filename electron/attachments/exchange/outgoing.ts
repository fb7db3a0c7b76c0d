import type { FileFrame } from '../../../shared/protocol/attachments/fileFrames.ts'
import { createFileSender, type FileSender } from '../../../shared/protocol/attachments/fileSender.ts'
import { partUnits, windowOf } from '../../../shared/protocol/attachments/partSize.ts'
import type { AttachmentFiles } from '../attachmentFiles.ts'
import type { FileWire } from './fileWire.ts'
import type { Job } from './jobs.ts'

/**
 * The one file that goes to the hub over a connection at a time:
 *
 *   offered ── the hub wants it ──▶ proven ──▶ sent, part by part
 *   any of them ── held, refused, wish taken back, connection ended ──▶ nothing
 */
export interface Outgoing {
  /** The file offered or being sent; null when there is none. */
  sha(): string | null
  offer(job: Job): void
  /** The hub wants what it has not of a file that was offered. */
  wanted(frame: FrameOf<'fileWant'>): void
  got(frame: FrameOf<'fileGot'>): void
  pump(): void
  /** Answers that are due. */
  underWay(): number
  end(): void
}

type FrameOf<T extends FileFrame['t']> = Extract<FileFrame, { readonly t: T }>

interface OutgoingPorts {
  readonly wire: FileWire
  readonly files: AttachmentFiles
  /** Percent of each file that the hub has said to hold: kept for what is shown after the connection. */
  readonly reached: Map<string, number>
  /** It is not sent: it cannot be read or its bytes are not those of its name; or it has another size than the record says. */
  onFailed(job: Job, why: 'damaged' | 'otherSize'): void
  onChange(): void
}

export function createOutgoing({ wire, files, reached, onFailed, onChange }: OutgoingPorts): Outgoing {
  let offered: Job | null = null
  let sender: FileSender | null = null

  function end(): void {
    sender?.stop()
    sender = null
    offered = null
  }

  function start(job: Job, have: readonly number[]): void {
    const { sha, size } = job
    sender = createFileSender({
      sha,
      size,
      have,
      partUnits: partUnits(wire.settings.bitRate),
      window: windowOf(wire.settings.bitRate),
      read: (at, length) => files.content.readRange(sha, at, length),
      send: wire.send,
      mayMove: () => wire.mayCarry() && wire.isQuiet(),
      onFailed() {
        end()
        onFailed(job, 'damaged')
      },
    })
    reached.set(sha, sender.percent())
    sender.pump()
  }

  /** The bytes on disk are proven before the first of them leaves: a damaged file must not reach the county bit by bit. */
  async function proveAndStart(job: Job, have: readonly number[]): Promise<void> {
    const size = await files.prove(job.sha, '').catch(() => null)
    if (offered !== job) return
    offered = null
    if (size === job.size) start(job, have)
    else onFailed(job, size === null ? 'damaged' : 'otherSize')
    onChange()
  }

  return {
    sha: () => sender?.sha ?? offered?.sha ?? null,
    offer(job) {
      offered = job
      wire.send({ t: 'fileOffer', sha: job.sha, size: job.size })
    },
    wanted({ sha, size, have }) {
      if (offered?.sha === sha && offered.size === size) void proveAndStart(offered, have)
    },
    got({ sha, from, count }) {
      if (sender?.sha !== sha) return
      sender.got(from, count)
      reached.set(sha, sender.percent())
    },
    pump: () => sender?.pump(),
    underWay: () => (sender?.underWay() ?? 0) + (offered ? 1 : 0),
    end,
  }
}
