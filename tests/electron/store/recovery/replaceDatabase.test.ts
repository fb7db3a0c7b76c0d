import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nameBackup } from '../../../../electron/store/backup/backupFiles.ts'
import { readReplacements } from '../../../../electron/store/recovery/replaceDatabase.ts'
import { startSalvage } from '../../../../electron/store/recovery/salvage.ts'
import { readSetting, writeSetting } from '../../../../electron/store/settings.ts'
import { openStore, type Store } from '../../../../electron/store/store.ts'
import { flipBit, overwrite, sizeOf, truncate } from '../../../support/damage.ts'
import { makeFolder, removeFolder, START_MS } from '../../../support/storeFixture.ts'

const author = { person: 'person-1', name: '张伟', role: 'dutyOfficer' }
let folder: string
let database: string

beforeEach(() => {
  folder = makeFolder()
  database = join(folder, 'duty.db')
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  removeFolder(folder)
  vi.restoreAllMocks()
})

const open = () => openStore({ folder, now: () => START_MS })
const enter = (store: Store, from: number, to: number) => {
  for (let i = from; i <= to; i += 1) {
    store.append(
      [
        {
          kind: 'log.entered',
          entity: `log-${i}`,
          body: { at: START_MS, text: `第${i}条，李家湾后山巡查正常` },
          base: [],
        },
      ],
      { author },
    )
  }
}
const entries = (store: Store) =>
  store.db
    .prepare<[], { entity: string }>(
      `SELECT entity FROM event WHERE kind = 'log.entered' ORDER BY CAST(substr(entity, 5) AS INTEGER)`,
    )
    .all()
    .map(({ entity }) => Number(entity.slice(4)))
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
/** A console that has written `n` entries, closed in order. */
const write = (n: number, backupAt?: number) => {
  const store = open()
  store.setScope('510124103')
  store.writeLocal((db) => writeSetting(db, 'hubPin', { hubId: 'h1' }))
  enter(store, 1, backupAt ?? n)
  if (backupAt !== undefined) {
    store.close()
    mkdirSync(join(folder, 'backups'))
    copyFileSync(database, join(folder, 'backups', nameBackup(START_MS)))
    const again = open()
    enter(again, backupAt + 1, n)
    again.close()
  } else store.close()
}
const salvage = async (store: Store) => {
  await startSalvage(store, () => undefined).done
  return readReplacements(store.db)[0]
}

