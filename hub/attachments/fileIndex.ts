import { attachmentBodies } from '../../shared/domain/attachment/events.ts'
import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import { parseEnvelope } from '../../shared/protocol/envelope.ts'

/** An attachment as the township's record of it says. */
export interface KnownAttachment {
  /** Number and title of its incident. */
  readonly incident: string
  readonly name: string
  readonly mime: string
  readonly sha256: string
  readonly size: number
  /** '' and 0 where there is no small picture. */
  readonly thumbSha: string
  readonly thumbSize: number
  /** ms since 1970 when the hub took the record. */
  readonly receivedMs: number
}

/** Which files the records of each township speak of: nothing else is taken, nothing else is given. */
export interface FileIndex {
  /** Whether a record of that township names a file, of that size if one is given: a size is a record's own word, and records may differ. */
  names(division: string, sha: string, size?: number): boolean
  of(division: string): readonly KnownAttachment[]
}

interface Row {
  readonly id: number
  readonly scope: string
  readonly receivedMs: number
  readonly bytes: Uint8Array
}

/** Reads what was added since the last question; nothing of it is kept on disk, for the events are. */
export function createFileIndex(db: () => ReadableDb): FileIndex {
  const townships = new Map<string, { readonly sizes: Map<string, Set<number>>; readonly all: KnownAttachment[] }>()
  let last = 0

  function catchUp(): void {
    const rows = db()
      .prepare<[number], Row>(
        `SELECT id, scope, received_ms AS receivedMs, bytes FROM event WHERE kind = 'attachment.added' AND id > ? ORDER BY id`,
      )
      .all(last)
    for (const row of rows) take(row)
  }

  function take({ id, scope, receivedMs, bytes }: Row): void {
    last = id
    const { body } = parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    const read = attachmentBodies['attachment.added'].safeParse(body)
    // A record of another shape is kept like any other; its file is not taken before this hub understands it.
    if (!read.success) return
    const { incident, name, mime, sha256, size, thumbSha, thumbSize } = read.data
    const township = townships.get(scope) ?? { sizes: new Map<string, Set<number>>(), all: [] }
    townships.set(scope, township)
    note(township.sizes, sha256, size)
    if (thumbSha !== '') note(township.sizes, thumbSha, thumbSize)
    const about = { incident: `${incident.no} ${incident.title}`, name, mime, receivedMs }
    township.all.push({ ...about, sha256, size, thumbSha, thumbSize })
  }

  return {
    names(division, sha, size) {
      const isNamed = (): boolean => {
        const sizes = townships.get(division)?.sizes.get(sha)
        return sizes !== undefined && (size === undefined || sizes.has(size))
      }
      if (isNamed()) return true
      catchUp()
      return isNamed()
    },
    of(division) {
      catchUp()
      return townships.get(division)?.all ?? []
    },
  }
}

function note(sizes: Map<string, Set<number>>, sha: string, size: number): void {
  sizes.set(sha, (sizes.get(sha) ?? new Set()).add(size))
}
