import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lengthen } from '../../../../electron/store/care/walRoom.ts'
import { openStore, type Store } from '../../../../electron/store/store.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'

const MB = 1024 * 1024

let folder: string
let store: Store
let written: number

beforeEach(() => {
  folder = makeFolder()
  store = openStore({ folder, now: () => START_MS })
  store.setScope('510124103')
  written = 0
})
afterEach(() => {
  if (store.db.open) store.close()
  removeFolder(folder)
})

function write(acts: number): void {
  for (let act = 0; act < acts; act += 1) {
    written += 1
    const body = { at: START_MS, text: `第${written}条` }
    store.append([{ kind: 'log.entered', entity: `log-${written}`, body, base: [] }], { author: null })
  }
}

const wal = () => join(folder, 'duty.db-wal')
const size = () => statSync(wal()).size
const lengthenOnce = () => new Promise<boolean>((done) => lengthen(wal(), done))
async function lengthenFully(): Promise<number> {
  let steps = 1
  while (await lengthenOnce()) steps += 1
  return steps
}

test('gets its room step by step, and acts then leave its length as it is', async () => {
  write(3)
  const before = size()
  expect(await lengthenOnce()).toBe(true)
  expect(size()).toBe(before + MB)
  await lengthenFully()
  const full = size()
  expect(full).toBeGreaterThanOrEqual(12 * MB)
  expect(await lengthenOnce()).toBe(false)
  write(40)
  expect(size()).toBe(full)
})

test('what was recorded before, between and after is there when the process dies', async () => {
  write(5)
  await lengthenOnce()
  write(5)
  await lengthenFully()
  write(5)
  const left = makeFolder()
  for (const name of ['duty.db', 'duty.db-wal', 'device.json', 'heads.json'])
    copyFileSync(join(folder, name), join(left, name))
  const again = openStore({ folder: left, now: () => START_MS })
  expect(again.epoch).toBe(store.epoch)
  expect(again.db.prepare("SELECT count(*) AS n FROM event WHERE kind = 'log.entered'").get()).toEqual({ n: 15 })
  again.close()
  removeFolder(left)
})

test('an empty file is left alone: it is not the database’s yet', async () => {
  const path = join(folder, 'empty-wal')
  writeFileSync(path, '')
  expect(await new Promise((done) => lengthen(path, done))).toBe(false)
  expect(statSync(path).size).toBe(0)
})
