import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readJoined } from '../../../../electron/commands/join/claim.ts'
import { enterLog } from '../../../../electron/commands/log.ts'
import { nextNumber } from '../../../../electron/commands/numbering.ts'
import { createDesk, type Desk } from '../../../../electron/desk.ts'
import { countEvents } from '../../../../electron/store/eventLog.ts'
import { readLogPage } from '../../../../electron/store/repositories/logLines.ts'
import { readConsoleLines, readTownship } from '../../../../electron/store/repositories/township.ts'
import { JOIN_PART_BYTES } from '../../../../shared/ipc/join.ts'
import type { ReadableDb } from '../../../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../../../shared/node/primitives.ts'
import { openEnvelope, type SealedEvent } from '../../../../shared/protocol/envelope.ts'
import { makeFolder, openTestDesk, reopenDesk, type TestDesk } from '../../../support/deskFixture.ts'

const PASSWORD = '第二台值班机 119'
let first: TestDesk
const desks: Desk[] = []
const second = (folder = makeFolder()) => {
  const desk = createDesk({ dataFolder: folder, now: first.clock.now, version: 'test' })
  desks.push(desk)
  return desk
}
const close = async (desk: Desk) => {
  desks.splice(desks.indexOf(desk), 1)
  await desk.close()
}

beforeEach(() => {
  first = openTestDesk()
  first.desk.context.session.signIn(first.administrator)
})
afterEach(async () => {
  for (const desk of [...desks]) await close(desk)
  await first.desk.close()
})

const refused = (code: string) => expect.objectContaining({ code })
const hashes = (db: ReadableDb) =>
  db
    .prepare<[], { hash: Buffer }>('SELECT hash FROM event ORDER BY hash')
    .all()
    .map(({ hash }) => hash.toString('hex'))

async function invite(): Promise<{ file: Buffer; code: string; letter: string }> {
  const { saved, code, letter } = await first.desk.handlers['join.invite'](null)
  if (saved.state !== 'download') throw new Error('not offered as a download')
  return { file: Buffer.from(saved.base64, 'base64'), code, letter }
}

/** The handler answers at once: parts are taken in the order they are handed. */
function hand(desk: Desk, file: Buffer, partBytes = JOIN_PART_BYTES): void {
  for (let at = 0; at < file.length; at += partBytes) {
    const base64 = file.subarray(at, at + partBytes).toString('base64')
    void desk.handlers['join.receive']({ at, total: file.length, base64 })
  }
}

async function importFile(desk: Desk, file: Buffer, code: string): Promise<void> {
  hand(desk, file, 1000)
  await desk.handlers['join.import']({ code })
}

const claim = (desk: Desk, code: string) =>
  desk.handlers['join.claim']({ person: first.administrator.id, code, password: PASSWORD, console: '二楼会商室' })

