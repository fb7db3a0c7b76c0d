import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepWalShort } from '../../../../electron/store/care/walCheckpoints.ts'
import { openStore } from '../../../../electron/store/store.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'
import { waitFor } from '../../../support/waitFor.ts'

/** Another one each time the log is written from its beginning again. */
function saltOf(wal: string): string {
  const file = openSync(wal, 'r')
  const salt = Buffer.alloc(8)
  readSync(file, salt, 0, 8, 16)
  closeSync(file)
  return salt.toString('hex')
}

it('the log is written from its beginning again, and gets no longer', async () => {
  const folder = makeFolder()
  const store = openStore({ folder, now: () => START_MS })
  store.setScope('510124103')
  const path = join(folder, 'duty.db-wal')
  let written = 0
  const write = (count: number) => {
    const drafts = Array.from({ length: count }, () => {
      written += 1
      const body = { at: START_MS, text: `第${written}条` }
      return { kind: 'log.entered' as const, entity: `log-${written}`, body, base: [] }
    })
    store.append(drafts, { author: null })
  }
  const wal = keepWalShort(store)
  const sizes: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const before = saltOf(path)
    write(2_600)
    // The next act after it was copied begins anew; until then each goes behind the one before.
    await waitFor(
      () => {
        write(1)
        return saltOf(path)
      },
      (salt) => salt !== before,
    )
    sizes.push(statSync(path).size)
  }
  wal.close()
  // As long as one round of writing, however many there were: the pages of the file are used again.
  expect(sizes[2]).toBeLessThan(2 * (sizes[0] ?? 0))
  expect(store.db.prepare('SELECT count(*) AS n FROM log_line').get()).toEqual({ n: written })
  store.close()
  removeFolder(folder)
})

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
