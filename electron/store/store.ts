import { accessSync, constants, mkdirSync } from 'node:fs'
import { z } from 'zod'
import { EPOCH_REASONS, type EpochReason } from '../../shared/domain/console/events.ts'
import { aggregateOf } from '../../shared/domain/kinds.ts'
import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { systemClock, systemRandom } from '../../shared/node/systemPorts.ts'
import type { ClockQuality, SealedEvent } from '../../shared/protocol/envelope.ts'
import { followHlc } from '../../shared/protocol/hlc.ts'
import type { Clock, Random } from '../../shared/protocol/ports.ts'
import type { Signer } from '../../shared/protocol/primitives.ts'
import { createConnection } from './connection.ts'
import { type Device, openDevice } from './device.ts'
import { readHeadsFile, writeHeadsFile } from './headsFile.ts'
import { openAgain, openFolder } from './openFolder.ts'
import { EPOCH_PENDING } from './recovery/replaceDatabase.ts'
import { type Applied, applyRemoteEvents } from './remote.ts'
import { openReserve, type Reserve } from './reserve.ts'
import { readSetting, writeSetting } from './settings.ts'
import { asStoreError, StoreError, type StoreErrorReason } from './storeError.ts'
import { type AnyDraft, reissueEvents, type WriteContext, writeEvents } from './writer.ts'
import { headsAreAhead, latestHlc, nextEpoch, readWriterState } from './writerState.ts'

const epochReason = z.enum(EPOCH_REASONS)

export interface StoreOptions {
  /** Data folder; made when missing. */
  readonly folder: string
  /** Wall clock, ms since 1970. */
  readonly now: () => number
  /** Names new epochs; the system's unless said otherwise. */
  readonly random?: Pick<Random, 'bytes'>
  /** Runs after the present turn; the system's unless said otherwise. */
  readonly defer?: Clock['defer']
}

/** What changed: the kinds' aggregates and the entities, for the renderer to read again. */
export interface Change {
  /** Written at this desk just now, not taken in from elsewhere. */
  readonly own: boolean
  /** How many events. */
  readonly events: number
  readonly aggregates: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
}

/** The duty log of one data folder. */
export interface Store {
  readonly folder: string
  readonly origin: string
  readonly signer: Signer
  /** For repositories: they only read. Stays the same object when the database behind it is replaced. */
  readonly db: ReadableDb
  /** Another number after every commit: what was read under the same one is still so. */
  readonly version: number
  readonly reserve: Reserve
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
  /**
   * The township's code was wrong: in one transaction with what `alongside` writes, begins a new epoch, writes these own events
   * again under the right code, and then the drafts that say so.
   */
  rescope(
    scope: string,
    events: readonly SealedEvent[],
    said: { readonly drafts: readonly AnyDraft[]; readonly context: WriteContext },
    alongside: (db: WritableDb) => void,
  ): void
  setClockQuality(quality: ClockQuality): void
  /** Begins a new chain: what was written before stays and is still sent. */
  startEpoch(reason: EpochReason): void
  /** @returns a function that ends the subscription. */
  onChange(listener: (change: Change) => void): () => void
  /** Told when a write was refused or failed, and why. @returns a function that ends the subscription. */
  onTrouble(listener: (reason: StoreErrorReason) => void): () => void
  /** The file was found damaged: keeps it aside and goes on with another one, in a new epoch. @throws {StoreError} */
  replaceDamaged(): void
  /** A person wants this backup (its path) instead: keeps the file aside, goes on in a new epoch. @throws {StoreError} */
  restore(backup: string): void
  close(): void
}

/** Opens the log of a data folder; a damaged one is kept aside and replaced. @throws {StoreError} */
export function openStore({ folder, now, random = systemRandom, defer = systemClock.defer }: StoreOptions): Store {
  const ports = { now, random, defer }
  const open = () => {
    try {
      // Names and telephone numbers of a whole township: another user of this computer has no business in it.
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // SQLite would only say that it cannot open the file.
      accessSync(folder, constants.W_OK)
      return makeStore(openFolder(folder, now), openDevice(folder), folder, ports)
    } catch (error) {
      throw asStoreError(error)
    }
  }
  try {
    return open()
  } catch (error) {
    // Somebody filled the disk while the console was off: that is what the reserve is for.
    if (error instanceof StoreError && error.reason === 'full' && openReserve(folder).release()) return open()
    throw error
  }
}

