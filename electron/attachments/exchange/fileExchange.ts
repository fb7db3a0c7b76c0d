import { createFileReceiver, type FileReceiver } from '../../../shared/node/fileReceiver.ts'
import { freeBytes } from '../../../shared/node/freeBytes.ts'
import { openPartialFiles } from '../../../shared/node/partialFiles.ts'
import { type FileFrame, MOST_ASKED } from '../../../shared/protocol/attachments/fileFrames.ts'
import { createFileSender, type FileSender } from '../../../shared/protocol/attachments/fileSender.ts'
import { partUnits, windowOf } from '../../../shared/protocol/attachments/partSize.ts'
import type { Log } from '../../../shared/protocol/ports.ts'
import {
  type FileNote,
  readFileNotes,
  readWantedFiles,
  type WantedFile,
  writeFileNote,
} from '../../store/repositories/attachments.ts'
import type { Store } from '../../store/store.ts'
import type { AttachmentFiles } from '../attachmentFiles.ts'
import type { FileExchange, FileWire } from './fileWire.ts'
import { type Job, jobsFor, movesByItself } from './jobs.ts'

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
  /** The hub would not take or give it on this connection. */
  readonly refused: boolean
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

interface Party {
  readonly receiver: FileReceiver
  sender: FileSender | null
  /** Offered or asked for, and not answered yet. */
  waiting: Job | null
  /** Nothing was to be moved at the last look, and nothing has changed since. */
  rested: boolean
  /** The hub was asked about what is not here, and nothing has changed since. */
  looked: boolean
  readonly refused: Set<string>
  readonly asked: Set<string>
}

