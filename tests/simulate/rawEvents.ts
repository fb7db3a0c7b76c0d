import type { ReadableDb } from '../../shared/node/openDatabase.ts'

/** An event as the judge reads it: the stored text taken apart by position, with nothing of the product's own reading. */
export interface RawEvent {
  readonly hash: string
  readonly origin: string
  readonly epoch: string
  readonly lane: number
  readonly seq: number
  readonly kind: string
  readonly entity: string
  readonly body: { readonly [member: string]: unknown }
  /** The act it is the record of; null for what nobody in the run did. */
  readonly act: string | null
  /** Hash of the event it was written in place of. */
  readonly insteadOf: string | null
}

interface Row {
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
}

export function readRaw(db: ReadableDb): readonly RawEvent[] {
  return db.prepare<[], Row>('SELECT hash, bytes FROM event').all().map(takeApart)
}

export function readRawOf(db: ReadableDb, entity: string): readonly RawEvent[] {
  return db.prepare<[string], Row>('SELECT hash, bytes FROM event WHERE entity = ?').all(entity).map(takeApart)
}

function takeApart({ hash, bytes }: Row): RawEvent {
  const fields = JSON.parse(Buffer.from(bytes).toString('utf8')) as readonly unknown[]
  const [, origin, epoch, lane, seq, , , , , , kind, , entity, , body] = fields as [
    number,
    string,
    string,
    number,
    number,
    ...unknown[],
  ]
  const known = body as RawEvent['body']
  return {
    hash: Buffer.from(hash).toString('hex'),
    origin,
    epoch,
    lane,
    seq,
    kind: kind as string,
    entity: entity as string,
    body: known,
    act: actIn(known),
    insteadOf: typeof known.reissueOf === 'string' ? known.reissueOf : null,
  }
}

/** Every act of a run writes its own name where its kind has room for words; labels of other acts stand elsewhere. */
function actIn(body: RawEvent['body']): string | null {
  const set = body.set as RawEvent['body'] | undefined
  for (const words of [body.text, set?.text, set?.title, body.title])
    if (typeof words === 'string' && words.startsWith('act-')) return words
  return null
}

/** How often each act counts: writings that another one stands in place of do not. */
export function countActs(events: readonly RawEvent[]): ReadonlyMap<string, number> {
  const replaced = new Set(events.map(({ insteadOf }) => insteadOf))
  const counts = new Map<string, number>()
  for (const { act, hash } of events) if (act && !replaced.has(hash)) counts.set(act, (counts.get(act) ?? 0) + 1)
  return counts
}
