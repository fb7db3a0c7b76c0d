import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { syncFolder } from './writeDurably.ts'

/** Files named by the SHA-256 of their bytes in a folder of their own: `ab/cdef…`. They are written once and never changed. */
export interface ContentFiles {
  readonly folder: string
  pathOf(sha: string): string
  has(sha: string): boolean
  /** Where bytes are gathered before their hash is known or checked; what an earlier run left there is not trusted. */
  newAside(): string
  /**
   * Gives a file that was written aside its place, durably: bytes to the disk, then the name, then the folder.
   * @throws {ContentError} mismatch: the bytes are others; the file aside is removed.
   */
  adopt(aside: string, sha: string): Promise<void>
  put(bytes: Uint8Array, sha: string): Promise<void>
  /** Whole, with the hash compared. @throws {ContentError} missing, mismatch */
  read(sha: string): Promise<Buffer>
  /** Compares the hash without having the file in memory, nor the thread to itself. @returns its size. @throws {ContentError} missing, mismatch */
  prove(sha: string): Promise<number>
  /** Bytes on disk; null for what is not here. Nothing is compared. */
  sizeOf(sha: string): number | null
  /** So many bytes from a place on, fewer at the end; nothing is compared. @throws {ContentError} missing */
  readRange(sha: string, at: number, length: number): Promise<Buffer>
  /** Whether the bytes on disk are those of the name. */
  check(sha: string): Promise<'sound' | 'missing' | 'damaged'>
  /** Takes the name away from bytes that are not its own: they are kept beside it. */
  setAside(sha: string): Promise<void>
}

export class ContentError extends Error {
  readonly code: 'missing' | 'mismatch'
  constructor(code: ContentError['code']) {
    super(`content: ${code}`)
    this.code = code
  }
}

/** The folder's one owner opens it: clears what an earlier run was gathering. */
export function openContentFiles(folder: string): ContentFiles {
  const asides = join(folder, ASIDE)
  try {
    // A program that ended in the middle of an import left these; whoever imported was never told that it was done.
    if (existsSync(asides)) for (const name of readdirSync(asides)) rmSync(join(asides, name), { force: true })
  } catch (error) {
    // What was left there is in nobody's way.
    console.error('[content]', error)
  }
  return contentFilesIn(folder)
}

const ASIDE = 'aside'

/** So many bytes are hashed in about a millisecond: whatever else waits for this thread gets its turn after them. */
const SLICE = 1024 * 1024

async function hashOfBytes(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += SLICE) {
    if (at > 0) await setImmediate()
    hash.update(bytes.subarray(at, at + SLICE))
  }
  return hash.digest('hex')
}

/** The same files for somebody who only looks; touches nothing by itself. */
export function contentFilesIn(folder: string): ContentFiles {
  const asides = join(folder, ASIDE)
  const pathOf = (sha: string): string => join(folder, sha.slice(0, 2), sha.slice(2))

  async function hashOf(path: string): Promise<string | null> {
    if (!existsSync(path)) return null
    const hash = createHash('sha256')
    for await (const part of createReadStream(path)) hash.update(part as Buffer)
    return hash.digest('hex')
  }

  const files: ContentFiles = {
    folder,
    pathOf,
    has: (sha) => existsSync(pathOf(sha)),
    newAside() {
      // Made when it is needed: a disk that has no room for it must not keep the program from starting.
      mkdirSync(asides, { recursive: true, mode: 0o700 })
      return join(asides, randomBytes(12).toString('hex'))
    },
    async adopt(aside, sha) {
      const file = await open(aside, 'r+')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
      if ((await hashOf(aside)) !== sha) {
        await rm(aside, { force: true })
        throw new ContentError('mismatch')
      }
      const path = pathOf(sha)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rename(aside, path)
      syncFolder(dirname(path))
      syncFolder(folder)
    },
    async put(bytes, sha) {
      const aside = files.newAside()
      const file = await open(aside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
      } finally {
        await file.close()
      }
      await files.adopt(aside, sha)
    },
    async read(sha) {
      if (!files.has(sha)) throw new ContentError('missing')
      const file = await open(pathOf(sha), 'r')
      try {
        const bytes = await file.readFile()
        if ((await hashOfBytes(bytes)) !== sha) throw new ContentError('mismatch')
        return bytes
      } finally {
        await file.close()
      }
    },
    async prove(sha) {
      const found = await files.check(sha)
      if (found !== 'sound') throw new ContentError(found === 'missing' ? 'missing' : 'mismatch')
      return statSync(pathOf(sha)).size
    },
    sizeOf: (sha) => statSync(pathOf(sha), { throwIfNoEntry: false })?.size ?? null,
    async readRange(sha, at, length) {
      if (!files.has(sha)) throw new ContentError('missing')
      const file = await open(pathOf(sha), 'r')
      try {
        const bytes = Buffer.alloc(length)
        const { bytesRead } = await file.read(bytes, 0, length, at)
        return bytes.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    async check(sha) {
      const found = await hashOf(pathOf(sha))
      return found === null ? 'missing' : found === sha ? 'sound' : 'damaged'
    },
    async setAside(sha) {
      const kept = `${pathOf(sha)}.damaged`
      await rm(kept, { force: true })
      await link(pathOf(sha), kept).catch(() => undefined)
      await rm(pathOf(sha), { force: true })
    },
  }
  return files
}