/** Moves the files of attachments between this console and the hub, one at a time and behind everything else. */
export function createFileExchange(ports: ExchangePorts): ConsoleFileExchange {
  const { store, files, log } = ports
  const partials = openPartialFiles(files.content)
  const parties = new Map<FileWire, Party>()
  const closing = new Set<Promise<void>>()
  /** How far a file had come when its connection ended. */
  const reached = new Map<string, number>()
  let notes = readFileNotes(store.db)
  let closed = false
  /** As the log has it; null when it may have changed. */
  let known: readonly WantedFile[] | null = null

  const noteOf = (sha: string): FileNote => notes.get(sha) ?? { heldEpoch: '', asked: '' }
  const wanted = () => {
    known ??= readWantedFiles(store.db)
    return known
  }

  function saveNotes(changes: readonly (readonly [sha: string, note: FileNote])[]): void {
    if (closed || changes.length === 0) return
    try {
      store.writeLocal((db) => {
        for (const [sha, note] of changes) writeFileNote(db, sha, note)
      })
    } catch (error) {
      // Forgotten, it is found out again at the next connection.
      log.warn('files.noteFailed', { message: error instanceof Error ? error.message : String(error) })
    }
    notes = new Map([...notes, ...changes])
    rouse()
    ports.onChange()
  }

  const held = (wire: FileWire, shas: readonly string[]): void =>
    saveNotes(
      shas
        .filter((sha) => noteOf(sha).heldEpoch !== wire.hubEpoch)
        .map((sha) => [
          sha,
          { heldEpoch: wire.hubEpoch, asked: noteOf(sha).asked === 'send' ? '' : noteOf(sha).asked },
        ]),
    )

  function jobs(wire: FileWire, party: Party): readonly Job[] {
    return jobsFor(wire, {
      files: wanted(),
      note: noteOf,
      isHere: files.content.has,
      isRefused: (sha) => party.refused.has(sha),
    })
  }

  /** What is to be moved is looked up anew. */
  function rouse(): void {
    for (const party of parties.values()) {
      party.rested = false
      party.looked = false
    }
  }

  const isIdle = ({ sender, waiting, receiver }: Party): boolean =>
    sender === null && waiting === null && receiver.receiving().length === 0

  /** The next file, when nothing is under way and nothing more urgent waits. */
  function begin(wire: FileWire, party: Party): void {
    if (party.rested || !isIdle(party) || !wire.mayCarry() || !wire.isQuiet()) return
    const [job] = jobs(wire, party)
    party.rested = job === undefined
    if (!job) return
    if (job.way === 'send') {
      party.waiting = job
      wire.send({ t: 'fileOffer', sha: job.sha, size: job.size })
    } else if (freeBytes(store.folder) - job.size < ports.lowSpaceBytes) party.refused.add(job.sha)
    else party.receiver.want(job.sha, job.size)
    ports.onChange()
  }

  /** Over a link that costs nothing: what the hub holds of that which is not here. */
  function askAbout(wire: FileWire, party: Party): void {
    if (party.looked || !movesByItself(wire)) return
    party.looked = true
    const unknown = wanted()
      .map(({ sha }) => sha)
      .filter((sha) => noteOf(sha).heldEpoch !== wire.hubEpoch && !party.asked.has(sha) && !files.content.has(sha))
      .slice(0, MOST_ASKED)
    if (unknown.length === 0) return
    for (const sha of unknown) party.asked.add(sha)
    wire.send({ t: 'fileAsk', shas: unknown })
  }

  function startSending(wire: FileWire, party: Party, { sha, size }: Job, have: readonly number[]): void {
    party.sender = createFileSender({
      sha,
      size,
      have,
      partUnits: partUnits(wire.settings.bitRate),
      window: windowOf(wire.settings.bitRate),
      read: (at, length) => files.content.readRange(sha, at, length),
      send: wire.send,
      mayMove: () => wire.mayCarry() && wire.isQuiet(),
      onFailed() {
        end(party)
        party.refused.add(sha)
      },
    })
    party.sender.pump()
  }

  function end(party: Party): void {
    if (party.sender) reached.set(party.sender.sha, party.sender.percent())
    party.sender?.stop()
    party.sender = null
    party.waiting = null
  }

  /** The bytes on disk are proven before the first of them leaves: a damaged file must not reach the county bit by bit. */
  async function proveAndSend(wire: FileWire, party: Party, job: Job, have: readonly number[]): Promise<void> {
    const sound = await files.read(job.sha, '').then(
      () => true,
      () => false,
    )
    if (parties.get(wire) !== party || party.waiting?.sha !== job.sha) return
    party.waiting = null
    if (sound) startSending(wire, party, job, have)
    else {
      log.warn('files.damaged', { sha: job.sha })
      party.refused.add(job.sha)
      begin(wire, party)
    }
    ports.onChange()
  }

  function received(wire: FileWire, frame: FileFrame): void {
    const party = parties.get(wire)
    if (!party) return
    switch (frame.t) {
      case 'fileHeld': {
        held(wire, frame.shas)
        // There may be more to ask about than one frame holds.
        party.looked = false
        if (party.sender && frame.shas.includes(party.sender.sha)) end(party)
        if (party.waiting && frame.shas.includes(party.waiting.sha)) party.waiting = null
        break
      }
      case 'fileWant':
        if (party.waiting?.sha === frame.sha) void proveAndSend(wire, party, party.waiting, frame.have)
        break
      case 'fileGot':
        if (party.sender?.sha === frame.sha) party.sender.got(frame.from, frame.count)
        ports.onChange()
        break
      case 'filePart':
        party.receiver.part(frame)
        break
      case 'fileRefused':
        refused(wire, party, frame)
        break
      case 'fileAsk':
      case 'fileOffer':
        // Only consoles offer and ask.
        break
    }
    go(wire, party)
  }

  function refused(wire: FileWire, party: Party, { sha, code }: Extract<FileFrame, { t: 'fileRefused' }>): void {
    log.warn('files.refused', { sha, code })
    party.refused.add(sha)
    if (party.sender?.sha === sha || party.waiting?.sha === sha) end(party)
    void party.receiver.drop(sha)
    // It does not hold what it was thought to hold: another life of it, or a disk put back.
    if (code === 'notHeld' && noteOf(sha).heldEpoch === wire.hubEpoch)
      saveNotes([[sha, { ...noteOf(sha), heldEpoch: '' }]])
    ports.onChange()
  }

  function go(wire: FileWire, party: Party): void {
    askAbout(wire, party)
    party.sender?.pump()
    begin(wire, party)
  }

  const endChanges = store.onChange(({ aggregates }) => {
    if (!aggregates.has('attachment')) return
    known = null
    rouse()
    for (const [wire, party] of parties) go(wire, party)
  })

  return {
    opened(wire) {
      const receiver = createFileReceiver({
        partials,
        send: wire.send,
        onHeld(sha) {
          saveNotes([[sha, { heldEpoch: wire.hubEpoch, asked: '' }]])
          const party = parties.get(wire)
          if (party) begin(wire, party)
        },
        onFailed(sha, error) {
          log.warn('files.failed', { sha, message: error instanceof Error ? error.message : String(error) })
          parties.get(wire)?.refused.add(sha)
          ports.onChange()
        },
        onProgress: ports.onChange,
      })
      const party: Party = {
        receiver,
        sender: null,
        waiting: null,
        rested: false,
        looked: false,
        refused: new Set(),
        asked: new Set(),
      }
      parties.set(wire, party)
      // Another database may stand behind the store since the last connection.
      known = null
      notes = readFileNotes(store.db)
      go(wire, party)
    },
    received,
    isWaiting(wire) {
      const party = parties.get(wire)
      return party !== undefined && (!party.rested || !isIdle(party))
    },
    quiet(wire) {
      const party = parties.get(wire)
      if (party) go(wire, party)
    },
    underWay(wire) {
      const party = parties.get(wire)
      return party ? (party.sender?.underWay() ?? 0) + (party.waiting ? 1 : 0) + party.receiver.receiving().length : 0
    },
    isBusy(wire) {
      const party = parties.get(wire)
      return (
        party !== undefined && (!isIdle(party) || (!party.rested && wire.mayCarry() && jobs(wire, party).length > 0))
      )
    },
    closed(wire) {
      const party = parties.get(wire)
      if (!party) return
      end(party)
      parties.delete(wire)
      const kept = party.receiver.stop().finally(() => closing.delete(kept))
      closing.add(kept)
      ports.onChange()
    },
    standing(sha) {
      const note = noteOf(sha)
      const refused = [...parties.values()].some((party) => party.refused.has(sha))
      for (const { sender, receiver, waiting } of parties.values()) {
        const there = sender?.sha === sha ? sender.percent() : (reached.get(sha) ?? 0)
        if (sender?.sha === sha || waiting?.sha === sha)
          return { note, moving: { way: 'send', percent: there }, herePercent: 100, therePercent: there, refused }
        if (receiver.isReceiving(sha)) {
          const percent = receiver.percent(sha)
          return { note, moving: { way: 'fetch', percent }, herePercent: percent, therePercent: 100, refused }
        }
      }
      return {
        note,
        moving: null,
        herePercent: files.content.has(sha) ? 100 : partials.percent(sha),
        therePercent: note.heldEpoch === '' ? (reached.get(sha) ?? 0) : 100,
        refused,
      }
    },
    isOnline: () => parties.size > 0,
    wire: () => [...parties.keys()].find((wire) => wire.mayCarry()) ?? null,
    ask(shas, asked) {
      saveNotes(shas.map((sha) => [sha, { ...noteOf(sha), asked }]))
      for (const [wire, party] of parties) {
        // A wish made anew is tried anew.
        for (const sha of shas) party.refused.delete(sha)
        party.rested = false
        const current = party.sender?.sha ?? party.waiting?.sha
        if (asked === '' && current !== undefined && shas.includes(current) && !movesByItself(wire)) end(party)
        if (asked === '') for (const sha of shas) void party.receiver.drop(sha)
        go(wire, party)
      }
    },
    async close() {
      closed = true
      endChanges()
      for (const wire of [...parties.keys()]) this.closed(wire)
      await Promise.all(closing)
    },
  }
}
