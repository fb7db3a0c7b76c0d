import { z } from 'zod'
import { EPOCH_REASONS, type EpochReason } from '../../shared/domain/console/events.ts'
import { aggregateOf } from '../../shared/domain/kinds.ts'
import type { WritableDb } from '../../shared/node/openDatabase.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import { followHlc } from '../../shared/protocol/hlc.ts'
import { createConnection } from './connection.ts'
import type { Device } from './device.ts'
import { createDrillViews } from './drill/drillViews.ts'
import { readHeadsFile, writeHeadsFile } from './headsFile.ts'
import { createListeners } from './listeners.ts'
import { openAgain } from './openFolder.ts'
import { EPOCH_PENDING, readReplacements } from './recovery/replaceDatabase.ts'
import { applyRemoteEvents } from './remote.ts'
import { openReserve } from './reserve.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Change, Store, StoreOptions } from './store.ts'
import type { StoreErrorReason } from './storeError.ts'
import { reissueEvents, writeEvents } from './writer.ts'
import { headsAreAhead, latestHlc, nextEpoch, readWriterState } from './writerState.ts'

const epochReason = z.enum(EPOCH_REASONS)

/** The log over its folder's open database. @throws {StoreError} when the first epoch cannot be begun. */
export function makeStore(
  first: WritableDb,
  { origin, signer }: Device,
  { folder, now, random, defer }: Required<Omit<StoreOptions, 'longestRebuild'>>,
): Store {
  const changes = createListeners<Change>()
  const troubles = createListeners<StoreErrorReason>()
  const replacements = createListeners<undefined>()
  const reserve = openReserve(folder)
  const drills = createDrillViews(folder)
  const connection = createConnection(first, {
    reserve,
    open(after) {
      // Whatever else holds the file keeps it from being moved aside.
      drills.drop()
      return openAgain(folder, now, after)
    },
    onReopened(db) {
      openings += 1
      const { clockQuality, hlc } = state
      const found = readWriterState(db, origin, now())
      Object.assign(state, found, { clockQuality, hlc: latestHlc([hlc, found.hlc]) })
      const putAside = lastPutAside(db)
      if (putAside !== putAsideLast) replacements.tell(undefined)
      putAsideLast = putAside
      settleEpoch()
    },
    onTrouble: troubles.tell,
  })
  const state = readWriterState(first, origin, now())
  let headsPending = false
  /** How often another database came to stand behind the connection. */
  let openings = 0
  let putAsideLast = lastPutAside(first)

  const store: Store = {
    folder,
    origin,
    signer,
    reserve,
    now,
    db: connection.db,
    drills,
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
        return writeEvents(db, state, drafts, context, wallMs, drills.tipsOf)
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
        return [...started, ...again, ...writeEvents(db, state, drafts, context, wallMs, drills.tipsOf)]
      })
      writeHeads()
    },
    setClockQuality(quality) {
      state.clockQuality = quality
    },
    startEpoch,
    onChange: changes.add,
    onTrouble: troubles.add,
    onReplaced: replacements.add,
    replaceDamaged: connection.replaceDamaged,
    restore: connection.restore,
    close() {
      drills.drop()
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
    return scope === '' ? [] : writeEvents(db, state, [draft], { author: null }, wallMs, drills.tipsOf)
  }

  function settleEpoch(): void {
    const pending = epochReason.safeParse(readSetting(connection.db, EPOCH_PENDING))
    if (pending.success) startEpoch(pending.data)
    else if (state.epoch === '') startEpoch('first')
    else if (headsAreAhead(readHeadsFile(folder), state)) startEpoch('headsAhead')
  }

  function afterCommit(events: readonly SealedEvent[], own: boolean): void {
    if (events.length === 0) return
    drills.take(events)
    // Only our own writing moves our head.
    if (!headsPending && events.some(({ envelope }) => envelope.origin === origin)) {
      headsPending = true
      defer(writeHeads)
    }
    changes.tell({
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

/** Which file was put aside last: another one after every replacement, whatever the backup remembers that it went on from. */
function lastPutAside(db: WritableDb): string | undefined {
  return readReplacements(db)[0]?.keptIn
}
