import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDuty } from '../../../electron/commands/duty.ts'
import {
  addPerson,
  changeRoles,
  editPerson,
  mergePeople,
  revokePerson,
  unmergePerson,
} from '../../../electron/commands/people.ts'
import { changeMode, editTownship } from '../../../electron/commands/township.ts'
import {
  addVillages,
  assignVillage,
  editVillage,
  mergeVillages,
  restoreVillage,
  retireVillage,
  unmergeVillage,
} from '../../../electron/commands/villages.ts'
import type { DeskContext } from '../../../electron/deskContext.ts'
import { readLogPage } from '../../../electron/store/repositories/logLines.ts'
import { readSurvivors } from '../../../electron/store/repositories/merged.ts'
import { findLikelySame, readActivePeople, readPeople } from '../../../electron/store/repositories/people.ts'
import { readPost, readTownship } from '../../../electron/store/repositories/township.ts'
import { readActiveVillages, readVillages } from '../../../electron/store/repositories/villages.ts'
import { FLAG_OUTSIDE_ROLE } from '../../../shared/protocol/envelope.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'

let test: TestDesk
let context: DeskContext
beforeEach(() => {
  test = openTestDesk()
  context = test.desk.context
  context.session.signIn(test.administrator)
})
afterEach(() => test.desk.close())

const refused = (code: string) => expect.objectContaining({ code })
const line = (id: string) => {
  const found = readPeople(context.store.db).find((person) => person.id === id)
  if (!found) throw new Error('nobody')
  return found
}
const edit = (person: string) => ({ person, base: line(person).tips })
const add = (name: string, phone = '', roles: Parameters<typeof addPerson>[1]['roles'] = []) =>
  addPerson(context, { name, phone, post: '', roles }).id

describe('people', () => {
  it('are added by anyone at the desk; roles are given by administrators', () => {
    context.session.signIn(test.officer)
    const id = add('李建国', '138 1234 5678')
    expect(() => add('王强', '', ['dutyOfficer'])).toThrow(refused('session.roleNeeded'))
    expect(() => changeRoles(context, { ...edit(id), add: ['staff'], remove: [] })).toThrow(
      refused('session.roleNeeded'),
    )
    context.session.signIn(test.administrator)
    changeRoles(context, { ...edit(id), add: ['staff'], remove: [] })
    expect(line(id)).toMatchObject({ name: '李建国', phone: '138 1234 5678', roles: ['staff'], access: 'none' })
  })

  it('are refused a phone that is none, before anything is written', () => {
    expect(() => add('李建国', '没有')).toThrow(refused('people.badPhone'))
    expect(() => editPerson(context, { ...edit(test.officer.id), set: { phone: '12ab' } })).toThrow(
      refused('people.badPhone'),
    )
  })

  it('keep the loser of two edits in sight', () => {
    const { base } = edit(test.officer.id)
    editPerson(context, { person: test.officer.id, base, set: { post: '科员' } })
    editPerson(context, { person: test.officer.id, base: line(test.officer.id).tips, set: { post: '副科长' } })
    expect(line(test.officer.id)).toMatchObject({ post: '副科长', contested: [] })
  })

  it('keep an administrator whatever is asked', () => {
    const last = edit(test.administrator.id)
    const code = refused('people.lastAdministrator')
    expect(() => changeRoles(context, { ...last, add: [], remove: ['administrator'] })).toThrow(code)
    expect(() => mergePeople(context, { ...last, into: test.officer.id, reason: '同一人' })).toThrow(code)
    const second = add('刘洋', '', ['administrator'])
    changeRoles(context, { ...edit(test.administrator.id), add: ['staff'], remove: ['administrator'] })
    expect(readActivePeople(context.store.db).filter(({ roles }) => roles.includes('administrator'))).toHaveLength(1)
    expect(line(second).roles).toEqual(['administrator'])
  })

  it('cannot revoke themselves, but others and the records merged into those', () => {
    expect(() => revokePerson(context, { ...edit(test.administrator.id), reason: '误' })).toThrow(
      refused('people.notYourself'),
    )
    const twice = add('张伟')
    mergePeople(context, { ...edit(twice), into: test.officer.id, reason: '重复' })
    revokePerson(context, { ...edit(test.officer.id), reason: '调离' })
    expect([line(test.officer.id).revoked?.reason, line(twice).revoked?.reason]).toEqual(['调离', '调离'])
    expect(() => mergePeople(context, { ...edit(test.leader.id), into: test.officer.id, reason: '混' })).toThrow(
      refused('people.mergeRevoked'),
    )
  })
})

