import { closeSync, fsyncSync, openSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { freeBytes } from '../../shared/node/freeBytes.ts'

/** Space kept for the moment when the disk is full: thousands of log entries. */
const RESERVE_BYTES = 32 * 1024 * 1024
const BLOCK_BYTES = 1024 * 1024

/** Below this a person is warned: there is still time to make room. */
export const LOW_SPACE_BYTES = 500 * 1024 * 1024

export type ReserveState = 'kept' | 'released'

/**
 * A file that does nothing but hold space, so that writing can go on after somebody filled the disk. It is written, not only
 * allocated: some file systems promise space they do not have.
 */
export interface Reserve {
  state(): ReserveState
  /** Gives the space free. False when it was free already. */
  release(): boolean
  /** Takes the space again when there is plenty; slow (32 MB are written), so never on the way to the window. */
  restore(): void
}

export function openReserve(folder: string): Reserve {
  const path = join(folder, 'reserve')
  const isKept = () => {
    try {
      return statSync(path).size >= RESERVE_BYTES
    } catch {
      return false
    }
  }
  return {
    state: () => (isKept() ? 'kept' : 'released'),
    release() {
      const held = isKept()
      try {
        unlinkSync(path)
      } catch {
        return false
      }
      return held
    },
    restore() {
      if (isKept() || freeBytes(folder) < RESERVE_BYTES + LOW_SPACE_BYTES) return
      fill(`${path}.tmp`)
      renameSync(`${path}.tmp`, path)
    },
  }
}

function fill(path: string): void {
  const block = Buffer.alloc(BLOCK_BYTES)
  const file = openSync(path, 'w')
  try {
    for (let written = 0; written < RESERVE_BYTES; written += block.length) writeSync(file, block)
    fsyncSync(file)
  } catch (error) {
    unlinkSync(path)
    throw error
  } finally {
    closeSync(file)
  }
}
