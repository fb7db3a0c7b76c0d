import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, removeFolder } from '../../support/storeFixture.ts'
import { checkFolder, readSaid } from './checkFolder.ts'

const installed = spawnSync('fiu-run', ['-h']).error === undefined
/** Debian's fiu-utils makes system calls fail at random; skipped where it is not, but with CI=true it runs, and so fails. */
const describeWithFiu = installed || process.env.CI === 'true' ? describe : describe.skip

/** Linux error numbers. */
const EIO = 5
const ENOSPC = 28

interface Run {
  readonly folder: string
  readonly said: ReturnType<typeof readSaid>
}

/** Null when the fault struck Node while it was still loading the writer: then nothing was tried. */
function runUnder(faults: readonly string[], acts: number): Run | null {
  const folder = makeFolder()
  const writer = join(import.meta.dirname, 'writer.ts')
  const flags = ['-x', ...faults.flatMap((fault) => ['-c', fault])]
  const run = spawnSync('fiu-run', [...flags, process.execPath, writer, folder, String(acts)], { maxBuffer: 64 << 20 })
  const said = readSaid(run.stdout.toString('utf8'))
  if (said.ended) return { folder, said }
  removeFolder(folder)
  const complaint = run.stderr.toString('utf8')
  if (said.acked.length === 0 && /node:internal\/modules/.test(complaint)) return null
  throw new Error(`the writer broke down: ${complaint.slice(-2000)}`)
}

/** A random fault may spare a short run: the same again until it struck. @throws when it never did. */
function runUntilStruck(faults: readonly string[], acts: number): Run {
  for (let attempt = 1; attempt <= 30; attempt += 1) {
    const run = runUnder(faults, acts)
    if (run && run.said.refused.length > 0) return run
    if (run) removeFolder(run.folder)
  }
  throw new Error('the fault never struck')
}

const fault = (name: string, probability: number, error: number) =>
  `enable_random name=posix/io/${name},probability=${probability},failinfo=${error}`

describeWithFiu('a failing disk never makes the console confirm what is not kept', () => {
  it.each([
    ['a sync that fails', [fault('sync/fsync', 0.02, EIO), fault('sync/fdatasync', 0.02, EIO)]],
    ['a write that fails', [fault('rw/pwrite', 0.002, EIO)]],
    ['a disk full now and then', [fault('rw/pwrite', 0.005, ENOSPC)]],
    ['a read that fails', [fault('rw/pread', 0.001, EIO)]],
    [
      'all of it',
      [
        fault('sync/fsync', 0.01, EIO),
        fault('sync/fdatasync', 0.01, EIO),
        fault('rw/pwrite', 0.001, ENOSPC),
        fault('rw/pread', 0.0005, EIO),
      ],
    ],
  ])('%s', async (_, faults) => {
    const { folder, said } = runUntilStruck(faults, 600)
    expect(said.refused.length).toBeGreaterThan(0)
    expect(said.acked.length).toBeGreaterThan(100)
    await checkFolder(folder, said)
    removeFolder(folder)
  })
})
