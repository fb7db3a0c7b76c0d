import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitAfter } from '../../../electron/commands/attempts.ts'
import { enterLog } from '../../../electron/commands/log.ts'
import { issueCode, setPassword } from '../../../electron/commands/passwords.ts'
import { mergePeople, reinstatePerson, revokePerson } from '../../../electron/commands/people.ts'
import { makeRecovery, newRecoverySheet } from '../../../electron/commands/recovery.ts'
import { signIn, signOut } from '../../../electron/commands/signIn.ts'
import type { DeskContext } from '../../../electron/deskContext.ts'
import { writeCredential } from '../../../electron/store/repositories/credentials.ts'
import { readLogPage } from '../../../electron/store/repositories/logLines.ts'
import { readPeople } from '../../../electron/store/repositories/people.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../support/deskFixture.ts'

const PASSWORD = '防汛防火 119'
let test: TestDesk
let context: DeskContext

beforeEach(() => {
  test = openTestDesk()
  context = test.desk.context
})
afterEach(() => test.desk.close())

const refused = (code: string) => expect.objectContaining({ code })
const kinds = () =>
  readLogPage(context.store.db, context.store.origin, { filter: {}, before: null, limit: 500 }).lines.map(
    ({ kind }) => kind,
  )
const tips = (id: string) => readPeople(context.store.db).find((person) => person.id === id)?.tips ?? []

/** The officer has a password; nobody is signed in. */
async function givePassword(): Promise<void> {
  context.session.signIn(test.administrator)
  const { code } = await issueCode(context, { person: test.officer.id })
  await setPassword(context, { person: test.officer.id, proof: { kind: 'code', code }, password: PASSWORD })
  signOut(context)
}
const tryIn = (password: string) => signIn(context, { person: test.officer.id, password })

describe('signing in', () => {
  it('takes the right password, however its characters were composed, and tells the log once', async () => {
    await givePassword()
    await tryIn(PASSWORD.normalize('NFD').replace('1', '１'))
    expect(context.session.current()).toEqual(test.officer)
    context.session.lock()
    expect(() => enterLog(context, { at: 0, text: '锁屏时' })).toThrow(refused('session.signInFirst'))
    await tryIn(PASSWORD)
    expect(kinds().filter((kind) => kind === 'console.signedIn')).toHaveLength(3)
  })

  it('refuses a wrong password, somebody without one, without a role, and somebody unknown', async () => {
    await givePassword()
    await expect(tryIn('防汛防火 120')).rejects.toEqual(refused('session.wrongPassword'))
    await expect(signIn(context, { person: test.leader.id, password: PASSWORD })).rejects.toEqual(
      refused('session.noPassword'),
    )
    await expect(signIn(context, { person: 'person-x', password: PASSWORD })).rejects.toEqual(
      refused('session.unknownPerson'),
    )
  })

  it('waits longer after each failure from the fifth on, over a restart too, and forgets them after a success', async () => {
    await givePassword()
    for (let i = 0; i < 5; i += 1) await expect(tryIn('错')).rejects.toEqual(refused('session.wrongPassword'))
    await expect(tryIn(PASSWORD)).rejects.toMatchObject({ code: 'session.wait', details: { seconds: 30 } })
    expect(kinds()).toContain('console.signInBlocked')
    await test.desk.close()
    test = { ...test, desk: reopenDesk(test.folder, test.clock) }
    context = test.desk.context
    test.clock.advance(29_000)
    await expect(tryIn(PASSWORD)).rejects.toMatchObject({ code: 'session.wait', details: { seconds: 1 } })
    test.clock.advance(1_000)
    await expect(tryIn('错')).rejects.toEqual(refused('session.wrongPassword'))
    await expect(tryIn(PASSWORD)).rejects.toMatchObject({ code: 'session.wait', details: { seconds: 60 } })
    test.clock.advance(60_000)
    await tryIn(PASSWORD)
    signOut(context)
    await expect(tryIn('错')).rejects.toEqual(refused('session.wrongPassword'))
    await tryIn(PASSWORD)
  })

  it('grows the wait to a quarter of an hour and no further', () => {
    expect([4, 5, 6, 7, 8, 9, 10, 50].map((failures) => waitAfter(failures) / 1000)).toEqual([
      0, 30, 60, 120, 240, 480, 900, 900,
    ])
  })

  it('counts guesses made at once one by one', async () => {
    await givePassword()
    const guesses = await Promise.allSettled(Array.from({ length: 8 }, () => tryIn('错')))
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'in'))
    expect(codes.filter((code) => code === 'session.wait')).toHaveLength(3)
  })

  it('lets nobody wait longer because the clock was set back', async () => {
    await givePassword()
    for (let i = 0; i < 5; i += 1) await expect(tryIn('错')).rejects.toEqual(refused('session.wrongPassword'))
    test.clock.advance(-86_400_000)
    await expect(tryIn(PASSWORD)).rejects.toMatchObject({ details: { seconds: 30 } })
    test.clock.advance(30_000)
    await tryIn(PASSWORD)
  })

  it('waits for one person, not for another, and never for an intake', async () => {
    await givePassword()
    for (let i = 0; i < 5; i += 1) await expect(tryIn('错')).rejects.toEqual(refused('session.wrongPassword'))
    await expect(signIn(context, { person: test.leader.id, password: 'x' })).rejects.toEqual(
      refused('session.noPassword'),
    )
    expect(context.session.authorOrClaimed(' 张伟 ')).toEqual({ person: null, name: '张伟', role: 'claimed' })
  })

  it('accepts the password of a record that was merged into the person', async () => {
    await givePassword()
    context.session.signIn(test.administrator)
    mergePeople(context, {
      person: test.officer.id,
      base: tips(test.officer.id),
      into: test.leader.id,
      reason: '同一人',
    })
    await tryIn(PASSWORD)
    expect(context.session.current()?.id).toBe(test.leader.id)
  })
})

