import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SeededRandom } from '../../support/world.ts'
import type { FileOp } from './trace.ts'

/** The unit that a disk writes whole. */
const SECTOR_BYTES = 512

interface Inode {
  /** What is on the disk for certain. */
  durable: Buffer
  /** What the system still holds in memory, in order. */
  pending: Extract<FileOp, { op: 'write' | 'truncate' }>[]
}

/**
 * A disk under a journaling file system (ext4, NTFS): names and their order are kept, and a sync of any file or folder brings all
 * names made before it to the disk; the contents of a file are certain only up to its own last sync. What was written since may
 * be there, missing, or there in part, sector by sector and in any order.
 */
export class Disk {
  readonly #inodes: Inode[] = []
  /** Names now, as programs see them. */
  #names = new Map<string, Inode>()
  /** Names after each change of a name since the last sync; the first are the certain ones. */
  #history: Map<string, Inode>[] = [new Map()]

  apply(op: FileOp): void {
    switch (op.op) {
      case 'ack':
        return
      case 'create': {
        const known = this.#names.get(op.path)
        if (known) {
          if (op.truncate) known.pending.push({ op: 'truncate', path: op.path, length: 0 })
          return
        }
        const inode: Inode = { durable: Buffer.alloc(0), pending: [] }
        this.#inodes.push(inode)
        this.#rename((names) => names.set(op.path, inode))
        return
      }
      case 'write':
      case 'truncate':
        this.#names.get(op.path)?.pending.push(op)
        return
      case 'sync': {
        const inode = this.#names.get(op.path)
        if (inode) {
          inode.durable = inode.pending.reduce((content, one) => change(content, one), inode.durable)
          inode.pending = []
        }
        this.#history = [this.#names]
        return
      }
      case 'rename': {
        const inode = this.#names.get(op.path)
        if (!inode) return
        this.#rename((names) => {
          names.delete(op.path)
          names.set(op.to, inode)
        })
        return
      }
      case 'remove':
        this.#rename((names) => names.delete(op.path))
    }
  }

  #rename(edit: (names: Map<string, Inode>) => void): void {
    const names = new Map(this.#names)
    edit(names)
    this.#names = names
    this.#history.push(names)
  }

  /** Writes into `folder` what one power cut at this moment could leave behind. */
  cut(folder: string, random: SeededRandom): void {
    const names = this.#history[random.between(0, this.#history.length - 1)] ?? new Map<string, Inode>()
    for (const [path, inode] of names) {
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, leave(inode, random))
    }
  }
}

/** What becomes of a file's unsynced changes: all, none, those up to one, or any of them, each whole or torn. */
function leave({ durable, pending }: Inode, random: SeededRandom): Buffer {
  const fate = random.between(0, 3)
  if (fate === 0) return durable
  const until = fate === 2 ? random.between(0, pending.length) : pending.length
  return pending.slice(0, until).reduce((content, op) => {
    if (fate < 3) return change(content, op)
    if (random.chance(0.4)) return content
    return random.chance(0.5) || op.op === 'truncate' ? change(content, op) : tear(content, op, random)
  }, durable)
}

function change(content: Buffer, op: Inode['pending'][number]): Buffer {
  if (op.op === 'truncate') {
    return op.length <= content.length
      ? content.subarray(0, op.length)
      : Buffer.concat([content, Buffer.alloc(op.length - content.length)])
  }
  const end = op.at + op.bytes.length
  const grown = Buffer.alloc(Math.max(content.length, end))
  content.copy(grown)
  op.bytes.copy(grown, op.at)
  return grown
}

/** Some sectors of a write reach the disk. The file has its new length all the same: what was not written reads as zeros. */
function tear(content: Buffer, op: Extract<FileOp, { op: 'write' }>, random: SeededRandom): Buffer {
  const grown = Buffer.alloc(Math.max(content.length, op.at + op.bytes.length))
  content.copy(grown)
  for (let at = 0; at < op.bytes.length; ) {
    const end = Math.min(op.bytes.length, at + SECTOR_BYTES - ((op.at + at) % SECTOR_BYTES))
    if (random.chance(0.5)) op.bytes.copy(grown, op.at + at, at, end)
    at = end
  }
  return grown
}
