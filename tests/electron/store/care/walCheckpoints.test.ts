import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepWalShort } from '../../../../electron/store/care/walCheckpoints.ts'
import { openStore } from '../../../../electron/store/store.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'
import { waitFor } from '../../../support/waitFor.ts'

it('a thread copies the write-ahead log into the database file, and no commit has to', async () => {
  const folder = makeFolder()
  const store = openStore({ folder, now: () => START_MS })
  store.setScope('510124103')
  let written = 0
  const size = () => statSync(join(folder, 'duty.db')).size
  const write = (count: number) =>
    store.append(
      Array.from({ length: count }, () => ({
        kind: 'log.entered' as const,
        entity: `log-${++written}`,
        body: { at: START_MS, text: `第${written}条` },
        base: [],
      })),
      { author: null },
    )
  write(3_000)
  const before = size()
  const wal = keepWalShort(store)
  write(3_000)
  await waitFor(size, (now) => now > before)
  wal.close()
  expect(store.db.prepare('SELECT count(*) AS n FROM log_line').get()).toEqual({ n: 6_000 })
  store.close()
  removeFolder(folder)
})
