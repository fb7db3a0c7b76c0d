import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { UNIT_BYTES } from '../protocol/attachments/fileFrames.ts'
import { createUnitMap, type UnitMap } from '../protocol/attachments/unitMap.ts'
import type { ContentFiles } from './contentFiles.ts'
import { writeDurably } from './writeDurably.ts'
import { writeFully } from './writeFully.ts'

/** A file that is being received: its bytes so far and, beside them, which they are. */
export interface PartialFile {
  readonly sha: string
  readonly size: number
  readonly map: UnitMap
  /** Takes units from one on; those held already are written again, which changes nothing. */
  write(from: number, bytes: Uint8Array): Promise<void>
  /** The file is whole: compares the hash and gives it its place. @throws {ContentError} mismatch: everything of it is dropped. */
  finish(): Promise<void>
  /** Keeps what came so far for the next connection, or the next run of the program. */
  close(): Promise<void>
}

export interface PartialFiles {
  open(sha: string, size: number): Promise<PartialFile>
  /** How much of a file came so far; 0 when nothing did. */
  percent(sha: string): number
}

/** What a cut costs at most: so many bytes, or parts on a narrow link, are received again. */
const SAVE_BYTES = 256 * 1024
const SAVE_PARTS = 16

const note = z.object({ size: z.int(), have: z.array(z.int()) })

export function openPartialFiles(content: ContentFiles): PartialFiles {
  const folder = join(content.folder, 'partial')
  const noteOf = (sha: string): string => join(folder, `${sha}.have`)

  function readNote(sha: string): z.output<typeof note> | null {
    try {
      return note.parse(JSON.parse(readFileSync(noteOf(sha), 'utf8')))
    } catch {
      return null
    }
  }

  return {
    percent(sha) {
      const kept = readNote(sha)
      if (!kept) return 0
      const map = createUnitMap(kept.size, kept.have)
      return Math.floor((map.held() / map.units) * 100)
    },
    async open(sha, size) {
      // Made when it is needed: a disk that has no room for it must not keep the program from starting.
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, sha)
      const kept = existsSync(path) ? readNote(sha) : null
      const map = createUnitMap(size, kept?.size === size ? kept.have : [])
      const file: FileHandle = await open(path, existsSync(path) ? 'r+' : 'wx+', 0o600)
      // What is there belongs to a file of another size, or nobody knows which of it came.
      if (kept?.size !== size) await file.truncate()
      let unsaved = { bytes: 0, parts: 0 }

      /** The bytes first: a note must never speak of what a power cut could take. */
      async function save(): Promise<void> {
        if (unsaved.parts === 0) return
        unsaved = { bytes: 0, parts: 0 }
        const have = map.runs()
        await file.datasync()
        writeDurably(noteOf(sha), JSON.stringify({ size, have }), 0o600)
      }

      return {
        sha,
        size,
        map,
        async write(from, bytes) {
          await writeFully(file, bytes, from * UNIT_BYTES)
          map.set(from, Math.ceil(bytes.length / UNIT_BYTES))
          unsaved = { bytes: unsaved.bytes + bytes.length, parts: unsaved.parts + 1 }
          if (unsaved.bytes >= SAVE_BYTES || unsaved.parts >= SAVE_PARTS) await save()
        },
        async finish() {
          await file.close()
          try {
            await content.adopt(path, sha)
          } finally {
            await rm(noteOf(sha), { force: true })
          }
        },
        async close() {
          try {
            await save()
          } finally {
            await file.close()
          }
        },
      }
    },
  }
}
