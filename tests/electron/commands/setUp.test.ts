import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { setUpTownship } from '../../../electron/commands/setUp.ts'
import { signIn } from '../../../electron/commands/signIn.ts'
import { createDesk, type Desk } from '../../../electron/desk.ts'
import { readCredential, writeCredential } from '../../../electron/store/repositories/credentials.ts'
import { readLogPage } from '../../../electron/store/repositories/logLines.ts'
import { readPeople } from '../../../electron/store/repositories/people.ts'
import { readTownship } from '../../../electron/store/repositories/township.ts'
import { readVillages } from '../../../electron/store/repositories/villages.ts'
import type { SetUpTownship } from '../../../shared/ipc/setup.ts'
import { makeClock } from '../../support/clock.ts'
import { makeFolder } from '../../support/deskFixture.ts'

const clock = makeClock()
const desks: Desk[] = []
const close = async (desk: Desk) => {
  desks.splice(desks.indexOf(desk), 1)
  await desk.close()
}
const open = (folder = makeFolder()) => {
  const desk = createDesk({ dataFolder: folder, now: clock.now, version: 'test' })
  desks.push(desk)
  return desk
}
afterEach(async () => {
  for (const desk of [...desks]) await close(desk)
})

const args: SetUpTownship = {
  township: { name: '清溪镇', division: '510124103', organisation: 'town', county: '青石县' },
  villages: ['李家湾村', ' 李家湾村 ', '', '石门村'],
  administrator: { name: '陈明', post: '应急办主任', phone: '13800000001', password: 'qing xi 119', alsoOnDuty: true },
  console: { letter: 'B', name: '值班室主机' },
}

describe('setting up a township', () => {
  it('needs no hub: township, villages, administrator, console and recovery sheet in one act', async () => {
    const { context, handlers } = open()
    expect(handlers['session.current'](null)).toEqual({ state: 'empty' })
    const sheet = await setUpTownship(context, args)
    expect(context.store.scope).toBe('510124103')
    expect(readTownship(context.store.db)).toMatchObject({ name: '清溪镇', organisation: 'town', mode: 'normal' })
    expect(readVillages(context.store.db).map(({ name }) => name)).toEqual(['李家湾村', '石门村'])
    const [administrator] = readPeople(context.store.db)
    expect(administrator).toMatchObject({ name: '陈明', roles: ['dutyOfficer', 'administrator'], access: 'password' })
    expect(handlers['session.current'](null)).toMatchObject({ state: 'signedIn', person: { name: '陈明' } })
    // No sheet before it: nothing that the log could call void.
    const [issued] = readLogPage(context.store.db, context.store.origin, {
      filter: { kinds: ['console.recoverySheetIssued'] },
      before: null,
      limit: 2,
    }).lines
    expect(issued?.body).toEqual({ first: true })
    expect(sheet).toMatchObject({ letter: 'B', console: '值班室主机', device: context.store.origin, atMs: clock.now() })
  })

  it('keeps no password and no recovery code, in no file of the folder', async () => {
    const folder = makeFolder()
    const sheet = await setUpTownship(open(folder).context, args)
    for (const name of ['duty.db', 'duty.db-wal', 'heads.json', 'device.json']) {
      if (!existsSync(join(folder, name))) continue
      const text = readFileSync(join(folder, name)).toString('latin1')
      expect(text).not.toContain('qing xi 119')
      expect(text).not.toContain(sheet.code)
      expect(text).not.toContain(sheet.code.replaceAll('-', ''))
    }
  })

  it('asks for the password after a restart', async () => {
    const folder = makeFolder()
    const first = open(folder)
    await setUpTownship(first.context, args)
    await close(first)
    const { context, handlers } = open(folder)
    expect(handlers['session.current'](null)).toEqual({ state: 'signedOut' })
    const [administrator] = readPeople(context.store.db)
    await signIn(context, { person: administrator?.id ?? '', password: 'qing xi 119' })
    expect(context.session.current()?.name).toBe('陈明')
  })

  it('can be done again after a power cut before its act was in the log', async () => {
    const folder = makeFolder()
    const cut = open(folder)
    // What is kept before the act, and nothing of the act itself.
    cut.store.setScope('510124103')
    cut.store.writeLocal((db) =>
      writeCredential(db, 'password', 'person-nobody', { verifier: '{}', madeMs: 0, expiresMs: null }),
    )
    await close(cut)
    const { context, handlers } = open(folder)
    await setUpTownship(context, args)
    expect(handlers['session.current'](null)).toMatchObject({ state: 'signedIn' })
  })

  it('is done once: a second press of Enter changes nothing', async () => {
    const { context } = open()
    const [first, second] = await Promise.allSettled([setUpTownship(context, args), setUpTownship(context, args)])
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(readPeople(context.store.db)).toHaveLength(1)
    const [administrator] = readPeople(context.store.db)
    expect(readCredential(context.store.db, 'password', administrator?.id ?? '')).not.toBeNull()
  })

  it('refuses a short password before anything is written', async () => {
    const { context, handlers } = open()
    const short = { ...args, administrator: { ...args.administrator, password: '1234567' } }
    await expect(setUpTownship(context, short)).rejects.toMatchObject({ code: 'session.passwordTooShort' })
    expect(handlers['session.current'](null)).toEqual({ state: 'empty' })
  })
})
