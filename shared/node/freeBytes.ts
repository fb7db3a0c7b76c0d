import { statfsSync } from 'node:fs'

/** Bytes that a process without privileges may still write where the folder is; infinite when the system does not say. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
