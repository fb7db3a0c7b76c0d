import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readReplacements } from '../../../electron/store/recovery/replaceDatabase.ts'
import { openStore } from '../../../electron/store/store.ts'
import { verifyChains } from '../../../electron/store/verify/verifyChains.ts'
import { makeFolder } from '../../support/storeFixture.ts'
import { seededRandom } from '../../support/world.ts'
import { Disk } from './disk.ts'
import { recordWriter } from './record.ts'
import type { FileOp } from './trace.ts'

export interface PowerCutResult {
  readonly cuts: number
  readonly operations: number
  /** Events confirmed before the cuts, over all of them; every one was there. */
  readonly acked: number
}

export interface PowerCutOptions {
  readonly cuts: number
  readonly acts: number
  readonly seed: number
  onProgress?(done: number): void
}

/**
 * Records every write, sync and renaming of a console at work, then cuts the power at many points between two of them, with what
 * was not synced lost, kept or torn, and looks whether everything confirmed before the cut is in the log. @throws at the first loss.
 */
export async function runPowerCuts({ cuts, acts, seed, onProgress }: PowerCutOptions): Promise<PowerCutResult> {
  const place = mkdtempSync(join(makeFolder(), 'cut-'))
  try {
    const folder = join(place, 'data')
    mkdirSync(folder)
    const ops = await recordWriter(folder, seed, acts, join(place, 'trace'))
    rmSync(join(place, 'trace'))
    return cutEverywhere(ops, place, { cuts, seed, onProgress: onProgress ?? (() => undefined) })
  } finally {
    rmSync(join(place, '..'), { recursive: true, force: true })
  }
}

function cutEverywhere(
  ops: readonly FileOp[],
  place: string,
  { cuts, seed, onProgress }: Required<Omit<PowerCutOptions, 'acts'>>,
): PowerCutResult {
  const random = seededRandom(seed)
  const points = Array.from({ length: cuts }, () => random.between(0, ops.length)).sort((a, b) => a - b)
  const disk = new Disk()
  const confirmed: string[] = []
  let acked = 0
  let done = 0
  for (let at = 0; at <= ops.length; at += 1) {
    for (; points[done] === at; done += 1) {
      const folder = join(place, `after-${done}`)
      mkdirSync(folder)
      disk.cut(folder, random)
      check(folder, confirmed, `seed ${seed}, cut ${done} before operation ${at}`)
      acked += confirmed.length
      rmSync(folder, { recursive: true })
      onProgress(done + 1)
    }
    const op = ops[at]
    if (!op) break
    disk.apply(op)
    if (op.op === 'ack') confirmed.push(...op.hashes)
  }
  return { cuts: done, operations: ops.length, acked }
}

function check(folder: string, confirmed: readonly string[], where: string): void {
  const store = openStore({ folder, now: Date.now })
  try {
    const known = store.db.prepare<[Buffer], { id: number }>('SELECT id FROM event WHERE hash = ?')
    const lost = confirmed.filter((hash) => known.get(Buffer.from(hash, 'hex')) === undefined)
    if (lost.length > 0) throw new Error(`${where}: ${lost.length} of ${confirmed.length} confirmed events are gone`)
    if (readReplacements(store.db).length > 0) throw new Error(`${where}: the file was taken for damaged`)
    const job = verifyChains(store.db)
    for (let step = job.next(); ; step = job.next()) {
      if (!step.done) continue
      if (step.value.badCount > 0) throw new Error(`${where}: ${JSON.stringify(step.value.bad)}`)
      break
    }
  } finally {
    store.close()
  }
}
