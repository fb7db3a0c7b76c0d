import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listBackups } from '../../../../electron/store/backup/backupFiles.ts'
import { backUpBeforeMigration } from '../../../../electron/store/backup/beforeMigration.ts'
import { createBackups } from '../../../../electron/store/care/backups.ts'
import { migrations } from '../../../../electron/store/migrations/migrations.ts'
import { openStore, type Store } from '../../../../electron/store/store.ts'
import { openDatabase, openReadOnly } from '../../../../shared/node/openDatabase.ts'
import { flipBit } from '../../../support/damage.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = makeFolder()
  store = openStore({ folder, now: () => START_MS })
  store.setScope('510124103')
})
afterEach(() => {
  store.close()
  removeFolder(folder)
})
const enter = (text: string) =>
  store.append([{ kind: 'log.entered', entity: `log-${text}`, body: { at: START_MS, text }, base: [] }], {
    author: null,
  })

it('a backup is one file that holds everything, and is due again only after something was written', async () => {
  const backups = createBackups(store, () => START_MS)
  enter('一')
  expect(backups.isDue()).toBe(true)
  expect(await backups.take()).toBe('kept')
  expect(backups.isDue()).toBe(false)
  enter('二')
  expect(backups.isDue()).toBe(true)
  expect(readdirSync(join(folder, 'backups'))).toEqual(['duty-20260714-0240.db'])
  const copy = openReadOnly(join(folder, 'backups', 'duty-20260714-0240.db'))
  expect(copy.prepare('SELECT entity FROM event').all()).toEqual([{ entity: 'log-一' }])
  copy.close()
})

it('two wishes at once are one backup, and one that was stopped leaves none that counts', async () => {
  const backups = createBackups(store, () => START_MS)
  enter('一')
  expect(await Promise.all([backups.take(), backups.take()])).toEqual(['kept', 'kept'])
  const stopped = createBackups(store, () => START_MS + 60_000)
  stopped.take().catch(() => undefined)
  stopped.close()
  expect(listBackups(folder)).toHaveLength(1)
})

it('one taken after the clock went back is kept, and is the newest there is', async () => {
  for (let hour = 0; hour < 6; hour += 1) {
    enter(`${hour}时`)
    await createBackups(store, () => START_MS + hour * 3_600_000).take()
  }
  const back = Date.UTC(2020, 0, 1)
  enter('电池没电')
  expect(await createBackups(store, () => back).take()).toBe('kept')
  const [newest] = listBackups(folder)
  expect(newest).toMatchObject({ atMs: back, turn: 1 })
  const copy = openReadOnly(newest?.path ?? '')
  expect(copy.prepare("SELECT count(*) AS n FROM event WHERE entity = 'log-电池没电'").get()).toEqual({ n: 1 })
  copy.close()
})

it('what no longer hashes to what it should is not kept as a backup', async () => {
  enter('李家湾后山巡查正常')
  // Behind the tail that is looked at when the folder is opened.
  for (let i = 0; i < 100; i += 1) enter(`第${i}条`)
  store.close()
  const path = join(folder, 'duty.db')
  flipBit(path, readFileSync(path).indexOf('"text":"李家湾') + 12)
  store = openStore({ folder, now: () => START_MS })
  expect(await createBackups(store, () => START_MS).take()).toBe('damaged')
  expect(listBackups(folder)).toEqual([])
})

it('an upgrade is preceded by a backup that holds everything', () => {
  enter('一')
  store.close()
  const db = openDatabase(join(folder, 'duty.db'))
  backUpBeforeMigration(db, folder)
  db.close()
  const [name = ''] = readdirSync(join(folder, 'backups'))
  expect(name).toBe(`before-version-${migrations.length + 1}.db`)
  const copy = openReadOnly(join(folder, 'backups', name))
  expect(copy.prepare('SELECT entity FROM event').all()).toEqual([{ entity: 'log-一' }])
  copy.close()
  store = openStore({ folder, now: () => START_MS })
})
