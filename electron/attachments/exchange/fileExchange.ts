import { freeBytes } from '../../../shared/node/freeBytes.ts'
import { openPartialFiles } from '../../../shared/node/partialFiles.ts'
import type { Log } from '../../../shared/protocol/ports.ts'
import { type FileNote, readWantedFiles, type WantedFile } from '../../store/repositories/attachments.ts'
import type { Store } from '../../store/store.ts'
import type { AttachmentFiles } from '../attachmentFiles.ts'
import { type FileConnection, openFileConnection } from './fileConnection.ts'
import { openFileNotes } from './fileNotes.ts'
import type { FileExchange, FileWire } from './fileWire.ts'
import type { Job } from './jobs.ts'
import type { Refusal } from './refusals.ts'

interface ExchangePorts {
  readonly store: Store
  readonly files: AttachmentFiles
  readonly lowSpaceBytes: number
  readonly log: Log
  /** Something shown has moved. */
  onChange(): void
}

/** How a file stands in the exchange, for the page. */
export interface FileStanding {
  readonly note: FileNote
  /** Under way at this moment; null when it is not. */
  readonly moving: { readonly way: Job['way']; readonly percent: number } | null
  /** How much of it is here already, 0 to 100. */
  readonly herePercent: number
  /** How much of it the hub has said to hold, 0 to 100. */
  readonly therePercent: number
  /** Why it is not tried again on this connection; null when it is. */
  readonly refused: Refusal | null
}

export interface ConsoleFileExchange extends FileExchange {
  standing(sha: string): FileStanding
  /** The open connection files would go over; null when none may carry them. */
  wire(): FileWire | null
  /** Some connection with the hub is open. */
  isOnline(): boolean
  /** A person wants these moved now, whatever the link; '' takes the wish back. */
  ask(shas: readonly string[], asked: FileNote['asked']): void
  close(): Promise<void>
}

/** Moves the files of attachments between this console and the hub, over however many connections there are. */
export function createFileExchange({ store, files, lowSpaceBytes, log, onChange }: ExchangePorts): ConsoleFileExchange {
  const connections = new Map<FileWire, FileConnection>()
  const closing = new Set<Promise<void>>()
  const reached = new Map<string, number>()
  const partials = openPartialFiles(files.content)
  const notes = openFileNotes({
    store,
    log,
    onChange() {
      rouse()
      onChange()
    },
  })
  /** As the log has it; null when it may have changed. */
  let known: readonly WantedFile[] | null = null

  function wanted(): readonly WantedFile[] {
    known ??= readWantedFiles(store.db)
    return known
  }

  function rouse(): void {
    for (const connection of connections.values()) connection.rouse()
  }

  function end(wire: FileWire): void {
    const connection = connections.get(wire)
    if (!connection) return
    connections.delete(wire)
    const kept = connection.close().finally(() => closing.delete(kept))
    closing.add(kept)
    onChange()
  }

  const endChanges = store.onChange(({ aggregates }) => {
    if (!aggregates.has('attachment')) return
    known = null
    rouse()
    for (const connection of connections.values()) connection.go()
  })

  return {
    opened(wire) {
      const connection = openFileConnection(wire, {
        files,
        partials,
        notes,
        reached,
        log,
        wanted,
        hasRoom: (bytes) => freeBytes(store.folder) - bytes >= lowSpaceBytes,
        onChange,
      })
      connections.set(wire, connection)
      // Another database may stand behind the store since the last connection.
      known = null
      notes.reload()
      connection.go()
    },
    received: (wire, frame) => connections.get(wire)?.received(frame),
    isWaiting: (wire) => connections.get(wire)?.isWaiting() ?? false,
    quiet: (wire) => connections.get(wire)?.go(),
    underWay: (wire) => connections.get(wire)?.underWay() ?? 0,
    isBusy: (wire) => connections.get(wire)?.isBusy() ?? false,
    closed: end,
    standing(sha) {
      const note = notes.of(sha)
      const all = [...connections.values()]
      const refused = all.map((connection) => connection.refusal(sha)).find((one) => one !== null) ?? null
      const moving = all.map((connection) => connection.moving(sha)).find((one) => one !== null) ?? null
      const there = reached.get(sha) ?? 0
      if (moving?.way === 'send') return { note, moving, herePercent: 100, therePercent: there, refused }
      if (moving) return { note, moving, herePercent: moving.percent, therePercent: 100, refused }
      return {
        note,
        moving,
        herePercent: files.content.has(sha) ? 100 : partials.percent(sha),
        therePercent: note.heldEpoch === '' ? there : 100,
        refused,
      }
    },
    isOnline: () => connections.size > 0,
    wire: () => [...connections.keys()].find((wire) => wire.mayCarry()) ?? null,
    ask(shas, asked) {
      notes.ask(shas, asked)
      for (const connection of connections.values()) connection.wish(shas, asked)
    },
    async close() {
      notes.close()
      endChanges()
      for (const wire of [...connections.keys()]) end(wire)
      await Promise.all(closing)
    },
  }
}
