import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file so that after a power cut it holds either the old or the new text, never half. */
export function writeDurably(path: string, text: string, mode = 0o644): void {
  const aside = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const file = openSync(aside, 'wx', mode)
    try {
      // All of it, or an error: a full disk takes half of what `writeSync` gives it and calls that done.
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(aside, path)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** Brings a file that was written by other means to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Brings names made in a folder to the disk. Windows cannot open a folder to sync it; NTFS journals the renaming. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