describe('joining by file', () => {
  it('brings every record over, hash for hash, and the person in by the same code', async () => {
    for (let i = 0; i < 250; i += 1) enterLog(first.desk.context, { at: 0, text: `第${i}条` })
    const { file, code, letter } = await invite()
    const desk = second()
    await importFile(desk, file, code.toLowerCase().replaceAll('-', ' '))
    expect(hashes(desk.store.db)).toEqual(hashes(first.desk.store.db))
    expect(await desk.handlers['session.current'](null)).toEqual({ state: 'claim' })
    expect(readJoined(desk.context)).toMatchObject({
      by: 'file',
      township: '清溪镇',
      letter: 'B',
      administrators: [{ name: '陈明', post: '应急办主任' }],
    })
    const sheet = await claim(desk, code)
    expect([letter, sheet.letter, sheet.console]).toEqual(['B', 'B', '二楼会商室'])
    expect(await desk.handlers['session.current'](null)).toMatchObject({ state: 'signedIn', person: { name: '陈明' } })
    expect(nextNumber(desk.context, 'call')).toBe('0714-B01')
    expect(readConsoleLines(desk.store.db, `console:${desk.store.origin}`)).toMatchObject([
      { letter: 'A', own: false },
      { letter: 'B', name: '二楼会商室', own: true },
    ])
    expect(readJoined(desk.context)).toBeNull()
  })

  it('promises each file a letter of its own', async () => {
    expect([(await invite()).letter, (await invite()).letter]).toEqual(['B', 'C'])
  })

  it('refuses a wrong code, and takes the right one afterwards', async () => {
    const { file, code } = await invite()
    const desk = second()
    await expect(importFile(desk, file, '2222-2222-2222')).rejects.toEqual(refused('join.wrongCode'))
    expect(countEvents(desk.store.db)).toBe(0)
    expect(await desk.handlers['session.current'](null)).toEqual({ state: 'empty' })
    await desk.handlers['join.import']({ code })
    await expect(claim(desk, 'AAAA-AAAA-AAAA')).rejects.toEqual(refused('session.wrongCode'))
    await claim(desk, code)
  })

  it('refuses broken files whatever is broken, and writes nothing of them', async () => {
    const { file, code } = await invite()
    const header = file.indexOf(0x0a)
    const flipped = (at: number) => {
      const copy = Buffer.from(file)
      copy[at] = (copy[at] ?? 0) ^ 1
      return copy
    }
    const version2 = Buffer.from(file.toString('latin1').replace('"version":1', '"version":2'), 'latin1')
    const desk = second()
    const codeOf = (broken: Buffer) =>
      importFile(desk, broken, code).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      )
    expect(await codeOf(flipped(header + 20))).toBe('join.broken')
    expect(await codeOf(flipped(file.length - 1))).toBe('join.broken')
    expect(await codeOf(file.subarray(0, file.length - 100))).toBe('join.broken')
    expect(await codeOf(file.subarray(0, header + 5))).toBe('join.broken')
    expect(await codeOf(flipped(file.indexOf('清溪镇')))).toBe('join.broken')
    expect(await codeOf(version2)).toBe('join.otherVersion')
    expect(await codeOf(Buffer.from('PK\u0003\u0004 an Excel file\n'))).toBe('join.notAJoinFile')
    expect(await codeOf(Buffer.alloc(5000, 1))).toBe('join.notAJoinFile')
    expect(countEvents(desk.store.db)).toBe(0)
    expect(await desk.handlers['session.current'](null)).toEqual({ state: 'empty' })
  })

  it('goes on with the same file after it was cancelled, and over a restart', async () => {
    for (let i = 0; i < 350; i += 1) enterLog(first.desk.context, { at: 0, text: `第${i}条` })
    const { file, code } = await invite()
    const folder = makeFolder()
    const desk = second(folder)
    hand(desk, file)
    let told = 0
    desk.onChange(({ topics }) => {
      // After the first of the small transactions.
      if (topics.includes('join') && countEvents(desk.store.db) > 0 && told++ === 0)
        void desk.handlers['join.cancel'](null)
    })
    await expect(desk.handlers['join.import']({ code })).rejects.toEqual(refused('join.cancelled'))
    const before = countEvents(desk.store.db)
    expect(before).toBeLessThan(countEvents(first.desk.store.db))
    await close(desk)
    const again = second(folder)
    expect(await again.handlers['session.current'](null)).toEqual({ state: 'claim' })
    await importFile(again, file, code)
    // Besides, this console has told when it stopped and started.
    expect(hashes(again.store.db)).toEqual(expect.arrayContaining(hashes(first.desk.store.db)))
    await claim(again, code)
  })

  it('lets other work be done while it applies', async () => {
    for (let i = 0; i < 350; i += 1) enterLog(first.desk.context, { at: 0, text: `第${i}条` })
    const { file, code } = await invite()
    const desk = second()
    const steps: number[] = []
    desk.onChange(({ topics }) => {
      const progress = desk.handlers['join.progress'](null)
      if (topics.includes('join') && 'state' in progress && progress.state === 'applying') steps.push(progress.done)
    })
    await importFile(desk, file, code)
    expect(steps.length).toBeGreaterThan(2)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  it('is refused at a console that has its township', async () => {
    const { file, code } = await invite()
    const desk = second()
    await importFile(desk, file, code)
    await claim(desk, code)
    await expect(importFile(desk, file, code)).rejects.toEqual(refused('setup.alreadyDone'))
    await expect(claim(desk, code)).rejects.toEqual(refused('join.notJoined'))
  })

  it('is for administrators to offer, and for administrators to complete', async () => {
    const { file, code } = await invite()
    first.desk.context.session.signIn(first.officer)
    await expect(first.desk.handlers['join.invite'](null)).rejects.toEqual(refused('session.roleNeeded'))
    const desk = second()
    await importFile(desk, file, code)
    const officer = desk.handlers['join.claim']({
      person: first.officer.id,
      code,
      password: PASSWORD,
      console: '二楼',
    })
    await expect(officer).rejects.toEqual(refused('join.administratorsOnly'))
  })

  it('asks for the password, not for the code, after a restart', async () => {
    const { file, code } = await invite()
    const folder = makeFolder()
    const desk = second(folder)
    await importFile(desk, file, code)
    await claim(desk, code)
    await close(desk)
    const again = reopenDesk(folder, first.clock)
    desks.push(again)
    expect(await again.handlers['session.current'](null)).toEqual({ state: 'signedOut' })
    await again.handlers['session.signIn']({ person: first.administrator.id, password: PASSWORD })
    const { lines } = readLogPage(again.store.db, again.store.origin, { filter: {}, before: null, limit: 20 })
    expect(lines.map(({ kind }) => kind)).toContain('console.registered')
  })
})

describe('two consoles that took one letter', () => {
  it('settle it when they meet: the later one takes the next letter, numbers given stay', async () => {
    const [one, two] = [second(), second()]
    const { file, code } = await invite()
    await importFile(one, file, code)
    await importFile(two, file, code)
    await claim(one, code)
    first.clock.advance(60_000)
    await claim(two, code)
    expect([nextNumber(one.context, 'call'), nextNumber(two.context, 'call')]).toEqual(['0714-B01', '0714-B01'])
    exchange(one, two)
    expect([nextNumber(one.context, 'call'), nextNumber(two.context, 'call')]).toEqual(['0714-B01', '0714-C01'])
    exchange(one, two)
    expect(readConsoleLines(one.store.db, '').map(({ letter }) => letter)).toEqual(['A', 'B', 'C'])
    expect(readTownship(two.store.db)).toEqual(readTownship(one.store.db))
  })
})

/** Both get what the other has, in the order it was stored. */
function exchange(one: Desk, two: Desk): void {
  for (const [from, to] of [
    [one, two],
    [two, one],
  ] as const) {
    to.store.applyRemote(storedEvents(from))
  }
}

function storedEvents({ store }: Desk): readonly SealedEvent[] {
  return store.db
    .prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM event ORDER BY id')
    .all()
    .map(({ bytes }) => openEnvelope(bytes, nodePrimitives))
}
