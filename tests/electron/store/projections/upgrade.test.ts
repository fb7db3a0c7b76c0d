import { afterEach, beforeEach, expect, it } from 'vitest'
import { openConsole } from '../../../../electron/ipc/openConsole.ts'
import { parseConsoleOptions } from '../../../../electron/options.ts'
import { bareShell } from '../../../../electron/shellHost.ts'
import { upgradeFolder } from '../../../../electron/store/projections/upgradeFolder.ts'
import { LongRebuild, type RebuildProgress } from '../../../../electron/store/projections/upToDate.ts'
import { readSetting, writeSetting } from '../../../../electron/store/settings.ts'
import { openStore } from '../../../../electron/store/store.ts'
import { digestShown, makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'

const EVENTS = 2_500
const now = () => START_MS
let folder: string

/** A log of an older version: what is shown was made by other rules, and one table of it is missing lines. */
function makeOldLog(): Readonly<Record<string, string>> {
  const store = openStore({ folder, now })
  store.setScope('510124103')
  const drafts = Array.from({ length: EVENTS }, (_, index) => ({
    kind: 'log.entered' as const,
    entity: `log:${index}`,
    body: { at: START_MS + index, text: `第 ${index} 条` },
    base: [],
  }))
  store.append(drafts, { author: null })
  const shown = digestShown(store.db)
  store.writeLocal((db) => {
    writeSetting(db, 'projections', 'older')
    db.prepare('DELETE FROM mention').run()
  })
  store.close()
  return shown
}

beforeEach(() => {
  folder = makeFolder()
})
afterEach(() => removeFolder(folder))

it('is refused to a thread that may not do so much, and leaves everything as it was', () => {
  makeOldLog()
  expect(() => openStore({ folder, now, longestRebuild: EVENTS - 1 })).toThrow(LongRebuild)
  const store = openStore({ folder, now, longestRebuild: EVENTS })
  expect(readSetting(store.db, 'projections')).not.toBe('older')
  store.close()
})

it('is done in a thread of its own, and comes to what the rules of this version say', async () => {
  const shown = makeOldLog()
  const told: RebuildProgress[] = []
  await upgradeFolder(folder, (progress) => told.push(progress))
  expect(told.length).toBeGreaterThan(4)
  expect(told.at(-1)?.done).toBe(told.at(-1)?.total)
  const store = openStore({ folder, now, longestRebuild: 0 })
  expect(digestShown(store.db)).toEqual(shown)
  store.close()
})

it('happens by itself at the first start after an upgrade', async () => {
  makeOldLog()
  const told: RebuildProgress[] = []
  const desk = await openConsole(folder, parseConsoleOptions([]), {}, bareShell, (progress) => told.push(progress))
  await desk.close()
  expect(told.length).toBeGreaterThan(4)
  const store = openStore({ folder, now, longestRebuild: 0 })
  const unlisted = store.db.prepare('SELECT count(*) AS n FROM event WHERE id NOT IN (SELECT event_id FROM mention)')
  expect(unlisted.get()).toEqual({ n: 0 })
  store.close()
})
