import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { type Author, parseEnvelope, shortHash } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { readEntityEvents } from '../eventLog.ts'

/** How a free entry of the log began. */
export interface EntryOrigin {
  readonly author: Author | null
  readonly version: string
}

/** Who wrote a free entry first, and as which version; null when that has not arrived. */
export function readEntryOrigin(db: ReadableDb, entry: string): EntryOrigin | null {
  for (const { hash, bytes } of readEntityEvents(db, entry)) {
    const { kind, author } = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (kind === 'log.entered') return { author, version: shortHash(toHex(hash)) }
  }
  return null
}
