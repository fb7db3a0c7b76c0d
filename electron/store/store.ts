import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EpochReason } from '../../shared/domain/console/events.ts'
import { aggregateOf } from '../../shared/domain/kinds.ts'
import { openDatabase, type ReadableDb, type WritableDb } from '../../shared/node/openDatabase.ts'
import type { ClockQuality, SealedEvent } from '../../shared/protocol/envelope.ts'
import { followHlc, makeHlc } from '../../shared/protocol/hlc.ts'
import { epochCounter, epochName } from '../../shared/protocol/identity.ts'
import type { Signer } from '../../shared/protocol/primitives.ts'
import { type Device, openDevice } from './device.ts'
import { readHeadsFile, writeHeadsFile } from './headsFile.ts'
import { migrate } from './migrate.ts'
import { type Applied, applyRemoteEvents } from './remote.ts'
import { readSetting, writeSetting } from './settings.ts'
import { asStoreError } from './storeError.ts'
import {
  type AnyDraft,
  countWritten,
  reissueEvents,
  type WriteContext,
  type WriterState,
  writeEvents,
} from './writer.ts'

export interface StoreOptions {
  /** Data folder; made when missing. */
  readonly folder: string
  /** Wall clock, ms since 1970. */
  readonly now: () => number
  /** Called once before a migration of existing data. */
  readonly beforeMigration?: (db: WritableDb) => void
}

/** What changed: the kinds' aggregates and the entities, for the renderer to read again. */
export interface Change {
  readonly aggregates: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
}

/** The duty log of one data folder. */
export interface Store {
  readonly folder: string
  readonly origin: string
  readonly signer: Signer
  /** For repositories: they only read. */
  readonly db: ReadableDb
  readonly epoch: string
  readonly scope: string
  /**
   * One act: all its events in one transaction, with what `alongside` writes (a typed draft that is now recorded). Durable when it
   * returns. @throws {StoreError} when nothing was written.
   */
  append(
    drafts: readonly AnyDraft[],
    context: WriteContext,
    alongside?: (db: WritableDb) => void,
  ): readonly SealedEvent[]
  /** Stores events from elsewhere in one transaction with what `alongside` writes (cursors). */
  applyRemote(events: readonly SealedEvent[], alongside?: (db: WritableDb) => void): readonly Applied[]
  /** Writes own events of an abandoned epoch again in the present one (see shared/protocol/reissue.ts). */
  reissue(events: readonly SealedEvent[], alongside?: (db: WritableDb) => void): readonly SealedEvent[]
  /** Writes this console's own settings, cursors and drafts; never events. */
  writeLocal<T>(write: (db: WritableDb) => T): T
  setScope(scope: string): void
  setClockQuality(quality: ClockQuality): void
  /** Begins a new chain: what was written before stays and is still sent. */
  startEpoch(reason: EpochReason): void
  /** @returns a function that ends the subscription. */
  onChange(listener: (change: Change) => void): () => void
  close(): void
}

/** Opens the log of a data folder. @throws {StoreError} */
export function openStore(options: StoreOptions): Store {
  const { folder, now } = options
  let device: Device
  let db: WritableDb
  try {
    mkdirSync(folder, { recursive: true })
    device = openDevice(folder)
    db = openDatabase(join(folder, 'duty.db'))
  } catch (error) {
    throw asStoreError(error)
  }
  try {
    migrate(db, () => options.beforeMigration?.(db))
    return makeStore(db, device, folder, now)
  } catch (error) {
    db.close()
    throw asStoreError(error)
  }
}

