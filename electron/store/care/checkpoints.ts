import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { checkpointBytes } from '../../../shared/protocol/checkpoint.ts'
import type { Store } from '../store.ts'
import { createSyncStore } from '../syncStore.ts'

/** Signs where this console's chains stand when at least `leastNew` events were written since the last signature, with a county hub or without. */
export function signCheckpoint(store: Store, leastNew = 1): void {
  const sync = createSyncStore(store)
  const checkpoint = sync.currentCheckpoint()
  if (checkpoint.n - readSignedCount(store) < leastNew) return
  sync.saveCheckpoint(checkpoint, store.signer.sign(checkpointBytes(checkpoint, nodePrimitives)))
}

function readSignedCount({ db, origin, epoch }: Store): number {
  return (
    db
      .prepare<[string, string], { n: number | null }>(
        'SELECT max(n) AS n FROM checkpoint WHERE origin = ? AND epoch = ?',
      )
      .get(origin, epoch)?.n ?? 0
  )
}
