import { type ContentFiles, contentFilesIn, openContentFiles } from '../../shared/node/contentFiles.ts'
import { createFileReceiver, type FileReceiver } from '../../shared/node/fileReceiver.ts'
import { openPartialFiles } from '../../shared/node/partialFiles.ts'
import { type FileRefusal, MOST_ASKED } from '../../shared/protocol/attachments/fileFrames.ts'
import { createFileSender, type FileSender } from '../../shared/protocol/attachments/fileSender.ts'
import { partUnits, windowOf } from '../../shared/protocol/attachments/partSize.ts'
import { isNarrow } from '../../shared/protocol/linkWidth.ts'
import type { Log } from '../../shared/protocol/ports.ts'
import type { HubFiles, HubFileWire } from '../core/ports.ts'
import type { FileIndex } from './fileIndex.ts'

/** The files of attachments at the hub: taken in, given out, and told of. */
export interface FileRoom extends HubFiles {
  readonly content: ContentFiles
  readonly index: FileIndex
  /** Of the original of an attachment, 0 to 100. */
  percent(sha: string): number
  /** Settles when everything received is on disk. */
  close(): Promise<void>
}

interface FileRoomPorts {
  /** Where the files lie. */
  readonly folder: string
  readonly index: FileIndex
  /** Largest file taken, bytes. */
  readonly maxBytes: number
  /** Bytes free on the disk, and how many have to stay so: the log comes first. */
  readonly freeBytes: () => number
  readonly lowSpaceBytes: number
  readonly log: Log
}

interface Party {
  readonly receiver: FileReceiver
  sender: FileSender | null
}

export function openFileRoom(ports: FileRoomPorts): FileRoom {
  const { index, log } = ports
  openContentFiles(ports.folder)
  const content = contentFilesIn(ports.folder)
  const partials = openPartialFiles(content)
  const parties = new Map<HubFileWire, Party>()
  const closing = new Set<Promise<void>>()

  function partyOf(wire: HubFileWire): Party {
    const known = parties.get(wire)
    if (known) return known
    const receiver = createFileReceiver({
      partials,
      send: wire.send,
      onHeld: (sha) => tellOthers(wire, sha),
      onFailed: (sha, error) =>
        log.error('hub.fileFailed', { sha, message: error instanceof Error ? error.message : String(error) }),
      onProgress: () => undefined,
    })
    const party: Party = { receiver, sender: null }
    parties.set(wire, party)
    return party
  }

  /** The township's other consoles hear at once that the county has it; over a narrow link they ask when somebody wants it. */
  function tellOthers(from: HubFileWire, sha: string): void {
    for (const wire of parties.keys()) {
      if (wire !== from && wire.division === from.division && !isNarrow(wire.bitRate))
        wire.send({ t: 'fileHeld', shas: [sha] })
    }
  }

  function refuse(wire: HubFileWire, sha: string, code: FileRefusal): void {
    log.warn('hub.fileRefused', { device: wire.device, sha, code })
    wire.send({ t: 'fileRefused', sha, code })
  }

  /** Why a file is not taken; null when it is. */
  function objection(division: string, sha: string, size: number): FileRefusal | null {
    if (!index.names(division, sha)) return 'unknown'
    if (!index.names(division, sha, size)) return 'wrongSize'
    if (size > ports.maxBytes) return 'tooLarge'
    return ports.freeBytes() - size < ports.lowSpaceBytes ? 'noSpace' : null
  }

  function offered(wire: HubFileWire, sha: string, size: number): void {
    const refusal = objection(wire.division, sha, size)
    if (refusal) refuse(wire, sha, refusal)
    else if (content.has(sha)) wire.send({ t: 'fileHeld', shas: [sha] })
    else partyOf(wire).receiver.want(sha, size, takeFromOthers(wire, sha))
  }

  /** The newest offer counts: an older connection may be dead without having been missed yet. */
  async function takeFromOthers(wire: HubFileWire, sha: string): Promise<void> {
    for (const [other, { receiver }] of parties) {
      if (other === wire || !receiver.isReceiving(sha)) continue
      other.send({ t: 'fileRefused', sha, code: 'busy' })
      await receiver.drop(sha)
    }
  }

  function whyNotGiven(division: string, sha: string, size: number): FileRefusal | null {
    if (!index.names(division, sha)) return 'unknown'
    const held = content.sizeOf(sha)
    // The bytes here have the hash they are asked by: their size is the right one.
    return held === null ? 'notHeld' : held === size ? null : 'wrongSize'
  }

  function give(wire: HubFileWire, sha: string, size: number, have: readonly number[]): void {
    const refusal = whyNotGiven(wire.division, sha, size)
    if (refusal) {
      refuse(wire, sha, refusal)
      return
    }
    const party = partyOf(wire)
    party.sender?.stop()
    party.sender = createFileSender({
      sha,
      size,
      have,
      partUnits: partUnits(wire.bitRate),
      window: windowOf(wire.bitRate),
      read: (at, length) => content.readRange(sha, at, length),
      send: wire.send,
      mayMove: wire.isQuiet,
      onFailed: () => refuse(wire, sha, 'notHeld'),
    })
    party.sender.pump()
  }

  return {
    content,
    index,
    percent: (sha) =>
      content.has(sha)
        ? 100
        : Math.max(partials.percent(sha), ...[...parties.values()].map(({ receiver }) => receiver.percent(sha))),
    received(wire, frame) {
      const party = partyOf(wire)
      switch (frame.t) {
        case 'fileAsk':
          wire.send({
            t: 'fileHeld',
            shas: frame.shas.filter((sha) => index.names(wire.division, sha) && content.has(sha)).slice(0, MOST_ASKED),
          })
          break
        case 'fileOffer':
          offered(wire, frame.sha, frame.size)
          break
        case 'filePart':
          party.receiver.part(frame)
          break
        case 'fileWant':
          give(wire, frame.sha, frame.size, frame.have)
          break
        case 'fileGot':
          if (party.sender?.sha === frame.sha) {
            party.sender.got(frame.from, frame.count)
            party.sender.pump()
          }
          break
        case 'fileHeld':
        case 'fileRefused':
          // It has what it wanted, or gave it up.
          party.sender?.stop()
          party.sender = null
          break
      }
    },
    quiet(wire) {
      parties.get(wire)?.sender?.pump()
    },
    closed(wire) {
      const party = parties.get(wire)
      parties.delete(wire)
      if (!party) return
      party.sender?.stop()
      const kept = party.receiver.stop().finally(() => closing.delete(kept))
      closing.add(kept)
    },
    async close() {
      for (const wire of [...parties.keys()]) this.closed(wire)
      await Promise.all(closing)
    },
  }
}
