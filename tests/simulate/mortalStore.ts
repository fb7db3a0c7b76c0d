import type { Store } from '../../electron/store/store.ts'
import type { WritableDb } from '../../shared/node/openDatabase.ts'
import type { Life } from '../support/world.ts'

/** The console's process died in the middle of what it was doing. */
export class ConsoleKilled extends Error {}

export interface Mortality {
  /** Writes still to come before the last one. */
  left: number
  /** `during`: in the middle of the transaction. `after`: committed, and nobody heard of it. */
  readonly moment: 'before' | 'during' | 'after'
  readonly quietly: boolean
}

/** The real store in a process that may die at any of its writes. */
export function mortalStore(
  store: Store,
  life: Life,
  { plan, die }: { plan: () => Mortality | null; die: (quietly: boolean) => void },
): Store {
  function write<T>(run: (last: () => void) => T): T {
    if (!life.isAlive()) throw new ConsoleKilled()
    const due = plan()
    if (!due || due.left > 0) {
      if (due) due.left -= 1
      return run(() => undefined)
    }
    const fall = (): never => {
      die(due.quietly)
      throw new ConsoleKilled()
    }
    if (due.moment === 'before') fall()
    const result = run(due.moment === 'during' ? fall : () => undefined)
    return due.moment === 'after' ? fall() : result
  }

  const mortal: Pick<Store, 'append' | 'applyRemote' | 'reissue' | 'writeLocal' | 'startEpoch'> = {
    append: (drafts, context, alongside) => write((last) => store.append(drafts, context, then(alongside, last))),
    applyRemote: (events, alongside) => write((last) => store.applyRemote(events, then(alongside, last))),
    reissue: (events, alongside) => write((last) => store.reissue(events, then(alongside, last))),
    writeLocal: (task) => write((last) => store.writeLocal(then(task, last))),
    startEpoch: (reason) =>
      write((last) => {
        // It takes nothing alongside: dying in the middle of it is dying before it.
        last()
        store.startEpoch(reason)
      }),
  }
  // What is not named stays the store's own, getters included.
  return Object.assign(Object.create(store) as Store, mortal)
}

function then<T>(task: ((db: WritableDb) => T) | undefined, last: () => void): (db: WritableDb) => T {
  return (db) => {
    const result = task?.(db) as T
    last()
    return result
  }
}
