import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepLinkHistory, type LinkSeen, wayOf } from '../../../electron/links/linkHistory.ts'
import { readLinkSpells } from '../../../electron/store/repositories/linkSpells.ts'
import type { Store } from '../../../electron/store/store.ts'
import { StoreError } from '../../../electron/store/storeError.ts'
import type { Clock } from '../../../shared/protocol/ports.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { silentLog } from '../../support/silentLog.ts'
import { removeFolder } from '../../support/storeFixture.ts'

const UP = { state: 'up', reason: 'answering', carries: [0, 1, 2] } as const
const broadband: LinkSeen = { ...UP, kind: 'broadband' }
const satellite: LinkSeen = { ...UP, kind: 'satellite' }
const cut: LinkSeen = { kind: 'broadband', state: 'down', reason: 'lost', carries: [] }
const resting: LinkSeen = { kind: 'satellite', state: 'down', reason: 'standby', carries: [] }

it('names the way by what carries, and a satellite that rests is one', () => {
  expect([null, [], [cut], [cut, satellite], [cut, resting], [broadband, satellite]].map(wayOf)).toEqual([
    null,
    'none',
    'none',
    'satellite',
    'satellite',
    'wide',
  ])
  // Up but held back: the satellite is what carries.
  expect(wayOf([{ ...broadband, carries: [] }, satellite])).toBe('satellite')
})

const SECOND = 1000
let test: TestDesk
let pending: { at: number; run: () => void } | null
let elapsed: number
let links: readonly LinkSeen[] | null
beforeEach(() => {
  test = openTestDesk()
  pending = null
  elapsed = 0
  links = [broadband]
})
afterEach(async () => {
  await test.desk.close()
  removeFolder(test.folder)
})

/** Stands still until `pass`. */
const clock: Clock = {
  now: () => test.clock.now(),
  monotonic: () => elapsed,
  after(ms, run) {
    pending = { at: elapsed + ms, run }
    return () => {
      pending = null
    }
  },
  defer: (run) => run(),
}

function pass(seconds: number, seen: typeof links = links): void {
  links = seen
  const end = elapsed + seconds * SECOND
  while (pending && pending.at <= end) {
    const { at, run } = pending
    test.clock.advance(at - elapsed)
    elapsed = at
    pending = null
    run()
  }
  test.clock.advance(end - elapsed)
  elapsed = end
}

const begin = () => keepLinkHistory({ store: test.desk.store, clock, log: silentLog, look: () => links })
/** In seconds after the start. */
const spells = (start: number) =>
  readLinkSpells(test.desk.store.db, 0, Number.MAX_SAFE_INTEGER).map(({ way, from, until }) => [
    way,
    (from - start) / SECOND,
    (until - start) / SECOND,
  ])

it('writes down every spell, from when it was first seen, and none for a link that blinks', () => {
  const start = clock.now()
  const end = begin()
  pass(101)
  pass(10, [cut])
  pass(89, [broadband])
  pass(100, [cut])
  pass(100, [cut, satellite])
  end()
  expect(spells(start)).toEqual([
    ['wide', 0, 205],
    ['none', 205, 305],
    ['satellite', 305, 400],
  ])
})

it('leaves a gap where nobody looked: the program was off, or it lost its power', () => {
  const start = clock.now()
  begin()
  pass(100)
  // Power cut: nothing ends it. What is known is at most a minute old.
  pending = null
  pass(1000)
  const end = begin()
  pass(50)
  end()
  expect(spells(start)).toEqual([
    ['wide', 0, 75],
    ['wide', 1100, 1150],
  ])
})

it('leaves a gap where the computer slept: its timers stood still', () => {
  const start = clock.now()
  const end = begin()
  pass(100)
  test.clock.advance(3600 * SECOND)
  pass(100)
  end()
  expect(spells(start)).toEqual([
    ['wide', 0, 100],
    ['wide', 3705, 3800],
  ])
})

it('goes on in a database that does not hold the spell: one from a backup', () => {
  const start = clock.now()
  const end = begin()
  pass(100)
  test.desk.store.writeLocal((db) => db.prepare('DELETE FROM link_spell').run())
  pass(100)
  end()
  expect(spells(start)).toEqual([['wide', 75, 200]])
})

it('leaves a disk that does not take it alone for some minutes, and claims nothing of them', () => {
  const { store } = test.desk
  let refusing = false
  let refused = 0
  const writeLocal: Store['writeLocal'] = (task) => {
    if (!refusing) return store.writeLocal(task)
    refused += 1
    throw new StoreError('full')
  }
  const start = clock.now()
  const end = keepLinkHistory({ store: { writeLocal }, clock, log: silentLog, look: () => links })
  pass(100)
  refusing = true
  pass(300)
  expect(refused).toBe(1)
  refusing = false
  pass(300)
  end()
  expect(spells(start)).toEqual([
    ['wide', 0, 75],
    ['wide', 435, 700],
  ])
})

it('says nothing while there is no county', () => {
  links = null
  const start = clock.now()
  const end = begin()
  pass(100)
  end()
  expect(spells(start)).toEqual([])
})

it('begins anew when the clock was set back', () => {
  const start = clock.now()
  const end = begin()
  pass(100)
  test.clock.advance(-50 * SECOND)
  pass(60)
  end()
  const found = spells(start)
  expect(found.map(([way]) => way)).toEqual(['wide', 'wide'])
  expect(found.every(([, from, until]) => Number(from) <= Number(until))).toBe(true)
})
