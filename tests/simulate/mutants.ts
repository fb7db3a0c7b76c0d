import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../../electron/store/store.ts'
import type { SyncStore } from '../../electron/sync/ports.ts'
import type { HubStore } from '../../hub/core/ports.ts'
import type { WritableDb } from '../../shared/node/openDatabase.ts'
import type { Clock } from '../../shared/protocol/ports.ts'
import type { WrongPorts } from './ports.ts'

/*
 * Ports that are wrong on purpose, each in a way that somebody could have thought of. The simulator has to notice every one of
 * them; they exist here only, the product has no switch for them.
 */

export const MUTANTS: { readonly [name: string]: WrongPorts } = {
  ackBeforeCommit: { hubStore: ackBeforeCommit },
  skipHashCompare: { hubStore: skipHashCompare },
  reuseEpoch: { syncStore: reuseEpoch, beforeOpen: (folder) => rmSync(join(folder, 'heads.json'), { force: true }) },
  clockWins: { store: clockWins },
  cursorOutsideTransaction: { syncStore: cursorOutsideTransaction },
}

const COMMIT_EVERY_MS = 500

/** A hub that commits now and then and answers at once: fast, until its process dies. */
function ackBeforeCommit(store: HubStore, db: WritableDb, clock: Clock): HubStore {
  return {
    ...store,
    transaction(work) {
      if (!db.inTransaction) {
        db.exec('BEGIN IMMEDIATE')
        clock.after(COMMIT_EVERY_MS, () => {
          if (db.inTransaction) db.exec('COMMIT')
        })
      }
      return store.transaction(work)
    },
  }
}

/** A hub that takes a number for an event: what it holds under one is what was meant. */
function skipHashCompare(store: HubStore, _db: WritableDb, _clock: Clock, hubId: () => string): HubStore {
  let known = ''
  return {
    ...store,
    head(chain) {
      const head = store.head(chain)
      return chain.origin === hubId() || head.seq === 0 ? head : { ...head, hash: null }
    },
    chainsOf: (origin) => store.chainsOf(origin).map((chain) => ({ ...chain, hash: null })),
    // Asked right before the hash of a number that was consumed already.
    parkedCode(chain, seq) {
      known = `${chain.epoch} ${chain.lane} ${seq}`
      return store.parkedCode(chain, seq)
    },
    hashAt(chain, seq) {
      const isKnown = known === `${chain.epoch} ${chain.lane} ${seq}`
      known = ''
      return isKnown ? null : store.hashAt(chain, seq)
    },
  }
}

/** A console that goes on counting where its database says, whatever else it is told. */
function reuseEpoch(sync: SyncStore): SyncStore {
  return { ...sync, startEpoch: () => sync.currentEpoch() }
}

/** A console that does not say what its author had in front of him: of two values the later clock decides. */
function clockWins(store: Store): Store {
  return Object.assign(Object.create(store) as Store, {
    append: ((drafts, context, alongside) =>
      store.append(
        drafts.map((draft) => ({ ...draft, base: [] })),
        context,
        alongside,
      )) satisfies Store['append'],
  })
}

/** A console that first notes how far it has come, and then takes the events in. */
function cursorOutsideTransaction(sync: SyncStore): SyncStore {
  return {
    ...sync,
    applyDown(lane, events, cursor) {
      sync.applyDown(lane, [], cursor)
      sync.applyOwn(events)
    },
  }
}
