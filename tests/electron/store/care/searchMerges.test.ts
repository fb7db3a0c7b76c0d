import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepSearchQuick } from '../../../../electron/store/care/searchMerges.ts'
import { openStore, type Store } from '../../../../electron/store/store.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'
import { createWorld } from '../../../support/world.ts'

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
  store.close()
  removeFolder(folder)
})

function write(acts: number): void {
  for (let act = 0; act < acts; act += 1) {
    written += 1
    const body = { at: START_MS, text: `第${written}号巡查，水位上涨，编号${written}` }
    store.append([{ kind: 'log.entered', entity: `log-${written}`, body, base: [] }], { author: null })
  }
}

/** Parts of the index, each of which a search has to look into. */
const parts = () =>
  store.db.prepare<[], { n: number }>('SELECT count(DISTINCT segid) AS n FROM search_idx').get()?.n ?? 0
const found = (word: string) =>
  store.db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM search WHERE search MATCH ?').get(word)?.n

describe('the search index', () => {
  test('is not joined inside an act, and stays bounded when nobody joins it', () => {
    write(150)
    expect(parts()).toBe(150)
    write(150)
    expect(parts()).toBeLessThan(200)
    expect([found('"巡查"'), found('"编号"'), found('"299"*')]).toEqual([300, 300, 1])
  })

  test('is joined once the person pauses, not before', () => {
    const world = createWorld(1)
    const keep = keepSearchQuick(store, world.clock)
    write(60)
    world.advance(999)
    expect(parts()).toBe(60)
    write(1)
    world.advance(999)
    expect(parts()).toBe(61)
    world.advance(1)
    expect(parts()).toBeLessThan(16)
    expect([found('"巡查"'), found('"60"*')]).toEqual([61, 1])
    keep.close()
  })

  test('is joined after a hundred acts although they never pause', () => {
    const world = createWorld(1)
    const keep = keepSearchQuick(store, world.clock)
    for (let act = 0; act < 99; act += 1) {
      write(1)
      world.advance(100)
    }
    expect(parts()).toBe(99)
    for (let act = 0; act < 20; act += 1) {
      write(1)
      world.advance(100)
    }
    expect(parts()).toBeLessThan(40)
    keep.close()
  })

  test('is joined right away while records of others come in', () => {
    const elsewhere = makeFolder()
    const other = openStore({ folder: elsewhere, now: () => START_MS })
    other.setScope('510124103')
    const batches = Array.from({ length: 40 }, (_, index) => {
      const body = { at: START_MS, text: `上坪村停电${index}` }
      return other.append([{ kind: 'log.entered', entity: `log-other${index}`, body, base: [] }], { author: null })
    })
    other.close()
    removeFolder(elsewhere)
    const world = createWorld(1)
    const keep = keepSearchQuick(store, world.clock)
    for (const batch of batches) {
      store.applyRemote(batch)
      world.advance(0)
    }
    expect(parts()).toBeLessThan(16)
    expect(found('"停电"')).toBe(40)
    keep.close()
  })

  test('is left alone once the keeper is gone', () => {
    const world = createWorld(1)
    const keep = keepSearchQuick(store, world.clock)
    write(20)
    keep.close()
    write(20)
    world.advance(10_000)
    expect(parts()).toBe(40)
  })
})
