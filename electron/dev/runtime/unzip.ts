import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

interface Entry {
  readonly fileName: string
  readonly externalFileAttributes: number
}

interface ZipFile {
  readEntry(): void
  openReadStream(entry: Entry, done: (error: Error | null, stream: Readable) => void): void
  on(event: 'entry', listener: (entry: Entry) => void): void
  on(event: 'end', listener: () => void): void
  on(event: 'error', listener: (error: Error) => void): void
}

/** The part of yauzl used here. It is installed beside the archive, not with the project, so its types are not there. */
export interface Yauzl {
  open(path: string, options: { lazyEntries: true }, done: (error: Error | null, zip: ZipFile) => void): void
}

/** Unpacks the files for which `place` names a target path, with their permission bits. */
export function unzip(yauzl: Yauzl, archive: string, place: (name: string) => string | undefined): Promise<void> {
  return new Promise((done, fail) => {
    yauzl.open(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return fail(error)
      zip.on('error', fail)
      zip.on('end', done)
      zip.on('entry', (entry) => {
        const target = entry.fileName.endsWith('/') ? undefined : place(entry.fileName)
        if (!target) return zip.readEntry()
        writeEntry(zip, entry, target).then(() => zip.readEntry(), fail)
      })
      zip.readEntry()
    })
  })
}

function writeEntry(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true })
  const mode = (entry.externalFileAttributes >>> 16) & 0o777
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return fail(error)
      pipeline(stream, createWriteStream(target, { mode: mode || 0o644 })).then(done, fail)
    })
  })
}
