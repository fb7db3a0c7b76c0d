import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rebuildProjections } from '../../../electron/store/projections/rebuild.ts'
import { openStore, type Store } from '../../../electron/store/store.ts'
import { verifyChains } from '../../../electron/store/verify/verifyChains.ts'
import { digestExact } from '../../support/storeFixture.ts'
import { type SeededRandom, seededRandom } from '../../support/world.ts'

export interface KillResult {
  readonly kills: number
  /** Events that a killed console had confirmed; every one was still there. */
  readonly acked: number
  /** Kills before the console had confirmed anything. */
  readonly early: number
}

export interface KillOptions {
  readonly kills: number
  readonly seed: number
  onProgress?(done: number, acked: number): void
}

/** After so many kills a folder is checked whole, with a rebuild of everything, and a new one begun. */
const KILLS_A_FOLDER = 20
const LONGEST_MS = 400

/**
 * Kills a writing console (SIGKILL, as the system would) at random moments and looks after each kill whether everything it had
 * confirmed is in the log, every chain is sound, and what is on screen follows from the log. @throws at the first loss.
 */
export async function runKills({ kills, seed, onProgress }: KillOptions): Promise<KillResult> {
  const random = seededRandom(seed)
  let acked = 0
  let early = 0
  let next = startWriter()
  try {
    for (let done = 0; done < kills; ) {
      const folder = mkdtempSync(join(tmpdir(), 'zhenshou-kill-'))
      try {
        for (let round = 0; round < KILLS_A_FOLDER && done < kills; round += 1, done += 1) {
          const writer = next
          const hashes = await killOne(writer, folder, random)
          // The next one loads while this folder is looked at.
          next = startWriter()
          if (hashes.length === 0) early += 1
          acked += hashes.length
          check(folder, hashes, `seed ${seed}, kill ${done + 1}`)
          onProgress?.(done + 1, acked)
        }
        checkWhole(folder, `seed ${seed}, after kill ${done}`)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
  } finally {
    next.child.kill('SIGKILL')
  }
  return { kills, acked, early }
}

interface Writer {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  output(): string
  errors(): string
}

function startWriter(): Writer {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts')], { stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  const ready = new Promise<void>((done) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString('utf8')
      if (output.startsWith('ready\n')) done()
    })
  })
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString('utf8')
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  return { child, ready, ended, output: () => output, errors: () => errors }
}

async function killOne(writer: Writer, folder: string, random: SeededRandom): Promise<readonly string[]> {
  await Promise.race([writer.ready, writer.ended])
  writer.child.stdin?.write(`${folder}\t${random.between(0, 2 ** 31)}\n`)
  // Squared: many kills fall into the opening of the store, the others anywhere.
  const wait = random.fraction() ** 2 * LONGEST_MS
  await Promise.race([new Promise((done) => setTimeout(done, wait)), writer.ended])
  if (writer.child.exitCode !== null) throw new Error(`the writer ended by itself: ${writer.errors()}`)
  writer.child.kill('SIGKILL')
  await writer.ended
  // A line that was cut by the kill had not been said.
  const lines = writer.output().split('\n').slice(0, -1)
  return lines.filter((line) => line.startsWith('ack ')).flatMap((line) => line.slice(4).split(' '))
}

function check(folder: string, hashes: readonly string[], where: string): void {
  const store = openStore({ folder, now: Date.now })
  try {
    const known = store.db.prepare<[Buffer], { id: number }>('SELECT id FROM event WHERE hash = ?')
    const lost = hashes.filter((hash) => known.get(Buffer.from(hash, 'hex')) === undefined)
    if (lost.length > 0) throw new Error(`${where}: ${lost.length} confirmed events are gone: ${lost.join(' ')}`)
  } finally {
    store.close()
  }
}

function checkWhole(folder: string, where: string): void {
  const store = openStore({ folder, now: Date.now })
  try {
    const chains = verifyAll(store)
    if (chains.badCount > 0) throw new Error(`${where}: ${JSON.stringify(chains.bad)}`)
    const before = digestExact(store.db)
    store.writeLocal((db) => {
      for (const _ of rebuildProjections(db));
    })
    const after = digestExact(store.db)
    const different = Object.keys(before).filter((table) => before[table] !== after[table])
    if (different.length > 0) throw new Error(`${where}: a rebuild differs in ${different.join(', ')}`)
  } finally {
    store.close()
  }
}

function verifyAll(store: Store) {
  const job = verifyChains(store.db)
  for (;;) {
    const { done, value } = job.next()
    if (done) return value
  }
}
