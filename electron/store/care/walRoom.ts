import { closeSync, fdatasync, fstatSync, openSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Cancel, Clock } from '../../../shared/protocol/ports.ts'
import { DATABASE } from '../openFolder.ts'
import type { Store } from '../store.ts'

/** As long as the write-ahead log usually gets before it is written from its beginning again (walCheckpoints.ts). */
const ROOM = 12 * 1024 * 1024
const STEP = 1024 * 1024
const AFTER_START_MS = 3_000
const BETWEEN_MS = 100
/** With less than that left on the disk room is not taken before it is needed. */
const SPARE_DISK = 1024 ** 3

/**
 * Gives the write-ahead log its room before it is needed. A commit that makes the file longer waits for the file system's own log
 * too: measured here 9 ms against 0.2 ms for one that overwrites. Zeros behind the last frame are no frames: SQLite reads to the
 * first whose checksum is wrong. Only this thread writes to that file, so nothing comes between looking at its length and adding.
 */
export function makeWalRoom(store: Store, timer: Pick<Clock, 'after'>): { close(): void } {
  let cancel: Cancel = timer.after(AFTER_START_MS, step)
  let closed = false

  function step(): void {
    try {
      lengthen(`${join(store.folder, DATABASE)}-wal`, (more) => {
        if (more && !closed) cancel = timer.after(BETWEEN_MS, step)
      })
    } catch (error) {
      // No room, or no file yet: commits find their own.
      console.error('[store] room for the write-ahead log', error)
    }
  }

  return {
    close() {
      closed = true
      cancel()
    },
  }
}

/** Adds a step of zeros. @param done told once they are on the disk, and whether the file is still shorter than it should be. */
export function lengthen(path: string, done: (more: boolean) => void): void {
  const file = openSync(path, 'r+')
  try {
    const { size } = fstatSync(file)
    const { bavail, bsize } = statfsSync(path)
    // An empty one is not SQLite's yet.
    if (size === 0 || size >= ROOM || bavail * bsize < SPARE_DISK) {
      closeSync(file)
      done(false)
      return
    }
    writeSync(file, new Uint8Array(STEP), 0, STEP, size)
    fdatasync(file, () => {
      closeSync(file)
      done(size + STEP < ROOM)
    })
  } catch (error) {
    closeSync(file)
    throw error
  }
}
