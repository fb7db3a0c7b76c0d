import { ContentError } from '../../../shared/node/contentFiles.ts'
import { createFileReceiver } from '../../../shared/node/fileReceiver.ts'
import type { PartialFiles } from '../../../shared/node/partialFiles.ts'
import { type FileFrame, MOST_ASKED } from '../../../shared/protocol/attachments/fileFrames.ts'
import type { Log } from '../../../shared/protocol/ports.ts'
import type { FileNote, WantedFile } from '../../store/repositories/attachments.ts'
import type { AttachmentFiles } from '../attachmentFiles.ts'
import type { FileNotes } from './fileNotes.ts'
import type { FileWire } from './fileWire.ts'
import { type Job, jobsFor, movesByItself } from './jobs.ts'
import { createOutgoing } from './outgoing.ts'
import { createRefusals, type Refusal } from './refusals.ts'

/** What all connections share. */
export interface FileConnectionPorts {
  readonly files: AttachmentFiles
  readonly partials: PartialFiles
  readonly notes: FileNotes
  /** Percent of each file that the hub has said to hold. */
  readonly reached: Map<string, number>
  readonly log: Log
  /** Files that attachments speak of, in the order they go. */
  wanted(): readonly WantedFile[]
  /** Whether the disk has room for so many bytes more. */
  hasRoom(bytes: number): boolean
  /** Something shown has moved. */
  onChange(): void
}

/** The exchange of files over one connection with the hub: one file at a time, behind everything else. */
export interface FileConnection {
  received(frame: FileFrame): void
  /** Goes on with what is under way, or begins the next. */
  go(): void
  /** What is to be moved is looked up anew. */
  rouse(): void
  /** A person wants these now, or no longer. */
  wish(shas: readonly string[], asked: FileNote['asked']): void
  isWaiting(): boolean
  isBusy(): boolean
  /** Answers that are due. */
  underWay(): number
  /** Why a file is not tried again here; null when it is. */
  refusal(sha: string): Refusal | null
  /** How a file is under way here; null when it is not. */
  moving(sha: string): { readonly way: Job['way']; readonly percent: number } | null
  /** Settles when what came so far is on disk. */
  close(): Promise<void>
}

export function openFileConnection(wire: FileWire, ports: FileConnectionPorts): FileConnection {
  const { files, notes, log, wanted } = ports
  const refusals = createRefusals()
  /** What the hub was asked about on this connection. */
  const askedAbout = new Set<string>()
  /** Nothing was to be moved at the last look, and nothing has changed since. */
  let rested = false
  /** The hub was asked about what is not here, and nothing has changed since. */
  let looked = false
  let closed = false
  /** What was begun last. */
  let current: Job | null = null
  /** What was given up last leaves the disk: the same file may be begun again at once. */
  let leaving: Promise<void> = Promise.resolve()

  const outgoing = createOutgoing({
    wire,
    files,
    reached: ports.reached,
    onFailed({ sha, size }, why) {
      if (why === 'otherSize') refusals.add(sha, 'county', size)
      else {
        log.warn('files.damaged', { sha })
        refusals.add(sha, 'damaged')
      }
      begin()
    },
    onChange: ports.onChange,
  })
  const receiver = createFileReceiver({
    partials: ports.partials,
    send: wire.send,
    onHeld(sha) {
      notes.fetched(wire.hubEpoch, sha)
      if (!closed) begin()
    },
    onFailed(sha, error) {
      log.warn('files.failed', { sha, message: error instanceof Error ? error.message : String(error) })
      refusals.add(sha, error instanceof ContentError ? 'county' : 'disk')
      ports.onChange()
    },
    onProgress: ports.onChange,
  })

  const isIdle = (): boolean => outgoing.sha() === null && receiver.receiving().length === 0
  const jobs = (): readonly Job[] =>
    jobsFor(wire, {
      files: wanted(),
      note: notes.of,
      isHere: files.content.has,
      isRefused: refusals.has,
    })

  /** The next file, when nothing is under way and nothing more urgent waits. */
  function begin(): void {
    if (rested || !isIdle() || !wire.mayCarry() || !wire.isQuiet()) return
    const [job] = jobs()
    rested = job === undefined
    current = job ?? null
    if (!job) return
    if (job.way === 'send') outgoing.offer(job)
    else if (ports.hasRoom(job.size)) receiver.want(job.sha, job.size, leaving)
    else refusals.add(job.sha, 'disk')
    ports.onChange()
  }

  /** Over a link that costs nothing: what the hub holds of that which is not here. */
  function askAbout(): void {
    if (looked || !movesByItself(wire)) return
    looked = true
    const unknown = [...new Set(wanted().map(({ sha }) => sha))]
      .filter((sha) => notes.of(sha).heldEpoch !== wire.hubEpoch && !askedAbout.has(sha) && !files.content.has(sha))
      .slice(0, MOST_ASKED)
    if (unknown.length === 0) return
    for (const sha of unknown) askedAbout.add(sha)
    wire.send({ t: 'fileAsk', shas: unknown })
  }

  function go(): void {
    askAbout()
    outgoing.pump()
    begin()
  }

  function take(frame: FileFrame): void {
    switch (frame.t) {
      case 'fileHeld': {
        notes.held(wire.hubEpoch, frame.shas)
        // There may be more to ask about than one frame holds.
        looked = false
        const sending = outgoing.sha()
        if (sending !== null && frame.shas.includes(sending)) outgoing.end()
        break
      }
      case 'fileWant':
        outgoing.wanted(frame)
        break
      case 'fileGot':
        outgoing.got(frame)
        ports.onChange()
        break
      case 'filePart':
        receiver.part(frame)
        break
      case 'fileRefused':
        takeRefusal(frame)
        break
      case 'fileAsk':
      case 'fileOffer':
        // Only consoles offer and ask.
        break
    }
  }

  function takeRefusal({ sha, code }: Extract<FileFrame, { readonly t: 'fileRefused' }>): void {
    log.warn('files.refused', { sha, code })
    // Another record may name the same file with the size it really has.
    const ofSize = code === 'wrongSize' && current?.sha === sha ? current.size : undefined
    refusals.add(sha, 'county', ofSize)
    if (outgoing.sha() === sha) outgoing.end()
    leaving = receiver.drop(sha)
    if (code === 'notHeld') notes.notHeld(wire.hubEpoch, sha)
    ports.onChange()
  }

  return {
    received(frame) {
      take(frame)
      go()
    },
    go,
    rouse() {
      rested = false
      looked = false
      refusals.tryDiskAgain()
    },
    wish(shas, asked) {
      // A wish made anew is tried anew.
      for (const sha of shas) refusals.forgive(sha)
      rested = false
      if (asked === '') {
        const sending = outgoing.sha()
        if (sending !== null && shas.includes(sending) && !movesByItself(wire)) outgoing.end()
        leaving = Promise.all(shas.map((sha) => receiver.drop(sha))).then(() => undefined)
      }
      go()
    },
    isWaiting: () => !rested || !isIdle(),
    isBusy: () => !isIdle() || (!rested && wire.mayCarry() && jobs().length > 0),
    underWay: () => outgoing.underWay() + receiver.receiving().length,
    refusal: refusals.of,
    moving(sha) {
      if (outgoing.sha() === sha) return { way: 'send', percent: ports.reached.get(sha) ?? 0 }
      return receiver.isReceiving(sha) ? { way: 'fetch', percent: receiver.percent(sha) } : null
    },
    close() {
      closed = true
      outgoing.end()
      return receiver.stop()
    },
  }
}
