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
  /** The hub wants what it has not of a file that was offered. @param have stretches it has, see fileWantFrame */
  wanted(sha: string, have: readonly number[]): void
  got(sha: string, from: number, count: number): void
  pump(): void
  /** Answers that are due. */
  underWay(): number
  end(): void
}

interface OutgoingPorts {
  readonly wire: FileWire
  readonly files: AttachmentFiles
  /** Percent of each file that the hub has said to hold: kept for what is shown after the connection. */
  readonly reached: Map<string, number>
  /** It can be sent no further: it cannot be read, or its bytes are not those of its name. */
  onFailed(sha: string, why: 'unreadable' | 'damaged'): void
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

  function start({ sha, size }: Job, have: readonly number[]): void {
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
        onFailed(sha, 'unreadable')
      },
    })
    reached.set(sha, sender.percent())
    sender.pump()
  }

  /** The bytes on disk are proven before the first of them leaves: a damaged file must not reach the county bit by bit. */
  async function proveAndStart(job: Job, have: readonly number[]): Promise<void> {
    const sound = await files.read(job.sha, '').then(
      () => true,
      () => false,
    )
    if (offered !== job) return
    offered = null
    if (sound) start(job, have)
    else onFailed(job.sha, 'damaged')
    onChange()
  }

  return {
    sha: () => sender?.sha ?? offered?.sha ?? null,
    offer(job) {
      offered = job
      wire.send({ t: 'fileOffer', sha: job.sha, size: job.size })
    },
    wanted(sha, have) {
      if (offered?.sha === sha) void proveAndStart(offered, have)
    },
    got(sha, from, count) {
      if (sender?.sha !== sha) return
      sender.got(from, count)
      reached.set(sha, sender.percent())
    },
    pump: () => sender?.pump(),
    underWay: () => (sender?.underWay() ?? 0) + (offered ? 1 : 0),
    end,
  }
}