describe('one-time codes', () => {
  it('set a password once, whatever case and dashes they are typed with', async () => {
    context.session.signIn(test.administrator)
    const { code } = await issueCode(context, { person: test.officer.id })
    const set = (typed: string) =>
      setPassword(context, { person: test.officer.id, proof: { kind: 'code', code: typed }, password: PASSWORD })
    await expect(set('AAAA-AAAA')).rejects.toEqual(refused('session.wrongCode'))
    await set(` ${code.toLowerCase().replace('-', ' ')} `)
    expect(context.session.current()?.id).toBe(test.officer.id)
    await expect(set(code)).rejects.toEqual(refused('session.noCode'))
  })

  it('end after a week', async () => {
    context.session.signIn(test.administrator)
    const { code } = await issueCode(context, { person: test.officer.id })
    test.clock.advance(7 * 86_400_000 + 1)
    const late = setPassword(context, { person: test.officer.id, proof: { kind: 'code', code }, password: PASSWORD })
    await expect(late).rejects.toEqual(refused('session.codeExpired'))
  })

  it('are for administrators to give', async () => {
    await expect(issueCode(context, { person: test.leader.id })).rejects.toEqual(refused('session.roleNeeded'))
  })
})

describe('the recovery code', () => {
  async function printSheet(): Promise<string> {
    const { code, credential } = await makeRecovery(context)
    context.store.writeLocal((db) => writeCredential(db, 'recovery', '', credential))
    signOut(context)
    return code
  }

  it('lets an administrator set a new password, and is replaced by that', async () => {
    const code = await printSheet()
    const use = (typed: string) =>
      setPassword(context, {
        person: test.administrator.id,
        proof: { kind: 'recovery', code: typed },
        password: PASSWORD,
      })
    const sheet = await use(code)
    expect(context.session.current()?.id).toBe(test.administrator.id)
    expect(sheet?.code).not.toBe(code)
    await expect(use(code)).rejects.toEqual(refused('session.wrongCode'))
    await use(sheet?.code ?? '')
  })

  it('is for administrators only', async () => {
    const code = await printSheet()
    const use = setPassword(context, { person: test.officer.id, proof: { kind: 'recovery', code }, password: PASSWORD })
    await expect(use).rejects.toEqual(refused('session.recoveryIsForAdministrators'))
  })

  it('can be made anew by an administrator; the sheet before it no longer works', async () => {
    const old = await printSheet()
    context.session.signIn(test.officer)
    await expect(newRecoverySheet(context)).rejects.toEqual(refused('session.roleNeeded'))
    context.session.signIn(test.administrator)
    const { code } = await newRecoverySheet(context)
    const use = (typed: string) =>
      setPassword(context, {
        person: test.administrator.id,
        proof: { kind: 'recovery', code: typed },
        password: PASSWORD,
      })
    await expect(use(old)).rejects.toEqual(refused('session.wrongCode'))
    await use(code)
  })
})

describe('who sits here', () => {
  it('is signed out when revoked, and cannot come back until reinstated', async () => {
    await givePassword()
    context.session.signIn(test.administrator)
    revokePerson(context, { person: test.officer.id, base: tips(test.officer.id), reason: '调离' })
    await expect(tryIn(PASSWORD)).rejects.toEqual(refused('session.revoked'))
    reinstatePerson(context, { person: test.officer.id, base: tips(test.officer.id), reason: '返岗' })
    await tryIn(PASSWORD)
    context.store.append([{ kind: 'person.revoked', entity: test.officer.id, body: { reason: '他机撤销' } }], {
      author: null,
    })
    expect(context.session.now()).toEqual({ state: 'signedOut' })
  })

  it('has the roles and the name that were changed meanwhile', () => {
    context.store.append(
      [
        { kind: 'person.rolesChanged', entity: test.officer.id, body: { add: ['staff'], remove: ['dutyOfficer'] } },
        { kind: 'person.edited', entity: test.officer.id, body: { set: { name: '张巍' } } },
      ],
      { author: null },
    )
    expect(context.session.current()).toEqual({ id: test.officer.id, name: '张巍', roles: ['staff'] })
  })
})