function makeStore(db: WritableDb, { origin, signer }: Device, folder: string, now: () => number): Store {
  const listeners = new Set<(change: Change) => void>()
  const state = readWriterState(db, origin)
  let headsPending = false

  const store: Store = {
    folder,
    origin,
    signer,
    db,
    get epoch() {
      return state.epoch
    },
    get scope() {
      return state.scope
    },
    append: (drafts, context, alongside) =>
      write((wallMs) => {
        alongside?.(db)
        return writeEvents(db, state, drafts, context, wallMs)
      }),
    reissue: (events, alongside) =>
      write((wallMs) => {
        alongside?.(db)
        return reissueEvents(db, state, events, wallMs)
      }),
    applyRemote(events, alongside) {
      try {
        const receivedMs = now()
        const results = db
          .transaction(() => {
            const applied = applyRemoteEvents(db, events, receivedMs)
            alongside?.(db)
            return applied
          })
          .immediate()
        for (const { envelope } of events) state.hlc = followHlc(state.hlc, envelope.hlc, receivedMs)
        afterCommit(events.filter((_, index) => results[index] === 'applied' || results[index] === 'forked'))
        return results
      } catch (error) {
        throw asStoreError(error)
      }
    },
    writeLocal(write) {
      try {
        return db.transaction(() => write(db)).immediate()
      } catch (error) {
        throw asStoreError(error)
      }
    },
    setScope(scope) {
      store.writeLocal((writable) => writeSetting(writable, 'scope', scope))
      state.scope = scope
    },
    setClockQuality(quality) {
      state.clockQuality = quality
    },
    startEpoch(reason) {
      beginEpoch(store, state, reason)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      if (!db.open) return
      writeHeads()
      db.close()
    },
  }

  function write(task: (wallMs: number) => readonly SealedEvent[]): readonly SealedEvent[] {
    const before = { ...state }
    try {
      const written = db.transaction(() => task(now())).immediate()
      afterCommit(written)
      return written
    } catch (error) {
      Object.assign(state, before)
      throw asStoreError(error)
    }
  }

  function afterCommit(events: readonly SealedEvent[]): void {
    if (events.length === 0) return
    // Only our own writing moves our head.
    if (!headsPending && events.some(({ envelope }) => envelope.origin === origin)) {
      headsPending = true
      setImmediate(writeHeads)
    }
    const change: Change = {
      aggregates: new Set(events.map(({ envelope }) => aggregateOf(envelope.kind))),
      entities: new Set(events.map(({ envelope }) => envelope.entity)),
    }
    for (const listener of listeners) listener(change)
  }

  function writeHeads(): void {
    headsPending = false
    try {
      writeHeadsFile(folder, { epoch: state.epoch, n: state.n })
    } catch {
      // A heads file that lags is harmless; the next commit writes it again.
    }
  }

  const heads = readHeadsFile(folder)
  if (state.epoch === '') store.startEpoch('first')
  else if (heads && headsAreAhead(heads, state)) store.startEpoch('headsAhead')
  return store
}

function headsAreAhead(heads: { epoch: string; n: number }, state: WriterState): boolean {
  return heads.epoch === state.epoch ? heads.n > state.n : epochCounter(heads.epoch) >= epochCounter(state.epoch)
}

function readWriterState(db: WritableDb, origin: string): WriterState {
  const epoch = readSetting(db, 'epoch')
  const scope = readSetting(db, 'scope')
  const last = db.prepare<[], { hlc: Uint8Array }>('SELECT hlc FROM event ORDER BY id DESC LIMIT 1').get()
  const name = typeof epoch === 'string' ? epoch : ''
  return {
    origin,
    epoch: name,
    scope: typeof scope === 'string' ? scope : '',
    hlc: last ? Buffer.from(last.hlc).toString('hex') : makeHlc(0, 0),
    n: name ? countWritten(db, origin, name) : 0,
    clockQuality: 0,
  }
}

/** A new chain needs a township to belong to before it says so in the log; the very first one says it with the township's creation. */
function beginEpoch(store: Store, state: WriterState, reason: EpochReason): void {
  const previous = state.epoch
  const heads = readHeadsFile(store.folder)
  const counter = Math.max(epochCounter(previous), heads ? epochCounter(heads.epoch) : 0) + 1
  const epoch = epochName(counter, randomBytes(4))
  store.writeLocal((db) => writeSetting(db, 'epoch', epoch))
  state.epoch = epoch
  state.n = 0
  if (state.scope === '') return
  store.append(
    [
      {
        kind: 'console.epochStarted',
        entity: `console:${store.origin}`,
        body: previous ? { reason, previous } : { reason },
        base: [],
      },
    ],
    { author: null },
  )
}
