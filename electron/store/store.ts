import { accessSync, constants, mkdirSync } from 'node:fs'
import type { EpochReason } from '../../shared/domain/console/events.ts'
import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import { systemClock, systemRandom } from '../../shared/node/systemPorts.ts'
import type { ClockQuality, SealedEvent } from '../../shared/protocol/envelope.ts'
import type { Clock, Random } from '../../shared/protocol/ports.ts'
import type { Signer } from '../../shared/protocol/primitives.ts'
import { openDevice } from './device.ts'
import type { DrillViews } from './drill/drillViews.ts'
import { makeStore } from './makeStore.ts'
import { openFolder } from './openFolder.ts'
import type { ChosenBackup } from './recovery/replaceDatabase.ts'
import type { Applied } from './remote.ts'
import { openReserve, type Reserve } from './reserve.ts'
import { asStoreError, StoreError, type StoreErrorReason } from './storeError.ts'
import type { AnyDraft, WriteContext } from './writer.ts'

export interface StoreOptions {
  /** Data folder; made when missing. */
  readonly folder: string
  /** Wall clock, ms since 1970. */
  readonly now: () => number
  /** Names new epochs; the system's unless said otherwise. */
  readonly random?: Pick<Random, 'bytes'>
  /** Runs after the present turn; the system's unless said otherwise. */
  readonly defer?: Clock['defer']
  /** Longest log, in events, whose projections may be rebuilt in this thread after an upgrade; any when absent. */
  readonly longestRebuild?: number | undefined
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
  /** The same log as a drill sees it. */
  readonly drills: Pick<DrillViews, 'all' | 'of'>
  /** Another number after every commit: what was read under the same one is still so. */
  readonly version: number
  readonly reserve: Reserve
  /** The clock that events are written by, ms since 1970. */
  now(): number
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
  /**
   * Told when another database was put in the place of the present one, in the middle of whatever found it damaged: listeners act
   * later. @returns a function that ends the subscription.
   */
  onReplaced(listener: () => void): () => void
  /** The file was found damaged: keeps it aside and goes on with another one, in a new epoch. @throws {StoreError} */
  replaceDamaged(): void
  /** A person wants this backup instead: keeps the file aside, goes on in a new epoch. @throws {StoreError} */
  restore(backup: ChosenBackup): void
  close(): void
}

/**
 * Opens the log of a data folder; a damaged one is kept aside and replaced.
 * @throws {StoreError}
 * @throws {LongRebuild} see `longestRebuild`.
 */
export function openStore(options: StoreOptions): Store {
  const { folder, now, random = systemRandom, defer = systemClock.defer, longestRebuild } = options
  const open = () => {
    try {
      // Names and telephone numbers of a whole township: another user of this computer has no business in it.
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // SQLite would only say that it cannot open the file.
      accessSync(folder, constants.W_OK)
      return makeStore(
        openFolder(folder, now, longestRebuild === undefined ? {} : { longest: longestRebuild }),
        openDevice(folder),
        { folder, now, random, defer },
      )
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
