import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createKeeper } from '../../../../electron/store/care/keeper.ts'
import { openStore } from '../../../../electron/store/store.ts'
import { flipBit } from '../../../support/damage.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'

let folder: string
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  folder = makeFolder()
})
afterEach(() => {
  vi.restoreAllMocks()
  removeFolder(folder)
})
const open = () => openStore({ folder, now: () => START_MS })

it('goes on in a sound database also when the other files of the folder cannot be backed up', async () => {
  const written = open()
  written.setScope('510124103')
  // Behind the tail that is looked at when the folder is opened.
  for (const text of ['李家湾后山巡查正常', ...Array.from({ length: 100 }, (_, i) => `第${i}条`)])
    written.append([{ kind: 'log.entered', entity: `log-${text}`, body: { at: START_MS, text }, base: [] }], {
      author: null,
    })
  written.close()
  const path = join(folder, 'duty.db')
  flipBit(path, readFileSync(path).indexOf('"text":"李家湾') + 12)
  const store = open()
  const keeper = createKeeper({
    store,
    now: () => START_MS,
    timer: { after: () => () => undefined },
    onChange: () => undefined,
    onRebuilt: () => undefined,
    backUpFiles: () => Promise.reject(new Error('no room')),
    whileReplacing: (replace) => replace(),
  })
  await keeper.backUp()
  expect(readdirSync(join(folder, 'corrupt'))).toHaveLength(1)
  expect(keeper.health().conditions.map(({ kind }) => kind)).toContain('backupFailed')
  keeper.close()
  store.close()
})
