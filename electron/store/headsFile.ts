import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * How far this device had written, kept outside the database: when it is ahead, the database is an older copy that was put back,
 * and writing on in the same epoch would use numbers twice (the hub would then drop what is new).
 */
const headsFile = z.object({ epoch: z.string(), n: z.int() })
export type Heads = z.infer<typeof headsFile>

export function readHeadsFile(folder: string): Heads | null {
  try {
    return headsFile.parse(JSON.parse(readFileSync(join(folder, 'heads.json'), 'utf8')))
  } catch {
    return null
  }
}

/** Written after the commit and without waiting for the disk: a file that lags is harmless, one that leads is never written. */
export function writeHeadsFile(folder: string, heads: Heads): void {
  const aside = join(folder, 'heads.json.tmp')
  writeFileSync(aside, JSON.stringify(heads))
  renameSync(aside, join(folder, 'heads.json'))
}