function makeStore(
  first: WritableDb,
  { origin, signer }: Device,
  folder: string,
  { now, random, defer }: Required<Omit<StoreOptions, 'folder'>>,
): Store {
  const listeners = new Set<(change: Change) => void>()
  const troubles = new Set<(reason: StoreErrorReason) => void>()
  const reserve = openReserve(folder)
  const connection = createConnection(first, {
    reserve,
    open: (after) => openAgain(folder, now, after),
    onReopened(db) {
      openings += 1
      const { clockQuality, hlc } = state
      const found = readWriterState(db, origin, now())
      Object.assign(state, found, { clockQuality, hlc: latestHlc([hlc, found.hlc]) })
      settleEpoch()
    },
    onTrouble: (reason) => tellAll(troubles, reason),
  })
  const state = readWriterState(first, origin, now())
  let headsPending = false
  /** How often another database came to stand behind the connection. */
  let openings = 0

  const store: Store = {
    folder,
    origin,
    signer,
    reserve,
    db: connection.db,
    get version() {
      return connection.version
    },
    get epoch() {
      return state.epoch
    },
    get scope() {
      return state.scope
    },
    append: (drafts, context, alongside) =>
      write((db, wallMs) => {
        alongside?.(db)
        return writeEvents(db, state, drafts, context, wallMs)
      }),
    reissue: (events, alongside) =>
      write((db, wallMs) => {
        alongside?.(db)
        return reissueEvents(db, state, events, wallMs)
      }),
    applyRemote(events, alongside) {
      const receivedMs = now()
      const results = connection.transact((db) => {
        const applied = applyRemoteEvents(db, events, receivedMs)
        alongside?.(db)
        return applied
      })
      const news = events.filter((_, index) => results[index] !== 'duplicate')
      for (const { envelope: e } of news) {
        state.hlc = followHlc(state.hlc, e.hlc, receivedMs)
        if (e.origin === origin && e.epoch === state.epoch) state.n = Math.max(state.n, e.n)
      }
      afterCommit(news, false)
      return results
    },
    writeLocal: (task) => connection.transact(task),
    setScope(scope) {
      store.writeLocal((db) => writeSetting(db, 'scope', scope))
      state.scope = scope
    },
    rescope(scope, events, { drafts, context }, alongside) {
      write((db, wallMs) => {
        alongside(db)
        writeSetting(db, 'scope', scope)
        const started = beginEpoch(db, 'divisionCorrected', wallMs, scope)
        const again = reissueEvents(db, state, events, wallMs)
        return [...started, ...again, ...writeEvents(db, state, drafts, context, wallMs)]
      })
      writeHeads()
    },
    setClockQuality(quality) {
      state.clockQuality = quality
    },
    startEpoch,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onTrouble(listener) {
      troubles.add(listener)
      return () => troubles.delete(listener)
    },
    replaceDamaged: connection.replaceDamaged,
    restore: connection.restore,
    close() {
      if (!connection.db.open) return connection.close()
      writeHeads()
      connection.close()
    },
  }

  function write(task: (db: WritableDb, wallMs: number) => readonly SealedEvent[]): readonly SealedEvent[] {
    const before = { ...state }
    const openedAt = openings
    const written = connection.transact(
      (db) => task(db, now()),
      // Reopening has read the state anew from the database: that one counts.
      () => openings === openedAt && Object.assign(state, before),
    )
    afterCommit(written, true)
    return written
  }

  /**
   * Begins a new chain. It needs a township to belong to before it says so in the log; the very first one says it with the
   * township's creation.
   */
  function startEpoch(reason: EpochReason): void {
    write((db, wallMs) => beginEpoch(db, reason, wallMs, state.scope))
    // Durable already: nobody may ever count from below this again.
    writeHeads()
  }

  function beginEpoch(db: WritableDb, reason: EpochReason, wallMs: number, scope: string): readonly SealedEvent[] {
    const previous = state.epoch
    const body = previous ? { reason, previous } : { reason }
    const draft = { kind: 'console.epochStarted', entity: `console:${origin}`, body, base: [] } as const
    const epoch = nextEpoch(db, state, readHeadsFile(folder), random)
    writeSetting(db, 'epoch', epoch)
    writeSetting(db, EPOCH_PENDING, null)
    Object.assign(state, { epoch, scope, n: 0 })
    return scope === '' ? [] : writeEvents(db, state, [draft], { author: null }, wallMs)
  }

  function settleEpoch(): void {
    const pending = epochReason.safeParse(readSetting(connection.db, EPOCH_PENDING))
    if (pending.success) startEpoch(pending.data)
    else if (state.epoch === '') startEpoch('first')
    else if (headsAreAhead(readHeadsFile(folder), state)) startEpoch('headsAhead')
  }

  function afterCommit(events: readonly SealedEvent[], own: boolean): void {
    if (events.length === 0) return
    // Only our own writing moves our head.
    if (!headsPending && events.some(({ envelope }) => envelope.origin === origin)) {
      headsPending = true
      defer(writeHeads)
    }
    tellAll(listeners, {
      own,
      events: events.length,
      aggregates: new Set(events.map(({ envelope }) => aggregateOf(envelope.kind))),
      entities: new Set(events.map(({ envelope }) => envelope.entity)),
    })
  }

  function writeHeads(): void {
    headsPending = false
    try {
      writeHeadsFile(folder, { epoch: state.epoch, n: state.n })
    } catch {
      // A heads file that lags is harmless; the next commit writes it again.
    }
  }

  try {
    settleEpoch()
  } catch (error) {
    connection.close()
    throw error
  }
  return store
}

/** What listeners do with news that is durable already cannot make it undone. */
function tellAll<T>(listeners: ReadonlySet<(news: T) => void>, news: T): void {
  for (const listener of listeners) {
    try {
      listener(news)
    } catch (error) {
      console.error('[store] a listener failed', error)
    }
  }
}
