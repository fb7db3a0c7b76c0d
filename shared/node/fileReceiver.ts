import { type FileFrame, type FilePart, fileName, UNIT_BYTES } from '../protocol/attachments/fileFrames.ts'
import { ContentError } from './contentFiles.ts'
import type { PartialFile, PartialFiles } from './partialFiles.ts'

export interface FileReceiverPorts {
  readonly partials: PartialFiles
  send(frame: FileFrame): void
  /** The file is whole, durable, its hash compared. */
  onHeld(sha: string): void
  /** Nothing more will come of it here: other bytes than the name says, or the disk refused. */
  onFailed(sha: string, error: unknown): void
  onProgress(): void
}

/** Takes files in on one connection: several at once, each in the order its parts come. */
export interface FileReceiver {
  /** Says what is held already, again if need be, and is ready for the rest. @param after what has to be over first */
  want(sha: string, size: number, after?: Promise<unknown>): void
  /** Leaves a file to another connection; what came so far is kept. */
  drop(sha: string): Promise<void>
  part(part: FilePart): void
  isReceiving(sha: string): boolean
  receiving(): readonly string[]
  percent(sha: string): number
  /** The connection ended: what came so far is kept. Settles when it is on disk. */
  stop(): Promise<void>
}

interface Taking {
  readonly sha: string
  readonly size: number
  file: PartialFile | null
  /** One after another: each write follows the one before. */
  queue: Promise<void>
  done: boolean
}

export function createFileReceiver(ports: FileReceiverPorts): FileReceiver {
  const takings = new Map<string, Taking>()
  let stopped = false

  function enqueue(taking: Taking, work: () => Promise<void>): void {
    taking.queue = taking.queue.then(async () => {
      if (taking.done) return
      try {
        await work()
      } catch (error) {
        await fail(taking, error)
      }
    })
  }

  async function fail(taking: Taking, error: unknown): Promise<void> {
    taking.done = true
    takings.delete(fileName(taking.sha))
    if (!(error instanceof ContentError)) await taking.file?.close().catch(() => undefined)
    const code = error instanceof ContentError ? 'wrongHash' : 'noSpace'
    if (!stopped) ports.send({ t: 'fileRefused', sha: taking.sha, code })
    ports.onFailed(taking.sha, error)
  }

  async function finishWhole(taking: Taking, file: PartialFile): Promise<void> {
    if (!file.map.isWhole()) return
    await file.finish()
    taking.done = true
    takings.delete(fileName(taking.sha))
    if (!stopped) ports.send({ t: 'fileHeld', shas: [taking.sha] })
    ports.onHeld(taking.sha)
  }

  async function leave(taking: Taking): Promise<void> {
    await taking.queue
    if (taking.done) return
    taking.done = true
    await taking.file?.close().catch(() => undefined)
  }

  async function drop(sha: string): Promise<void> {
    const taking = takings.get(fileName(sha))
    takings.delete(fileName(sha))
    if (taking) await leave(taking)
  }

  return {
    want(sha, size, after) {
      if (stopped) return
      const known = takings.get(fileName(sha))
      if (known?.size === size) {
        // The other side began again on the same connection.
        enqueue(known, async () => {
          if (known.file && !stopped) ports.send({ t: 'fileWant', sha, size, have: known.file.map.runs() })
        })
        return
      }
      // Another record gives it another size: only one of them is right, and its hash tells which.
      const before = known && drop(sha)
      const taking: Taking = { sha, size, file: null, queue: Promise.resolve(), done: false }
      takings.set(fileName(sha), taking)
      enqueue(taking, async () => {
        await Promise.all([after, before])
        const file = await ports.partials.open(sha, size)
        taking.file = file
        if (file.map.isWhole()) await finishWhole(taking, file)
        else if (!stopped) ports.send({ t: 'fileWant', sha, size, have: file.map.runs() })
      })
    },
    drop,
    part({ file: name, from, bytes }) {
      const taking = takings.get(name)
      // Of a file nobody wants, or after it was whole: repeated frames, or a stranger's.
      if (!taking) return
      // The bytes are the socket's own: they may be overwritten before the disk has taken them.
      const own = bytes.slice()
      enqueue(taking, async () => {
        const { file } = taking
        if (!file || from * UNIT_BYTES + own.length > file.size) return
        const count = Math.ceil(own.length / UNIT_BYTES)
        if (own.length % UNIT_BYTES !== 0 && from + count !== file.map.units) return
        await file.write(from, own)
        if (!stopped) ports.send({ t: 'fileGot', sha: taking.sha, from, count })
        ports.onProgress()
        await finishWhole(taking, file)
      })
    },
    isReceiving: (sha) => takings.has(fileName(sha)),
    receiving: () => [...takings.values()].map(({ sha }) => sha),
    percent(sha) {
      const map = takings.get(fileName(sha))?.file?.map
      return map ? Math.floor((map.held() / map.units) * 100) : ports.partials.percent(sha)
    },
    async stop() {
      stopped = true
      const all = [...takings.values()]
      takings.clear()
      await Promise.all(all.map(leave))
    },
  }
}
