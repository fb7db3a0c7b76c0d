import type { Handlers } from '../shared/ipc/contract.ts'
import type { DeskContext } from './deskContext.ts'
import type { DocumentHost } from './documents/documentHost.ts'
import { documentsHandlers } from './ipc/handlers/documents.ts'
import { logHandlers } from './ipc/handlers/log.ts'
import { sessionHandlers } from './ipc/handlers/session.ts'
import { beginRun } from './lifecycle.ts'
import { createSession } from './session.ts'
import { openStore, type Store } from './store/store.ts'

export interface DeskOptions {
  readonly dataFolder: string
  readonly hub?: string | undefined
  /** Wall clock, ms since 1970. */
  readonly now?: () => number
  readonly version?: string
  /** How files reach the person; without a save dialog the page offers them as downloads. */
  readonly documentHost?: DocumentHost
}

/** What the page is told to read again: aggregates (or `session`, `sync`), never data. */
export interface DeskChange {
  readonly topics: readonly string[]
}

/** The desk: store + commands + sync + alarms as one object. Runs under plain Node; knows no Electron. */
export interface Desk {
  readonly handlers: Handlers
  readonly context: DeskContext
  readonly store: Store
  onChange(listener: (change: DeskChange) => void): () => void
  close(): Promise<void>
}

/** Opens the desk on a data folder. @throws {StoreError} when the log cannot be opened. */
export function createDesk(options: DeskOptions): Desk {
  const { dataFolder, now = Date.now, version = '0.0.0', documentHost = {} } = options
  const listeners = new Set<(change: DeskChange) => void>()
  const tell = (...topics: string[]) => {
    for (const listener of listeners) listener({ topics })
  }
  const store = openStore({ folder: dataFolder, now })
  const session = createSession(() => tell('session'))
  const context: DeskContext = { store, session, now, version, documentHost }
  const handlers = {
    ...sessionHandlers(context),
    ...documentsHandlers(context),
    ...logHandlers(context),
  } satisfies Handlers
  const endRun = beginRun(context)
  const endChanges = store.onChange(({ aggregates }) => tell(...aggregates))
  return {
    handlers,
    context,
    store,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      endChanges()
      endRun()
      store.close()
    },
  }
}