describe('a damaged file', () => {
  it('whose beginning is gone is kept aside; duty goes on at once, and every record comes back', async () => {
    write(150)
    overwrite(database, 0, Buffer.alloc(100, 0x41))
    const before = readFileSync(database)
    const store = open()
    const [kept = ''] = readdirSync(join(folder, 'corrupt'))
    const aside = join(folder, 'corrupt', kept, 'duty.db')
    expect(readFileSync(aside).equals(before)).toBe(true)
    expect(statSync(aside).mode & 0o222).toBe(0)
    enter(store, 151, 152)
    expect(await salvage(store)).toMatchObject({ cause: 'corrupt', backupMs: null, salvage: { state: 'done' } })
    expect(entries(store)).toEqual(upTo(152))
    store.close()
  })

  it('goes on in a new epoch, with the reason in the log, and with what belongs to this console', () => {
    write(20)
    // A page in the middle of the log's rows; the table of settings is untouched.
    const page = pageHolding('第10条')
    overwrite(database, page, Buffer.alloc(4096))
    alter('第20条')
    const store = open()
    expect(readSetting(store.db, 'hubPin')).toEqual({ hubId: 'h1' })
    expect(store.scope).toBe('510124103')
    expect(Number.parseInt(store.epoch, 10)).toBe(2)
    const [started] = store.db
      .prepare<[], { bytes: Buffer }>(`SELECT bytes FROM event WHERE kind = 'console.epochStarted'`)
      .all()
    expect(started?.bytes.toString('utf8')).toContain('"reason":"corruption"')
    store.close()
  })

  it('loses only the rows that are damaged, and says how many', async () => {
    write(60)
    alter('第60条')
    const store = open()
    const done = await salvage(store)
    expect(done?.salvage).toEqual({ state: 'done', found: 59, unreadable: 1 })
    expect(entries(store)).toEqual(upTo(59))
    store.close()
  })

  it('is replaced by the newest sound backup, and what came after it is taken from the old file', async () => {
    write(40, 25)
    overwrite(database, 0, Buffer.alloc(16))
    const store = open()
    expect(entries(store)).toEqual(upTo(25))
    expect(await salvage(store)).toMatchObject({ cause: 'corrupt', backupMs: START_MS, salvage: { found: 15 } })
    expect(entries(store)).toEqual(upTo(40))
    store.close()
  })

  it('is not replaced by a backup that is damaged itself', async () => {
    write(40, 25)
    overwrite(join(folder, 'backups', nameBackup(START_MS)), 0, Buffer.alloc(16))
    overwrite(database, 0, Buffer.alloc(16))
    const store = open()
    expect(readReplacements(store.db)[0]?.backupMs).toBeNull()
    await salvage(store)
    expect(entries(store)).toEqual(upTo(40))
    store.close()
  })

  it('cut short is kept aside, and its first part comes back', async () => {
    write(400)
    truncate(database, Math.floor(sizeOf(database) / 2 / 4096) * 4096)
    const store = open()
    await salvage(store)
    expect(entries(store).length).toBeGreaterThan(50)
    enter(store, 1001, 1001)
    store.close()
  })

  it('found while the console runs is replaced under everybody’s hands', async () => {
    write(30)
    const store = open()
    const heldBefore = store.db
    store.replaceDamaged()
    enter(store, 31, 31)
    expect(store.db).toBe(heldBefore)
    await salvage(store)
    expect(entries(store)).toEqual(upTo(31))
    store.close()
  })

  it('that is no duty log at all is kept aside too', () => {
    write(5)
    rmSync(`${database}-wal`, { force: true })
    writeFileSync(database, '')
    const store = open()
    expect(readReplacements(store.db)[0]?.cause).toBe('missing')
    store.close()
  })
})

describe('a file that is gone', () => {
  it('is replaced by the newest backup, in a new epoch', () => {
    write(40, 25)
    for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
    const store = open()
    expect(entries(store)).toEqual(upTo(25))
    expect(Number.parseInt(store.epoch, 10)).toBe(2)
    expect(readReplacements(store.db)[0]).toMatchObject({ cause: 'missing', backupMs: START_MS })
    store.close()
  })
})

describe('a replacement interrupted by a power cut', () => {
  it.each(['plan written', 'half moved', 'new file ready', 'new file in place'])(
    '%s: goes on at the next start',
    async (stage) => {
      write(30)
      const plan = { cause: 'corrupt', atMs: START_MS, keptIn: 'corrupt/one', backup: null }
      writeFileSync(join(folder, 'replacing.json'), JSON.stringify(plan))
      mkdirSync(join(folder, 'corrupt/one'), { recursive: true })
      if (stage !== 'plan written') {
        copyFileSync(database, join(folder, 'corrupt/one/duty.db'))
        rmSync(database)
      }
      if (stage === 'new file ready') writeFileSync(`${database}.new`, 'half written')
      if (stage === 'new file in place') writeFileSync(database, '')
      const store = open()
      expect(existsSync(join(folder, 'replacing.json'))).toBe(false)
      await salvage(store)
      expect(entries(store)).toEqual(upTo(30))
      store.close()
    },
  )
})

/** Offset of the page whose bytes hold a text. */
function pageHolding(text: string): number {
  const at = readFileSync(database).indexOf(Buffer.from(text))
  if (at < 0) throw new Error(`${text} is not in the file`)
  return Math.floor(at / 4096) * 4096
}

/** Changes one letter of a record, as somebody with an editor would. */
function alter(text: string): void {
  const at = readFileSync(database).indexOf(Buffer.from(`"text":"${text}`))
  if (at < 0) throw new Error(`${text} is not in the file`)
  flipBit(database, at + 10)
}
