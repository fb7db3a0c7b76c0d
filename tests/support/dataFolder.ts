import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { rebuildProjections } from '../../electron/store/projections/rebuild.ts'
import { openDatabase, openReadOnly } from '../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { EMPTY_HEAD, fitChain } from '../../shared/protocol/chain.ts'
import { type Envelope, openEnvelope } from '../../shared/protocol/envelope.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { digestExact, makeFolder, removeFolder } from './storeFixture.ts'

/** What a data folder holds, and what is wrong with it. */
export interface FolderContent {
  readonly events: readonly Envelope[]
  /** Sentences; empty when every event hashes and chains and the projections are what the events say. */
  readonly faults: readonly string[]
}

interface EventRow {
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
}

/** Hashes of all events a running or ended desk has in its data folder. */
export function readHashes(folder: string): readonly string[] {
  const db = openReadOnly(join(folder, 'duty.db'))
  try {
    return db
      .prepare<[], Pick<EventRow, 'hash'>>('SELECT hash FROM event ORDER BY id')
      .all()
      .map(({ hash }) => toHex(hash))
  } finally {
    db.close()
  }
}

/** Reads a copy of the folder as the power cut left it, under plain Node, and checks it from the first event on. */
export function examineFolder(folder: string): FolderContent {
  const copy = makeFolder()
  try {
    cpSync(folder, copy, { recursive: true, filter: (path) => path === folder || /duty\.db(-wal)?$/.test(path) })
    return examineDatabase(join(copy, 'duty.db'))
  } finally {
    removeFolder(copy)
  }
}

function examineDatabase(path: string): FolderContent {
  const db = openDatabase(path)
  const faults: string[] = []
  try {
    const rows = db.prepare<[], EventRow>('SELECT hash, bytes FROM event ORDER BY id').all()
    const heads = new Map<string, { seq: number; hash: string }>()
    const counts = new Map<string, number>()
    const events = rows.map(({ hash, bytes }) => {
      const sealed = openEnvelope(bytes, nodePrimitives)
      const { origin, epoch, lane, seq, n } = sealed.envelope
      const chain = `${origin} ${epoch} ${lane}`
      if (sealed.hash !== toHex(hash)) faults.push(`${chain} ${seq} hashes to something else`)
      const fit = fitChain(heads.get(chain) ?? EMPTY_HEAD, sealed.envelope)
      if (fit !== 'next') faults.push(`${chain} ${seq} is a ${fit}`)
      if (n !== (counts.get(`${origin} ${epoch}`) ?? 0) + 1) faults.push(`${chain} ${seq} has n ${n}`)
      heads.set(chain, { seq, hash: sealed.hash })
      counts.set(`${origin} ${epoch}`, n)
      return sealed.envelope
    })
    for (const { origin, epoch, lane, seq, hash } of db
      .prepare<[], { origin: string; epoch: string; lane: number; seq: number; hash: Uint8Array }>(
        'SELECT origin, epoch, lane, seq, hash FROM chain_head',
      )
      .all()) {
      const last = heads.get(`${origin} ${epoch} ${lane}`)
      if (last?.seq !== seq || last.hash !== toHex(hash)) faults.push(`head of ${origin} ${epoch} ${lane} is elsewhere`)
    }
    const kept = digestExact(db)
    db.transaction(() => {
      for (const _ of rebuildProjections(db));
    })()
    const rebuilt = digestExact(db)
    for (const [table, digest] of Object.entries(rebuilt)) {
      if (digest !== kept[table]) faults.push(`${table} is not what the events say`)
    }
    return { events, faults }
  } finally {
    db.close()
  }
}
