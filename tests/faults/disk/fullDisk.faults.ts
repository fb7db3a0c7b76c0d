import { spawnSync } from 'node:child_process'
import { appendFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchConditions } from '../../../electron/store/care/conditions.ts'
import { openStore, type Store } from '../../../electron/store/store.ts'
import { StoreError } from '../../../electron/store/storeError.ts'
import { describeWithRamDisk, mountRamDisk, type RamDisk } from '../../support/ramDisk.ts'
import { makeFolder, removeFolder } from '../../support/storeFixture.ts'
import { checkFolder, readSaid } from './checkFolder.ts'

const MB = 1024 * 1024
const author = { person: 'person-1', name: '张伟', role: 'dutyOfficer' }
let next = 0

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => void vi.restoreAllMocks())

/** Writes one entry. @returns its hash, or the code of the refusal. */
function enter(store: Store): { hash: string } | { refused: string } {
  next += 1
  const body = { at: 1, text: `第${next}条，${'李家湾后山巡查正常'.repeat(50)}` }
  try {
    const [sealed] = store.append([{ kind: 'log.entered', entity: `log-${next}`, body, base: [] }], { author })
    return { hash: sealed?.hash ?? '' }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { refused: error.code }
  }
}

/** Writes until a refusal. */
function enterUntilRefused(store: Store, acked: string[]): string {
  for (;;) {
    const outcome = enter(store)
    if ('refused' in outcome) return outcome.refused
    acked.push(outcome.hash)
  }
}

/** Leaves so many bytes free. */
function fillUp(folder: string, leave = 0): void {
  const junk = join(folder, 'somebody-elses-file')
  writeFileSync(junk, '')
  for (;;) {
    const { bavail, bsize } = statfsSync(folder)
    const room = bavail * bsize - leave
    if (room <= 0) return
    try {
      appendFileSync(junk, Buffer.alloc(Math.min(room, MB)))
    } catch {
      return
    }
  }
}

describeWithRamDisk('a full disk', () => {
  let disk: RamDisk
  beforeEach(() => {
    disk = mountRamDisk(60)
  })
  afterEach(() => disk.remove())
  const open = () => {
    const store = openStore({ folder: disk.folder, now: Date.now })
    if (store.scope === '') store.setScope('360998103')
    return store
  }

  it('is first met with the reserve, then with a clear refusal; with room again, writing goes on', async () => {
    const store = open()
    writeFileSync(join(disk.folder, 'reserve'), Buffer.alloc(32 * MB))
    const conditions = watchConditions(store, Date.now, () => undefined)
    const kinds = () => conditions.list().map(({ kind }) => kind)
    const acked: string[] = []
    fillUp(disk.folder, 2 * MB)
    expect(kinds()).toEqual(['low'])
    while (store.reserve.state() === 'kept') {
      const outcome = enter(store)
      if ('refused' in outcome) throw new Error(`refused with the reserve there: ${outcome.refused}`)
      acked.push(outcome.hash)
    }
    expect(kinds()).toEqual(['reserveUsed'])
    fillUp(disk.folder)
    expect(enterUntilRefused(store, acked)).toBe('store.full')
    expect(enter(store)).toEqual({ refused: 'store.full' })
    expect(kinds()).toEqual(['full'])
    expect(store.db.prepare('SELECT count(*) AS n FROM log_line').get()).toEqual({ n: acked.length })
    rmSync(join(disk.folder, 'somebody-elses-file'))
    const after = enter(store)
    if ('hash' in after) acked.push(after.hash)
    expect(after).toHaveProperty('hash')
    expect(kinds()).not.toContain('full')
    store.close()
    expect(await checkFolder(disk.folder, { acked })).toBe(acked.length)
  })

  it('before the start gives up the reserve, so that the console opens and writes', () => {
    const before = open()
    const acked: string[] = []
    const first = enter(before)
    if ('hash' in first) acked.push(first.hash)
    before.close()
    writeFileSync(join(disk.folder, 'reserve'), Buffer.alloc(32 * MB))
    fillUp(disk.folder)
    const store = open()
    const outcome = enter(store)
    expect(outcome).toHaveProperty('hash')
    expect(store.reserve.state()).toBe('released')
    store.close()
  })

  it('without a reserve is told in a word at the start', () => {
    open().close()
    fillUp(disk.folder)
    let code = 'opened'
    try {
      open().close()
    } catch (error) {
      code = error instanceof StoreError ? error.code : String(error)
    }
    // Opening an existing log needs almost nothing; where it does not get even that, the reason is named.
    expect(['opened', 'store.full']).toContain(code)
  })

  it('that is read-only is told in a word at the start, and nothing is touched', async () => {
    const store = open()
    const outcome = enter(store)
    store.close()
    disk.readOnly(true)
    expect(() => open()).toThrow(expect.objectContaining({ code: 'store.readOnly' }))
    disk.readOnly(false)
    expect(await checkFolder(disk.folder, { acked: 'hash' in outcome ? [outcome.hash] : [] })).toBe(1)
  })
})

describe('a limit on the size of files', () => {
  it('is a clear refusal too, and nothing confirmed is lost', async () => {
    const folder = makeFolder()
    const writer = join(import.meta.dirname, 'writer.ts')
    const { stdout } = spawnSync('bash', [
      '-c',
      'ulimit -f 700; exec "$0" "$@"',
      process.execPath,
      writer,
      folder,
      '400',
    ])
    const said = readSaid(stdout.toString('utf8'))
    expect(said.ended).toBe(true)
    expect(said.acked.length).toBeGreaterThan(10)
    expect(said.refused.length).toBeGreaterThan(10)
    for (const code of said.refused) expect(['store.full', 'store.inputOutput']).toContain(code)
    await checkFolder(folder, said)
    removeFolder(folder)
  })
})
