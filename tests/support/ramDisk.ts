import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'

const possible = process.platform === 'linux' && process.getuid?.() === 0

/** `describe` for what has to mount a small disk: skipped without root, but with CI=true it runs, and so fails. */
export const describeWithRamDisk: typeof describe | typeof describe.skip =
  possible || process.env.CI === 'true' ? describe : describe.skip

export interface RamDisk {
  readonly folder: string
  readOnly(on: boolean): void
  remove(): void
}

/** A file system of its own in memory, of so many megabytes. */
export function mountRamDisk(megabytes: number): RamDisk {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-disk-'))
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  return {
    folder,
    readOnly: (on) => run('mount', '-o', `remount,${on ? 'ro' : 'rw'}`, folder),
    remove() {
      run('umount', '-l', folder)
      rmdirSync(folder)
    },
  }
}

function run(tool: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(tool, args)
  if (error) throw error
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr.toString('utf8')}`)
}
