import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listBackups } from '../../../../electron/store/backup/backupFiles.ts'
import type { PrepareBackupInput, PreparedBackup } from '../../../../electron/store/backup/prepareBackup.worker.ts'
import { readLogPage } from '../../../../electron/store/repositories/logLines.ts'
import { writeSetting } from '../../../../electron/store/settings.ts'
import { startJob } from '../../../../electron/store/workerJob.ts'
import { STORE_TOPIC } from '../../../../shared/ipc/names.ts'
import type { StoreHealth } from '../../../../shared/ipc/store.ts'
import { openDatabase } from '../../../../shared/node/openDatabase.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { waitFor } from '../../../support/waitFor.ts'

let test: TestDesk
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  test = openTestDesk()
})
afterEach(async () => {
  await test.desk.close()
  vi.restoreAllMocks()
})

const refused = (code: string) => expect.objectContaining({ code })
const enter = (text: string) => test.desk.handlers['log.enter']({ at: test.clock.now(), text })
const texts = () => {
  const { db, origin } = test.desk.store
  return readLogPage(db, origin, { filter: { groups: ['log'] }, before: null, limit: 50 }).lines.map(
    ({ entry }) => entry?.text,
  )
}
const restore = (atMs: number) => test.desk.handlers['store.restore']({ atMs, reason: '显示不对，县局指导恢复' })
/** A backup that holds 一, and after it 二 in the log alone. */
async function backUpBetween(): Promise<number> {
  await enter('一')
  await test.desk.handlers['store.backUp'](null)
  test.clock.advance(600_000)
  await enter('二')
  return listBackups(test.folder)[0]?.atMs ?? 0
}

