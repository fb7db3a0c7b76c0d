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
  /** Size of a file as the record says; null when no record of that township names it. */
  sizeOf(division: string, sha: string): number | null
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
  const townships = new Map<string, { readonly sizes: Map<string, number>; readonly all: KnownAttachment[] }>()
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
    const township = townships.get(scope) ?? { sizes: new Map<string, number>(), all: [] }
    townships.set(scope, township)
    township.sizes.set(sha256, size)
    if (thumbSha !== '') township.sizes.set(thumbSha, thumbSize)
    const about = { incident: `${incident.no} ${incident.title}`, name, mime, receivedMs }
    township.all.push({ ...about, sha256, size, thumbSha, thumbSize })
  }

  return {
    sizeOf(division, sha) {
      const known = townships.get(division)?.sizes.get(sha)
      if (known !== undefined) return known
      catchUp()
      return townships.get(division)?.sizes.get(sha) ?? null
    },
    of(division) {
      catchUp()
      return townships.get(division)?.all ?? []
    },
  }
}