describe('duplicates', () => {
  it('are suggested by phone, then by name, each pair once, and never decided', () => {
    const [one, two] = [add('王 伟', '+86 138-1234-5678'), add('王伟', '13812345678')]
    const three = add('王伟', '13900000000')
    const found = findLikelySame(readActivePeople(context.store.db))
    expect(found.map(({ by, people }) => [by, people.map(({ id }) => id).toSorted()])).toEqual([
      ['phone', [one, two].toSorted()],
      ['name', [one, two, three].toSorted()],
    ])
  })

  it('point to the one that stands, old references still resolve, and the merge can be taken back', () => {
    const [one, two] = [add('王伟'), add('王伟')]
    mergePeople(context, { ...edit(two), into: one, reason: '重复录入' })
    expect(readSurvivors(context.store.db, 'person').of(two)).toBe(one)
    expect(readSurvivors(context.store.db, 'person').aliases(one)).toEqual([one, two])
    expect(readActivePeople(context.store.db).map(({ id }) => id)).not.toContain(two)
    expect(() => mergePeople(context, { ...edit(two), into: one, reason: '重复录入' })).toThrow(
      refused('people.alreadyMerged'),
    )
    unmergePerson(context, { ...edit(two), reason: '同名不同人' })
    expect(readActivePeople(context.store.db).map(({ id }) => id)).toContain(two)
    expect(() => mergePeople(context, { ...edit(two), into: two, reason: '自己' })).toThrow(
      refused('people.mergeIntoItself'),
    )
  })
})

describe('villages', () => {
  const village = (name: string) => {
    const found = readVillages(context.store.db).find((one) => one.name === name)
    if (!found) throw new Error('no village')
    return { village: found.id, base: found.tips }
  }

  it('are added from a list, those known left out', () => {
    expect(addVillages(context, { names: ['石门村', '新塘村', '新塘村', ''] })).toEqual({ added: 1 })
    expect(readActiveVillages(context.store.db)).toHaveLength(4)
  })

  it('have somebody who answers for them, shown under the record that stands', () => {
    const [one, two] = [add('李建国', '13800000009'), add('李建国')]
    assignVillage(context, { ...village('石门村'), person: two })
    mergePeople(context, { ...edit(two), into: one, reason: '重复' })
    const shown = readVillages(context.store.db).find(({ name }) => name === '石门村')
    expect(shown?.responsible).toEqual({ id: one, name: '李建国', phone: '13800000009' })
    assignVillage(context, { ...village('石门村'), person: null })
    expect(readVillages(context.store.db).find(({ name }) => name === '石门村')?.responsible).toBeNull()
  })

  it('can be edited, merged, retired, and each taken back', () => {
    editVillage(context, { ...village('石门村'), set: { code: '510124103201' } })
    expect(() => editVillage(context, { ...village('石门村'), set: { code: '5101' } })).toThrow(
      refused('villages.badCode'),
    )
    const into = village('李家湾村').village
    mergeVillages(context, { ...village('石门村'), into, reason: '合村并组' })
    expect(readActiveVillages(context.store.db).map(({ name }) => name)).toEqual(['李家湾村', '王家坪村'])
    unmergeVillage(context, { ...village('石门村'), reason: '误合并' })
    retireVillage(context, { ...village('石门村'), reason: '划出' })
    expect(readActiveVillages(context.store.db)).toHaveLength(2)
    restoreVillage(context, { ...village('石门村'), reason: '划回' })
    expect(readActiveVillages(context.store.db)).toHaveLength(3)
  })
})

describe('township and duty', () => {
  it('keeps who relieved whom, and what was handed over', () => {
    context.session.signIn(test.officer)
    const take = (person: string, note = '') =>
      takeDuty(context, { post: 'officer', person, note, base: readPost(context.store.db, 'officer').tips })
    take(test.officer.id)
    expect(() => take(test.officer.id)).toThrow(refused('duty.alreadyOnDuty'))
    test.clock.advance(8 * 3_600_000)
    take(test.leader.id, '石门村滑坡点每小时巡查')
    expect(readPost(context.store.db, 'officer').holders).toEqual([
      { id: test.leader.id, name: '刘芳', sinceMs: test.clock.now(), note: '石门村滑坡点每小时巡查' },
    ])
    const [line] = readLogPage(context.store.db, context.store.origin, {
      filter: { subject: test.officer.id },
      before: null,
      limit: 1,
    }).lines
    expect(line?.body).toMatchObject({ from: { name: '张伟' }, person: { name: '刘芳' } })
  })

  it('changes the mode whoever asks, and marks who was outside their role', () => {
    context.session.signIn(test.officer)
    const base = readTownship(context.store.db)?.tips ?? []
    changeMode(context, { base, mode: 'emergency', reason: '暴雨红色预警' })
    const [line] = readLogPage(context.store.db, context.store.origin, { filter: {}, before: null, limit: 1 }).lines
    expect([line?.kind, line?.flags]).toEqual(['township.modeChanged', FLAG_OUTSIDE_ROLE])
    context.session.signIn(test.leader)
    changeMode(context, { base: readTownship(context.store.db)?.tips ?? [], mode: 'normal', reason: '预警解除' })
    expect(
      readLogPage(context.store.db, context.store.origin, { filter: {}, before: null, limit: 1 }).lines[0]?.flags,
    ).toBe(0)
    expect(readTownship(context.store.db)?.mode).toBe('normal')
  })

  it('is renamed by administrators only', () => {
    const base = readTownship(context.store.db)?.tips ?? []
    context.session.signIn(test.officer)
    expect(() => editTownship(context, { base, set: { name: '清溪街道' } })).toThrow(refused('session.roleNeeded'))
    context.session.signIn(test.administrator)
    editTownship(context, { base, set: { name: '清溪街道', organisation: 'subdistrict' } })
    expect(readTownship(context.store.db)).toMatchObject({ name: '清溪街道', organisation: 'subdistrict' })
  })
})
