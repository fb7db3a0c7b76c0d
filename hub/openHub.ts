import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freeBytes } from '../shared/node/freeBytes.ts'
import { createNarrowCodecs } from '../shared/node/narrowCodecs.ts'
import { openDatabase, type WritableDb } from '../shared/node/openDatabase.ts'
import { nodePrimitives } from '../shared/node/primitives.ts'
import { systemClock, systemRandom } from '../shared/node/systemPorts.ts'
import { createJsonCodec } from '../shared/protocol/frameCodec.ts'
import type { Cancel, Log } from '../shared/protocol/ports.ts'
import { createFileIndex } from './attachments/fileIndex.ts'
import { type FileRoom, openFileRoom } from './attachments/fileRoom.ts'
import { readAttachmentRules } from './attachments/readRules.ts'
import { createHubCore, type HubCore } from './core/hubCore.ts'
import type { HubPorts, HubStore } from './core/ports.ts'
import { openHubKey } from './store/hubKey.ts'
import { commitsOf, createHubStore } from './store/hubStore.ts'
import { readMarker, wasRestored, writeMarker } from './store/marker.ts'

/** A hub of one data folder, running without a socket. */
export interface OpenHub {
  readonly hubId: string
  /** The core now; null while the store is being opened again after a failure. */
  core(): HubCore | null
  store(): HubStore
  db(): WritableDb
  readonly ports: Omit<HubPorts, 'store' | 'onFailure'>
  /** Close it as well: it settles when what was received is on disk. */
  readonly files: FileRoom
  close(): void
}

/** A failed disk is asked again so often. */
const REOPEN_MS = 5_000
const MARK_MS = 1_000

/** Opens (or makes) the hub of a data folder. @throws {DatabaseError | HubStoreError} */
export function openHub(folder: string, log: Log): OpenHub {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const signer = openHubKey(folder)
  const codec = createJsonCodec(nodePrimitives)
  const { of: narrowCodec, warm } = createNarrowCodecs((file) => join(import.meta.dirname, '../resources', file))
  let db: WritableDb
  const rules = readAttachmentRules()
  const files = openFileRoom({
    folder: join(folder, 'attachments'),
    index: createFileIndex(() => db),
    maxBytes: rules.maxBytes,
    lowSpaceBytes: rules.lowSpaceBytes,
    freeBytes: () => freeBytes(folder),
    log,
  })
  const ports = {
    primitives: nodePrimitives,
    codec,
    narrowCodec,
    signer,
    clock: systemClock,
    random: systemRandom,
    log,
    files,
  }
  let store: HubStore
  let core: HubCore | null = null
  let cancelMark: Cancel | null = null
  let cancelReopen: Cancel | null = null

  function open(): void {
    db = openDatabase(join(folder, 'hub.db'))
    try {
      const isNew = Number(db.pragma('user_version', { simple: true })) === 0
      store = createHubStore(db, systemRandom)
      const restored = wasRestored(readMarker(folder), { hubEpoch: store.hubEpoch(), commits: commitsOf(db) }, isNew)
      core = createHubCore({ ...ports, store, onFailure: reopenLater })
      if (restored) {
        log.warn('hub.restored', { hubEpoch: store.hubEpoch() })
        core.restart()
      }
      mark()
    } catch (error) {
      db.close()
      throw error
    }
  }

  /** Whatever failed, nothing of it was acknowledged: a fresh connection to the database shows what is really held. */
  function reopenLater(): void {
    core = null
    cancelMark?.()
    cancelReopen = systemClock.after(REOPEN_MS, () => {
      try {
        db.close()
        open()
        log.info('hub.reopened')
      } catch (error) {
        log.error('hub.reopenFailed', { message: error instanceof Error ? error.message : String(error) })
        reopenLater()
      }
    })
  }

  function mark(): void {
    cancelMark?.()
    try {
      writeMarker(folder, { hubEpoch: store.hubEpoch(), commits: commitsOf(db) })
    } catch {
      // A marker that lags is harmless; the next second writes it again.
    }
    cancelMark = systemClock.after(MARK_MS, mark)
  }

  open()
  warm()
  return {
    hubId: requireCore(core).hubId,
    core: () => core,
    store: () => store,
    db: () => db,
    ports,
    files,
    close() {
      cancelReopen?.()
      core?.close()
      mark()
      cancelMark?.()
      db.close()
    },
  }
}

function requireCore(core: HubCore | null): HubCore {
  if (!core) throw new Error('the hub did not open')
  return core
}
