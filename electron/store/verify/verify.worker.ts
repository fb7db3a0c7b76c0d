import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { VerifyReport, VerifyStage } from '../../../shared/ipc/store.ts'
import { contentFilesIn } from '../../../shared/node/contentFiles.ts'
import { openReadOnly, type ReadableDb } from '../../../shared/node/openDatabase.ts'
import { attachmentFolder } from '../../attachments/attachmentFolder.ts'
import { findLastId } from '../check/storedRows.ts'
import { runJob, type WorkerSide } from '../workerSide.ts'
import { compareProjections } from './compareProjections.ts'
import { verifyStretches, type Witnesses } from './stretches.ts'
import { verifyAttachments } from './verifyAttachments.ts'
import { verifyChains } from './verifyChains.ts'

export interface VerifyInput extends Witnesses {
  readonly folder: string
  readonly database: string
  readonly atMs: number
}
export interface VerifyStep {
  readonly stage: VerifyStage
  readonly done: number
  readonly total: number
}

/** Name of the database that is rebuilt aside; a leftover of an interrupted check is removed at the next one. */
const ASIDE = 'verify.tmp'

runJob<VerifyInput, VerifyStep, VerifyReport>(async (input, side) => {
  const began = performance.now()
  const db = openReadOnly(input.database)
  const aside = join(input.folder, ASIDE)
  try {
    const total = findLastId(db)
    const chains = await run(verifyChains(db), (done) => side.step({ stage: 'chains', done, total }))
    await side.step({ stage: 'signatures', done: 0, total: 1 })
    const stretches = await run(verifyStretches(db, input), () => Promise.resolve())
    remove(aside)
    const different = await compare(db, aside, side)
    await side.step({ stage: 'structure', done: 0, total: 1 })
    const structure = db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'sound' : 'damaged'
    const attachments = await verifyAttachments(
      db,
      contentFilesIn(attachmentFolder(input.folder)),
      input.origin,
      (done, total) => side.step({ stage: 'attachments', done, total }),
    )
    const ownEvents = countOf(db, input.origin)
    return {
      atMs: input.atMs,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      events: chains.events,
      own: stretches.own,
      others: { origins: countOrigins(db) - (ownEvents > 0 ? 1 : 0), events: chains.events - ownEvents },
      holes: chains.holes,
      bad: [...chains.bad, ...stretches.bad],
      badCount: chains.badCount + stretches.bad.length,
      badSignatures: stretches.badSignatures,
      different,
      structure,
      attachments,
    }
  } finally {
    db.close()
    remove(aside)
  }
})

async function run<Step, Result>(job: Generator<Step, Result>, onStep: (step: Step) => Promise<void>): Promise<Result> {
  for (;;) {
    const next = job.next()
    if (next.done) return next.value
    await onStep(next.value)
  }
}

/** A log with rows that cannot be read cannot be rebuilt: then everything counts as different. */
async function compare(db: ReadableDb, aside: string, side: WorkerSide<VerifyStep>): Promise<readonly string[]> {
  try {
    return await run(compareProjections(db, aside), (step) => side.step(step))
  } catch (error) {
    console.error('[store] the rebuild aside did not come to its end', String(error))
    return ['*']
  }
}

function countOf(db: ReadableDb, origin: string): number {
  return db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM event WHERE origin = ?').get(origin)?.n ?? 0
}

function countOrigins(db: ReadableDb): number {
  return db.prepare<[], { n: number }>('SELECT count(DISTINCT origin) AS n FROM event').get()?.n ?? 0
}

function remove(path: string): void {
  for (const suffix of ['', '-journal']) rmSync(path + suffix, { force: true })
}
