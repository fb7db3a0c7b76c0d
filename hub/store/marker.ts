import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** How far the database had come, kept outside it: shows when the database was put back from a backup. */
export interface Marker {
  readonly hubEpoch: string
  readonly commits: number
}

const markerFile = z.object({ hubEpoch: z.string(), commits: z.number() })

function markerPath(folder: string): string {
  return join(folder, 'hub-heads.json')
}

/** Null when there is none or it cannot be read. */
export function readMarker(folder: string): Marker | null {
  try {
    return markerFile.parse(JSON.parse(readFileSync(markerPath(folder), 'utf8')))
  } catch {
    return null
  }
}

/** Written after commits and without waiting for the disk: one that lags is harmless, one that leads is never written. */
export function writeMarker(folder: string, marker: Marker): void {
  const aside = `${markerPath(folder)}.tmp`
  writeFileSync(aside, JSON.stringify(marker))
  renameSync(aside, markerPath(folder))
}

/**
 * Whether the database is older than what this folder has already seen. A missing marker beside a database that is not new
 * counts as such: the consoles' answer to a needless new life is only that they send again.
 */
export function wasRestored(marker: Marker | null, database: Marker, isNew: boolean): boolean {
  if (!marker) return !isNew
  return marker.hubEpoch !== database.hubEpoch || marker.commits > database.commits
}
