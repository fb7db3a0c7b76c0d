import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../electron/store/store.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { seededRandom, seedOf } from '../support/world.ts'

/** What makes up a console's data folder. The shared-memory file is not kept over a process. */
const DATABASE = ['duty.db', 'duty.db-wal'] as const
const BESIDE = ['heads.json', 'device.json'] as const

/** Folders of one run, in memory where the system has such a place: what is asked here is not the disk's business. */
export interface Disks {
  /** A new console's folder, with the key that belongs to a name. */
  fresh(key: string): string
  /** The folder as a process that dies now would leave it, or as a backup finds it. */
  copy(folder: string): string
  /** An older database in a folder that remembers how far it had come. */
  copyDatabase(from: string, beside: string): string
  remove(folder: string): void
  dispose(): void
}

/** A console's folder right after its first start: opening and migrating anew for every seed would take most of the time. */
export function makeTemplate(): string {
  const folder = makeRoot()
  const random = seededRandom(1)
  openStore({ folder, now: () => 0, random }).close()
  rmSync(join(folder, 'device.json'))
  return folder
}

export function createDisks(template: string): Disks {
  const root = makeRoot()
  let count = 0

  function next(): string {
    count += 1
    const folder = join(root, String(count))
    mkdirSync(folder)
    return folder
  }

  function copyFiles(from: string, to: string, names: readonly string[]): void {
    for (const name of names) if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name))
  }

  return {
    fresh(key) {
      const folder = next()
      copyFiles(template, folder, DATABASE)
      writeFileSync(join(folder, 'device.json'), JSON.stringify({ seed: toHex(seedOf(key)) }))
      return folder
    },
    copy(folder) {
      const to = next()
      copyFiles(folder, to, [...DATABASE, ...BESIDE])
      return to
    },
    copyDatabase(from, beside) {
      const to = next()
      copyFiles(from, to, DATABASE)
      copyFiles(beside, to, BESIDE)
      return to
    },
    remove: (folder) => rmSync(folder, { recursive: true, force: true }),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}

function makeRoot(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zhenshou-simulate-'))
}