describe('restoring a backup', () => {
  it('goes on from it in a new epoch, keeps the file before it, and brings back what only that one holds', async () => {
    const atMs = await backUpBetween()
    const before = test.desk.store.epoch
    test.desk.context.session.signIn(test.administrator)
    await restore(atMs)
    expect(test.desk.store.epoch).not.toBe(before)
    const [kept = ''] = readdirSync(join(test.folder, 'corrupt'))
    expect(existsSync(join(test.folder, 'corrupt', kept, 'duty.db'))).toBe(true)
    await waitFor(texts, (found) => found.length === 2)
    expect(texts()).toEqual(['二', '一'])
    const { db, origin } = test.desk.store
    const { lines } = readLogPage(db, origin, { filter: { groups: ['console'] }, before: null, limit: 50 })
    expect(lines.find(({ kind }) => kind === 'console.backupRestored')).toMatchObject({
      body: { backupAt: atMs, reason: '显示不对，县局指导恢复' },
      author: { person: test.administrator.id },
    })
    expect(lines.find(({ body }) => body.reason === 'restored')?.kind).toBe('console.epochStarted')
    await enter('三')
    await test.desk.close()
    test = { ...test, desk: reopenDesk(test.folder, test.clock) }
    expect(texts()).toEqual(['三', '二', '一'])
    test.desk.context.session.signIn(test.administrator)
    expect(await test.desk.handlers['store.health'](null)).toMatchObject({
      conditions: [{ kind: 'replaced', cause: 'restored' }],
    })
  })

  it('is for administrators, and needs a backup that still is what it was', async () => {
    const atMs = await backUpBetween()
    await expect(restore(atMs)).rejects.toEqual(refused('session.roleNeeded'))
    test.desk.context.session.signIn(test.administrator)
    await expect(restore(atMs - 60_000)).rejects.toEqual(refused('store.noBackup'))
    const [backup] = listBackups(test.folder)
    writeFileSync(backup?.path ?? '', 'no longer a database')
    await expect(restore(atMs)).rejects.toEqual(refused('store.backupDamaged'))
    expect(texts()).toEqual(['二', '一'])
    expect(existsSync(join(test.folder, 'corrupt'))).toBe(false)
  })

  it('changes nothing when the backup turns out to be unusable in the middle of it', async () => {
    await backUpBetween()
    const { store } = test.desk
    const epoch = store.epoch
    writeFileSync(join(test.folder, 'backups', 'duty-20260101-0000.db'), 'no database')
    const path = join(test.folder, 'backups', 'duty-20260101-0000.db')
    expect(() => store.restore({ path, atMs: 1 })).toThrow(refused('store.noBackup'))
    expect([store.epoch, texts()]).toEqual([epoch, ['二', '一']])
    await enter('三')
    expect(texts()).toEqual(['三', '二', '一'])
    expect(existsSync(join(test.folder, 'replacing.json'))).toBe(false)
    expect(readdirSync(join(test.folder, 'corrupt'))).toEqual([])
  })

  it('puts one of an older version in order in a thread, and says how far it is; duty goes on meanwhile', async () => {
    const atMs = await backUpBetween()
    const [backup] = listBackups(test.folder)
    const older = openDatabase(backup?.path ?? '')
    writeSetting(older, 'projections', 'older')
    older.prepare('DELETE FROM mention').run()
    older.pragma('wal_checkpoint(TRUNCATE)')
    older.close()
    const asTaken = readFileSync(backup?.path ?? '')
    test.desk.context.session.signIn(test.administrator)
    const told: StoreHealth['restoring'][] = []
    test.desk.onChange(({ topics }) => {
      if (!topics.includes(STORE_TOPIC)) return
      told.push(ask(test.desk, 'store.health', null).restoring)
      if (told.length === 1) ask(test.desk, 'log.enter', { at: test.clock.now(), text: '其间' })
    })
    await restore(atMs)
    expect(told.find((progress) => progress !== null)?.total).toBeGreaterThan(5)
    expect(ask(test.desk, 'store.health', null).restoring).toBeNull()
    await waitFor(texts, (found) => found.length === 3)
    expect(texts().toSorted()).toEqual(['一', '二', '其间'])
    const unlisted = 'SELECT count(*) AS n FROM event WHERE id NOT IN (SELECT event_id FROM mention)'
    expect(test.desk.store.db.prepare(unlisted).get()).toEqual({ n: 0 })
    // The backup stays what it was, and nothing that was made of it is left.
    expect(readFileSync(backup?.path ?? '').equals(asTaken)).toBe(true)
    expect(readdirSync(test.folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('makes no copy of one of an older version where that would take the room duty goes on with', async () => {
    await backUpBetween()
    const [backup] = listBackups(test.folder)
    const path = backup?.path ?? ''
    const older = openDatabase(path)
    writeSetting(older, 'projections', 'older')
    older.pragma('wal_checkpoint(TRUNCATE)')
    older.close()
    const prepare = (room: number) => {
      const input: PrepareBackupInput = { path, copy: join(test.folder, 'copy.db'), room }
      return startJob<unknown, PreparedBackup>('store/backup/prepareBackup.worker.ts', input, () => undefined).done
    }
    expect(await prepare(2 * statSync(path).size - 1)).toBe('full')
    expect(existsSync(join(test.folder, 'copy.db'))).toBe(false)
    expect(await prepare(2 * statSync(path).size)).toBe('prepared')
  })

  it('is called off while the backup is being prepared, and nothing has changed', async () => {
    const atMs = await backUpBetween()
    const { epoch } = test.desk.store
    test.desk.context.session.signIn(test.administrator)
    const answer = restore(atMs)
    ask(test.desk, 'store.cancelRestore', null)
    expect(await answer).toEqual({ restored: false })
    expect([test.desk.store.epoch, texts()]).toEqual([epoch, ['二', '一']])
    expect(readdirSync(test.folder).filter((name) => name.includes('restoring'))).toEqual([])
    expect(await restore(atMs)).toEqual({ restored: true })
  })

  it('is called off while it waits for a backup that is being taken', async () => {
    const atMs = await backUpBetween()
    const { epoch } = test.desk.store
    test.desk.context.session.signIn(test.administrator)
    const taken = test.desk.handlers['store.backUp'](null)
    const answer = restore(atMs)
    ask(test.desk, 'store.cancelRestore', null)
    expect(await answer).toEqual({ restored: false })
    await taken
    expect([test.desk.store.epoch, texts()]).toEqual([epoch, ['二', '一']])
  })

  it('interrupted by a power cut, with a backup that is gone meanwhile, leaves the file as it was', async () => {
    await backUpBetween()
    await test.desk.close()
    const plan = {
      cause: 'restored',
      atMs: test.clock.now(),
      keptIn: 'corrupt/one',
      backup: join(test.folder, 'gone.db'),
    }
    writeFileSync(join(test.folder, 'replacing.json'), JSON.stringify(plan))
    test = { ...test, desk: reopenDesk(test.folder, test.clock) }
    expect(texts()).toEqual(['二', '一'])
    expect(existsSync(join(test.folder, 'replacing.json'))).toBe(false)
  })
})
