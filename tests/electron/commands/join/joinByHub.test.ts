import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { enterLog } from '../../../../electron/commands/log.ts'
import { nextNumber } from '../../../../electron/commands/numbering.ts'
import { createDesk, type Desk } from '../../../../electron/desk.ts'
import { readTownship } from '../../../../electron/store/repositories/township.ts'
import { makeFolder, openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { startTestHub, type TestHub } from '../../../support/hubFixture.ts'
import { allEvents } from '../../../support/otherConsole.ts'
import { waitFor } from '../../../support/waitFor.ts'

const DIVISION = '510124103'
let hub: TestHub
let first: TestDesk
let second: Desk

beforeEach(async () => {
  hub = await startTestHub()
  first = openTestDesk()
  second = createDesk({ dataFolder: makeFolder(), now: first.clock.now, version: 'test' })
})
afterEach(async () => {
  await second.close()
  await first.desk.close()
  await hub.close()
})

const refused = (code: string) => expect.objectContaining({ code })
const code = () => hub.enrolCode(DIVISION, '清溪镇')

describe('joining through the county', () => {
  it('brings the records of a township whose first console never waited for the hub, and an administrator in', async () => {
    enterLog(first.desk.context, { at: 0, text: '断网期间的记事' })
    await first.desk.handlers['sync.setHub']({ url: hub.url })
    expect(await first.desk.handlers['sync.enroll']({ code: await code() })).toMatchObject({ outcome: 'enrolled' })

    const mine = await code()
    await second.handlers['join.byHub']({ url: hub.url, code: mine })
    await waitFor(
      () => allEvents(second.store).length,
      (count) => count >= allEvents(first.desk.store).length,
    )
    expect(readTownship(second.store.db)?.name).toBe('清溪镇')
    expect(await second.handlers['session.current'](null)).toEqual({ state: 'claim' })
    const sheet = await second.handlers['join.claim']({
      person: first.administrator.id,
      code: mine,
      password: '二号机值班 119',
      console: '二楼会商室',
    })
    expect(sheet.letter).toBe('B')
    expect(nextNumber(second.context, 'call')).toBe('0714-B01')
    expect(second.context.session.current()?.name).toBe('陈明')
  })

  it('lets the township be founded here when the county has no records of it', async () => {
    await second.handlers['join.byHub']({ url: hub.url, code: await code() })
    expect(await second.handlers['session.current'](null)).toEqual({ state: 'claim' })
    expect(await second.handlers['join.joined'](null)).toMatchObject({
      by: 'hub',
      division: DIVISION,
      administrators: [],
    })
    const founding = {
      township: { name: '清溪镇', division: '510124104', organisation: 'town', county: '青石县' },
      villages: [],
      administrator: { name: '陈明', post: '', phone: '', password: 'qing xi 119', alsoOnDuty: true },
      console: { letter: 'A', name: '值班室' },
    } as const
    const found = (division: string) =>
      second.handlers['setup.create']({ ...founding, villages: [], township: { ...founding.township, division } })
    await expect(found('510124104')).rejects.toEqual(refused('setup.otherDivision'))
    await found(DIVISION)
    expect(await second.handlers['session.current'](null)).toMatchObject({ state: 'signedIn' })
    await waitFor(
      () => hub.hashes(DIVISION),
      (hashes) => hashes.length >= allEvents(second.store).length,
    )
  })

  it('says plainly when the code is wrong, was used, or no hub answers, and lets the person try again', async () => {
    const used = await code()
    await first.desk.handlers['sync.setHub']({ url: hub.url })
    await first.desk.handlers['sync.enroll']({ code: used })
    const join = (typed: string, url = hub.url) => second.handlers['join.byHub']({ url, code: typed })
    await expect(join('1234')).rejects.toEqual(refused('sync.badCode'))
    await expect(join(used)).rejects.toMatchObject({ code: 'join.hubRefused', details: { reason: 'codeUsed' } })
    await expect(join(await code(), 'http://127.0.0.1:9')).rejects.toEqual(refused('join.hubUnreachable'))
    expect(await second.handlers['session.current'](null)).toEqual({ state: 'empty' })
    await join(await code())
    expect(await second.handlers['session.current'](null)).toEqual({ state: 'claim' })
  })
})
