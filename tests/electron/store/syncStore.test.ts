import { describe } from 'vitest'
import { openStore } from '../../../electron/store/store.ts'
import { createSyncStore } from '../../../electron/store/syncStore.ts'
import { fromHex } from '../../../shared/protocol/hex.ts'
import { type ConsoleDisk, copyDisk } from '../../support/consoleDisk.ts'
import { makeFolder } from '../../support/deskFixture.ts'
import { createMemoryStore } from '../../support/memorySyncStore.ts'
import { describeSyncStore, type StoreUnderTest } from '../../support/syncStoreContract.ts'
import { createWorld } from '../../support/world.ts'

function real(folder: string): StoreUnderTest {
  const store = openStore({ folder, now: () => 1_800_000_000_000 })
  if (store.scope === '') store.setScope('360123101')
  return {
    store: createSyncStore(store),
    write(text) {
      const [event] = store.append([{ kind: 'log.entered', entity: `log:${text}`, body: { at: 1, text }, base: [] }], {
        author: null,
      })
      return event?.hash ?? ''
    },
    holds: (hash) =>
      store.db.prepare<[Uint8Array]>('SELECT 1 FROM event WHERE hash = ?').get(fromHex(hash)) !== undefined,
    reopen() {
      store.close()
      return real(folder)
    },
    close: () => store.close(),
  }
}

function inMemory(disk?: ConsoleDisk): StoreUnderTest {
  const world = createWorld(1)
  const store = createMemoryStore({
    origin: 'd-own',
    division: '360123101',
    random: world.random,
    now: world.clock.now,
    ...(disk && { disk }),
  })
  return {
    store,
    write: (text) => store.write(2, { text }),
    holds: store.holds,
    reopen: () => inMemory(copyDisk(store.disk)),
    close: () => undefined,
  }
}

describe('the store of the console as the engine sees it', () => describeSyncStore(() => real(makeFolder())))
describe('the store in memory as the engine sees it', () => describeSyncStore(() => inMemory()))
