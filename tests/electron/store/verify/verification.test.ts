import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signCheckpoint } from '../../../../electron/store/care/checkpoints.ts'
import { createVerification } from '../../../../electron/store/care/verification.ts'
import { projectionTables } from '../../../../electron/store/projections/registry.ts'
import { applyRemoteEvents } from '../../../../electron/store/remote.ts'
import { writeSetting } from '../../../../electron/store/settings.ts'
import { openStore, type Store } from '../../../../electron/store/store.ts'
import { createSyncStore } from '../../../../electron/store/syncStore.ts'
import type { VerifyReport } from '../../../../shared/ipc/store.ts'
import { openDatabase } from '../../../../shared/node/openDatabase.ts'
import { generateSeed, nodePrimitives, signerFromSeed } from '../../../../shared/node/primitives.ts'
import { countersignBytes } from '../../../../shared/protocol/checkpoint.ts'
import { toHex } from '../../../../shared/protocol/hex.ts'
import { originOf } from '../../../../shared/protocol/identity.ts'
import { otherDevice } from '../../../support/chains.ts'
import { flipBit } from '../../../support/damage.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'

const hub = signerFromSeed(generateSeed())
const hubId = originOf(hub.publicKey, 'county', nodePrimitives)
let folder: string
let store: Store
beforeEach(() => {
  folder = makeFolder()
  open()
  store.setScope('510124103')
})
afterEach(() => {
  store.close()
  removeFolder(folder)
})

function open(): void {
  store = openStore({ folder, now: () => START_MS })
}
function enter(from: number, to: number): void {
  for (let i = from; i <= to; i += 1) {
    store.append(
      [{ kind: 'log.entered', entity: `log-${i}`, body: { at: START_MS, text: `第${i}条记录` }, base: [] }],
      {
        author: null,
      },
    )
  }
}
/** The hub’s signature under everything signed so far. */
function countersign(signer = hub): void {
  const sync = createSyncStore(store)
  const checkpoint = sync.currentCheckpoint()
  const bytes = countersignBytes(checkpoint, hubId, '1-hub', START_MS, nodePrimitives)
  sync.saveCountersignature(checkpoint, { hubId, hubEpoch: '1-hub', at: START_MS, signature: signer.sign(bytes) })
}
function pinHub(): void {
  store.writeLocal((db) => writeSetting(db, 'hubPin', { hubId, publicKey: toHex(hub.publicKey), hubEpoch: '1-hub' }))
}
/** Changes one letter of a record in the file itself. */
function alter(text: string): void {
  store.close()
  const path = join(folder, 'duty.db')
  const at = readFileSync(path).indexOf(`"text":"${text}`)
  if (at < 0) throw new Error('not in the file')
  flipBit(path, at + 10)
  open()
}
function verify(): Promise<VerifyReport> {
  return new Promise((done, fail) => {
    const stages: string[] = []
    const verification = createVerification(
      store,
      () => START_MS,
      () => {
        const state = verification.state()
        if (state.state === 'running') stages.push(state.stage)
        else if (state.last) done(state.last)
        else fail(new Error(`no report after ${stages.join()}`))
      },
    )
    verification.start()
  })
}

describe('the self-check', () => {
  it('tells three stretches: countersigned by the county, signed by this device, unwitnessed', async () => {
    pinHub()
    enter(1, 5)
    signCheckpoint(store)
    countersign()
    enter(6, 8)
    signCheckpoint(store)
    enter(9, 10)
    store.applyRemote([otherDevice().enter('log-x', '别处')])
    expect(await verify()).toMatchObject({
      events: 11,
      own: [{ epoch: store.epoch, lane: 2, seq: 10, signed: 8, countersigned: 5 }],
      others: { origins: 1, events: 1 },
      holes: 0,
      bad: [],
      badCount: 0,
      badSignatures: 0,
      different: [],
      structure: 'sound',
    })
  })

  it('does not believe a countersignature of another key, nor one of a hub this console never met', async () => {
    enter(1, 3)
    signCheckpoint(store)
    countersign(signerFromSeed(generateSeed()))
    expect((await verify()).own[0]).toMatchObject({ signed: 3, countersigned: 0 })
    pinHub()
    expect(await verify()).toMatchObject({ own: [{ signed: 3, countersigned: 0 }], badSignatures: 1 })
  })

  it('names a record that was altered, and everything on screen that no longer follows', async () => {
    enter(1, 120)
    alter('第30条')
    const report = await verify()
    expect(report.bad).toEqual([{ origin: store.origin, epoch: store.epoch, lane: 2, seq: 30, what: 'altered' }])
    expect(report.different).toContain('entity_state')
  })

  it('finds a history that was rewritten with all hashes made to fit, by what was signed before', async () => {
    enter(1, 3)
    signCheckpoint(store)
    // Somebody with the file and this program, but without the device's key.
    const forger = otherDevice(store.origin, store.epoch)
    const forged = [1, 2, 3].map((i) => forger.enter(`log-${i}`, `改过的第${i}条`))
    store.close()
    const raw = openDatabase(join(folder, 'duty.db'))
    raw.pragma('foreign_keys = OFF')
    raw.exec('DROP TRIGGER event_no_delete; DELETE FROM event; DELETE FROM chain_head')
    for (const table of projectionTables()) raw.exec(`DELETE FROM ${table}`)
    raw.exec(`INSERT INTO search (search) VALUES ('delete-all')`)
    applyRemoteEvents(raw, forged, START_MS)
    raw.close()
    open()
    const report = await verify()
    expect(report).toMatchObject({ different: [], structure: 'sound', own: [{ seq: 3, signed: 0 }] })
    expect(report.bad).toEqual([{ origin: store.origin, epoch: store.epoch, lane: 2, seq: 3, what: 'signature' }])
  })

  it('finds a row on screen that nothing in the log says', async () => {
    enter(1, 3)
    store.writeLocal((db) =>
      db.prepare(`UPDATE entity_state SET state = replace(state, '第2条', '第9条') WHERE entity = 'log-2'`).run(),
    )
    store.writeLocal((db) => db.prepare(`INSERT INTO search (rowid, text) VALUES (999, '伪造')`).run())
    expect((await verify()).different).toEqual(['entity_state', 'search'])
  })

  it('tells a hole in another console’s chain from a break', async () => {
    const device = otherDevice()
    const [first, , third] = [1, 2, 3].map((i) => device.enter(`log-o${i}`, String(i)))
    if (first && third) store.applyRemote([first, third])
    expect(await verify()).toMatchObject({ holes: 1, bad: [] })
  })

  it('can be stopped, and leaves nothing behind', async () => {
    enter(1, 50)
    const verification = createVerification(
      store,
      () => START_MS,
      () => undefined,
    )
    verification.start()
    expect(verification.state().state).toBe('running')
    verification.cancel()
    expect(verification.state()).toEqual({ state: 'idle', last: null, failed: false })
    expect((await verify()).events).toBe(50)
  })

  it('works while records keep coming in', async () => {
    enter(1, 200)
    let next = 201
    const timer = setInterval(() => {
      enter(next, next)
      next += 1
    }, 1)
    const report = await verify()
    clearInterval(timer)
    expect(report).toMatchObject({ bad: [], different: [], structure: 'sound' })
  })
})
