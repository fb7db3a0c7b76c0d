import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { mergedOf } from '../../../../shared/domain/merging.ts'
import { type Person, personAggregate, refOf, rolesOf } from '../../../../shared/domain/person/person.ts'
import { actedAfterRevocation, revocationOf } from '../../../../shared/domain/person/revocation.ts'
import { textOf } from '../../../../shared/domain/registers.ts'
import { searchTextOf } from '../../../../shared/domain/searchText.ts'
import { ROLES } from '../../../../shared/domain/values.ts'
import { makeHlc } from '../../../../shared/protocol/hlc.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const START = 1_800_000_000_000
const fold = ({ events }: Pick<History, 'events'>): Person => foldEntity(personAggregate, 'person-1', events).state
const begin = () => {
  const history = makeHistory('person-1', START)
  const added = history.add('person.added', { name: '张伟', phone: '13800000001', roles: ['dutyOfficer'] })
  return { history, added }
}
const at = (seconds: number) => makeHlc(START + seconds * 1000, 0)

describe('a person', () => {
  it('has a name, a post and roles', () => {
    const { history } = begin()
    history.add('person.edited', { set: { post: '应急办科员' } })
    history.add('person.rolesChanged', { add: ['staff'], remove: [] })
    const person = fold(history)
    expect([refOf(person).name, textOf(person.fields, 'post'), rolesOf(person)]).toEqual([
      '张伟',
      '应急办科员',
      ['dutyOfficer', 'staff'],
    ])
  })

  it('keeps roles that two consoles gave at the same time, and both of two phones', () => {
    const { history, added } = begin()
    history.add('person.rolesChanged', { add: ['staff'], remove: [] }, { origin: 'd-a', sees: [added] })
    history.add('person.rolesChanged', { add: ['leaderOnDuty'], remove: [] }, { origin: 'd-b', sees: [added] })
    history.add('person.edited', { set: { phone: '1' } }, { origin: 'd-a', sees: [added] })
    history.add('person.edited', { set: { phone: '2' } }, { origin: 'd-b', sees: [added] })
    const person = fold(history)
    expect(rolesOf(person)).toEqual(['dutyOfficer', 'leaderOnDuty', 'staff'])
    expect(textOf(person.fields, 'phone')).toBe('2')
    expect(person.fields.phone?.rivals?.map(({ value }) => value)).toEqual(['1'])
  })

  it('can be merged, and taken apart again', () => {
    const { history } = begin()
    history.add('person.merged', { into: { id: 'person-2', name: '张伟' }, reason: '重复录入' })
    expect(mergedOf(fold(history).fields)).toEqual({ id: 'person-2', name: '张伟', reason: '重复录入' })
    history.add('person.unmerged', { reason: '同名不同人' })
    expect(mergedOf(fold(history).fields)).toBeNull()
  })

  it('is never in full-text search', () => {
    expect(searchTextOf('person', { name: '张伟', phone: '13800000001' })).toBe('')
  })
})

describe('a revocation', () => {
  it('holds until somebody who knew of it lifts it', () => {
    const { history } = begin()
    history.add('person.revoked', { reason: '调离' })
    expect(revocationOf(fold(history))?.reason).toBe('调离')
    history.add('person.reinstated', { reason: '返岗' })
    expect(revocationOf(fold(history))).toBeNull()
  })

  it('stands when the one who reinstated knew of another one only', () => {
    const { history, added } = begin()
    const first = history.add('person.revoked', { reason: '调离' }, { origin: 'd-a' })
    history.add('person.revoked', { reason: '违纪' }, { origin: 'd-b', sees: [added] })
    history.add('person.reinstated', { reason: '返岗' }, { origin: 'd-a', sees: [added, first] })
    expect(revocationOf(fold(history))?.reason).toBe('违纪')
  })

  it('covers the time between its own clock and that of its end', () => {
    const { history } = begin()
    history.add('person.revoked', { reason: '调离' }, { at: START + 60_000 })
    history.add('person.reinstated', { reason: '返岗' }, { at: START + 120_000 })
    const { revocations } = fold(history)
    expect([59, 61, 119, 121].map((seconds) => actedAfterRevocation(revocations, at(seconds)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

it('comes to one state whatever the order of arrival', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('person.edited' as const), name: fc.constantFrom('张伟', '张卫') }),
    fc.record({
      kind: fc.constant('person.rolesChanged' as const),
      role: fc.constantFrom(...ROLES),
      add: fc.boolean(),
    }),
    fc.record({ kind: fc.constantFrom('person.revoked' as const, 'person.reinstated' as const) }),
    fc.record({ kind: fc.constantFrom('person.merged' as const, 'person.unmerged' as const) }),
  )
  const acts = fc.array(fc.tuple(act, fc.nat(2), fc.array(fc.nat(20), { maxLength: 3 }), fc.nat(30)), { maxLength: 12 })
  fc.assert(
    fc.property(acts, fc.array(fc.nat(), { minLength: 13, maxLength: 13 }), (some, keys) => {
      const { history } = begin()
      for (const [what, device, seen, seconds] of some) {
        const sees = seen.flatMap((one) => history.events[one % history.events.length]?.version ?? [])
        const how = { origin: `d-${device}`, sees: [...new Set(sees)], at: START + seconds * 1000 }
        switch (what.kind) {
          case 'person.edited':
            history.add(what.kind, { set: { name: what.name } }, how)
            break
          case 'person.rolesChanged':
            history.add(what.kind, what.add ? { add: [what.role], remove: [] } : { add: [], remove: [what.role] }, how)
            break
          case 'person.merged':
            history.add(what.kind, { into: { id: 'person-2', name: '张伟' }, reason: '重复' }, how)
            break
          default:
            history.add(what.kind, { reason: '理由' }, how)
        }
      }
      const shuffled = history.events
        .map((event, index) => [keys[index] ?? 0, event] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, event]) => event)
      expect(fold({ events: shuffled })).toEqual(fold(history))
    }),
    { numRuns: 300 },
  )
})
