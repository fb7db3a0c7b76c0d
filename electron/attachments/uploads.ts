import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { writeFully } from '../../shared/node/writeFully.ts'
import { CommandError } from '../commands/commandError.ts'
import { refusalOf } from './attachmentFiles.ts'

/** Files being taken in from the page, part by part; nothing of them is recorded before the last byte is there. */
export interface Uploads {
  /** @throws {CommandError} attachment.lowSpace, attachment.notStored */
  begin(about: UploadAbout): Promise<string>
  /**
   * @throws {CommandError} attachment.interrupted when it is unknown or the part does not follow the one before; attachment.lowSpace,
   * attachment.notStored when the disk did not take it: then nothing of the file is kept.
   */
  part(upload: string, of: UploadPart, at: number, bytes: Uint8Array): Promise<void>
  /** Gives the finished files aside to `take`, then forgets them. @throws {CommandError} attachment.interrupted, lowSpace, notStored */
  finish<T>(upload: string, take: (taken: Taken) => Promise<T>): Promise<T>
  cancel(upload: string): Promise<void>
}

export type UploadPart = 'original' | 'thumb'

export interface UploadAbout {
  readonly incident: string
  readonly name: string
  readonly size: number
  /** 0 where there is no small picture. */
  readonly thumbSize: number
}

export interface Taken {
  readonly about: UploadAbout
  readonly original: TakenFile
  readonly thumb: TakenFile | null
}

export interface TakenFile {
  readonly path: string
  readonly sha: string
}

interface Gathering {
  readonly path: string
  readonly file: FileHandle
  readonly hash: ReturnType<typeof createHash>
  readonly size: number
  length: number
}

/** A page that was closed in the middle leaves one behind: more than a person picks at once are the oldest of those. */
const MOST = 32

export function createUploads(newAside: () => string): Uploads {
  const open_ = new Map<string, { readonly about: UploadAbout; readonly parts: Map<UploadPart, Gathering> }>()

  async function gather(size: number): Promise<Gathering> {
    const path = newAside()
    return { path, file: await open(path, 'wx', 0o600), hash: createHash('sha256'), size, length: 0 }
  }

  async function drop(upload: string): Promise<void> {
    const found = open_.get(upload)
    open_.delete(upload)
    for (const { file, path } of found?.parts.values() ?? []) {
      await file.close().catch(() => undefined)
      await rm(path, { force: true })
    }
  }

  return {
    async begin(about) {
      const [oldest] = open_.keys()
      if (open_.size >= MOST && oldest !== undefined) await drop(oldest)
      const upload = randomBytes(12).toString('hex')
      const parts = new Map<UploadPart, Gathering>()
      open_.set(upload, { about, parts })
      try {
        parts.set('original', await gather(about.size))
        if (about.thumbSize > 0) parts.set('thumb', await gather(about.thumbSize))
      } catch (error) {
        await drop(upload)
        throw refusalOf(error)
      }
      return upload
    },
    async part(upload, of, at, bytes) {
      const gathering = open_.get(upload)?.parts.get(of)
      if (!gathering || at !== gathering.length || at + bytes.length > gathering.size) {
        await drop(upload)
        throw new CommandError('attachment.interrupted')
      }
      gathering.length += bytes.length
      try {
        await writeFully(gathering.file, bytes, at)
      } catch (error) {
        await drop(upload)
        throw refusalOf(error)
      }
      gathering.hash.update(bytes)
    },
    async finish(upload, take) {
      const found = open_.get(upload)
      const whole = [...(found?.parts.values() ?? [])].every(({ length, size }) => length === size)
      try {
        const original = found?.parts.get('original')
        if (!found || !original || !whole) throw new CommandError('attachment.interrupted')
        const thumb = found.parts.get('thumb')
        return await take({ about: found.about, original: taken(original), thumb: thumb ? taken(thumb) : null })
      } catch (error) {
        throw refusalOf(error)
      } finally {
        await drop(upload)
      }
    },
    cancel: drop,
  }
}

function taken({ path, hash }: Gathering): TakenFile {
  return { path, sha: hash.copy().digest('hex') }
}
