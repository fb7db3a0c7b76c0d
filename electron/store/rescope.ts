import { nodePrimitives } from '../../shared/node/primitives.ts'
import { openEnvelope } from '../../shared/protocol/envelope.ts'
import { readChains, readRange } from './eventLog.ts'
import { closeChain, readOwnAcks } from './ownAcks.ts'
import type { Store } from './store.ts'
import type { AnyDraft, WriteContext } from './writer.ts'

/** Whether another device has written in this log: its records carry their scope for good. */
export function holdsForeignEvents({ db, origin }: Pick<Store, 'db' | 'origin'>): boolean {
  return db.prepare<[string], object>('SELECT 1 FROM chain_head WHERE origin <> ? LIMIT 1').get(origin) !== undefined
}

/**
 * Writes everything this console has written again, as it was, for the township `scope`: a record says for good which township it
 * belongs to, and the county takes none of another one. `drafts` say why, in the same transaction. The first writings stay in their chains, which are ended and not sent.
 * Before the first contact with the county only.
 */
export function rescope(store: Store, scope: string, drafts: readonly AnyDraft[], context: WriteContext): void {
  const { db, origin } = store
  const closed = new Set(
    readOwnAcks(db)
      .filter(({ closedAt }) => closedAt !== null)
      .map(({ epoch, lane }) => `${epoch} ${lane}`),
  )
  const open = readChains(db, origin).filter(({ epoch, lane }) => !closed.has(`${epoch} ${lane}`))
  const events = open
    .flatMap((chain) => readRange(db, chain, 1, Number.MAX_SAFE_INTEGER))
    .map(({ bytes }) => openEnvelope(bytes, nodePrimitives))
    // Over the epochs in the order of writing: the numbers of a device begin anew in each.
    .toSorted(({ envelope: a }, { envelope: b }) => (a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : a.n - b.n))
  store.rescope(scope, events, { drafts, context }, (writable) => {
    for (const { epoch, lane } of open) closeChain(writable, epoch, lane, 0)
  })
}
