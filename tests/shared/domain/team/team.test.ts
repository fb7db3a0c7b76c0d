import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { laneOf } from '../../../../shared/domain/lane.ts'
import { searchTextOf } from '../../../../shared/domain/searchText.ts'
import { MEMBERS_AT_ONCE, teamBodies } from '../../../../shared/domain/team/events.ts'
import {
  countRivals,
  fieldsOf,
  isRetired,
  membersOf,
  mergedInto,
  statusOf,
} from '../../../../shared/domain/team/read.ts'
import { type Team, teamAggregate } from '../../../../shared/domain/team/team.ts'
import { MAX_ENVELOPE_BYTES } from '../../../../shared/protocol/envelope.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const fold = ({ events }: Pick<History, 'events'>): Team => foldEntity(teamAggregate, 'team-1', events).state
const phonesOf = (team: Team) => membersOf(team).map(({ name, phone }) => `${name} ${phone}`)

function begin(): { history: History; added: string } {
  const history = makeHistory('team-1')
  const added = history.add('team.added', { name: '李家湾村应急救援队', kind: 'village', strength: 12 })
  return { history, added }
}

describe('a team', () => {
  it('has its fields, people, state; what was never said is empty, not zero', () => {
    const { history } = begin()
    history.add('team.membersSet', {
      members: [
        { id: 'm1', name: '李建国', phone: '13800000001', post: '队长', skills: ['急救'] },
        { id: 'm2', name: '王强' },
      ],
    })
    history.add('team.membersSet', { members: [{ id: 'm2', phone: '13800000002' }] })
    history.add('team.stateChanged', { name: '李家湾村应急救援队', state: 'dispatched', reason: '二组滑坡' })
    const team = fold(history)
    expect(fieldsOf(team)).toEqual({
      name: '李家湾村应急救援队',
      kind: 'village',
      village: null,
      leader: null,
      phone: '',
      skills: [],
      equipment: [],
      strength: 12,
      note: '',
    })
    expect(membersOf(team)).toEqual([
      { id: 'm1', name: '李建国', phone: '13800000001', post: '队长', skills: ['急救'] },
      { id: 'm2', name: '王强', phone: '13800000002', post: '', skills: [] },
    ])
    expect(statusOf(team)).toEqual({ state: 'dispatched', reason: '二组滑坡' })
    expect(statusOf(fold(begin().history))).toEqual({ state: 'standby', reason: '' })
  })

  it('keeps both values when two consoles edit one field at once, and edits of different fields beside each other', () => {
    const { history, added } = begin()
    const sees = [added]
    history.add('team.edited', { set: { phone: '0796-1111111' } }, { origin: 'd-a', sees, by: '张伟' })
    history.add('team.edited', { set: { phone: '0796-2222222' } }, { origin: 'd-b', sees, by: '刘芳' })
    history.add('team.edited', { set: { strength: 15 } }, { origin: 'd-c', sees })
    const team = fold(history)
    expect(fieldsOf(team)).toMatchObject({ phone: '0796-2222222', strength: 15 })
    expect(team.fields.phone?.rivals?.map(({ value, by }) => [value, by.name])).toEqual([['0796-1111111', '张伟']])
    expect(countRivals(team)).toBe(1)
  })

  it('two consoles that change the state at once leave both states to be seen', () => {
    const { history, added } = begin()
    const change = (state: 'dispatched' | 'resting', origin: string) =>
      history.add('team.stateChanged', { name: 'x', state, reason: '' }, { origin, sees: [added] })
    change('dispatched', 'd-a')
    change('resting', 'd-b')
    const team = fold(history)
    expect(statusOf(team).state).toBe('resting')
    expect(team.fields.status?.rivals?.map(({ value }) => value)).toEqual([{ state: 'dispatched', reason: '' }])
  })

  it('a removed member stays removed for whoever edits without having seen it, and comes back for whoever has', () => {
    const { history } = begin()
    const set = history.add('team.membersSet', { members: [{ id: 'm1', name: '李建国', phone: '1' }] })
    const removed = history.add('team.membersRemoved', { members: [{ id: 'm1', name: '李建国' }], reason: '外出务工' })
    history.add('team.membersSet', { members: [{ id: 'm1', phone: '2' }] }, { origin: 'd-b', sees: [set] })
    expect(phonesOf(fold(history))).toEqual([])
    history.add('team.membersSet', { members: [{ id: 'm1', phone: '3' }] }, { origin: 'd-c', sees: [removed] })
    expect(phonesOf(fold(history))).toHaveLength(1)
  })

  it('is retired and restored, merged and taken back', () => {
    const { history } = begin()
    history.add('team.retired', { reason: '并村后撤销' })
    history.add('team.merged', { into: { id: 'team-2', name: '清溪村队' }, reason: '重复登记' })
    expect([isRetired(fold(history)), mergedInto(fold(history))]).toEqual([true, 'team-2'])
    history.add('team.restored', { reason: '误操作' })
    history.add('team.unmerged', { reason: '不是同一支队伍' })
    expect([isRetired(fold(history)), mergedInto(fold(history))]).toEqual([false, null])
  })

  it('can be read in part before the team itself has arrived', () => {
    const history = makeHistory('team-1')
    history.add('team.stateChanged', { name: '民兵应急排', state: 'dispatched', reason: '' })
    expect([fieldsOf(fold(history)).name, statusOf(fold(history)).state]).toEqual(['民兵应急排', 'dispatched'])
  })

  it('sends its state as command traffic, its roster as routine', () => {
    expect(laneOf('team.stateChanged', { name: 'x', state: 'standby', reason: '' })).toBe(1)
    expect(laneOf('team.membersSet', { members: [{ id: 'm1' }] })).toBe(2)
  })

  it('keeps the people of a roster out of full-text search', () => {
    const body = { members: [{ id: 'm1', name: '李建国', phone: '13800000001' }] }
    expect(searchTextOf('team', body)).toBe('')
    const added = {
      name: '李家湾村队',
      kind: 'village',
      leader: { name: '李建国', phone: '138' },
      equipment: [{ name: '冲锋舟' }],
    }
    expect(searchTextOf('team', added).split('\n')).toEqual(['李家湾村队', '冲锋舟'])
  })

  it('a full event of members fits into an envelope', () => {
    const long = '长'.repeat(200)
    const member = { id: 'x'.repeat(120), name: long, phone: long, post: long, skills: [long] }
    const body = teamBodies['team.membersSet'].parse({ members: Array(MEMBERS_AT_ONCE).fill(member) })
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(MAX_ENVELOPE_BYTES - 2_000)
  })
})

const act = fc.record({
  device: fc.constantFrom('d-a', 'd-b', 'h-c'),
  at: fc.nat(20),
  sees: fc.array(fc.nat(50), { maxLength: 3 }),
  what: fc.nat(7),
  value: fc.constantFrom('一', '二', '三'),
  member: fc.constantFrom('m1', 'm2'),
})

describe('order of arrival', () => {
  it('never changes a team', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), fc.infiniteStream(fc.nat()), (acts, keys) => {
        const history = makeHistory('team-1')
        const versions: string[] = []
        for (const { device, at, sees, what, value, member } of acts) {
          const seen = [...new Set(sees.flatMap((index) => versions[index % Math.max(versions.length, 1)] ?? []))]
          const how = { origin: device, sees: seen, at: 1_800_000_000_000 + at }
          const add = () => {
            if (what === 0) return history.add('team.added', { name: value, kind: 'village' }, how)
            if (what === 1) return history.add('team.edited', { set: { phone: value } }, how)
            if (what === 2) return history.add('team.membersSet', { members: [{ id: member, phone: value }] }, how)
            if (what === 3)
              return history.add('team.membersRemoved', { members: [{ id: member, name: '' }], reason: value }, how)
            if (what === 4)
              return history.add('team.stateChanged', { name: value, state: 'resting', reason: value }, how)
            if (what === 5) return history.add('team.retired', { reason: value }, how)
            if (what === 6) return history.add('team.restored', { reason: value }, how)
            return history.add('team.merged', { into: { id: value, name: value }, reason: value }, how)
          }
          versions.push(add())
        }
        const shuffled = history.events
          .map((event) => [keys.next().value, event] as const)
          .sort(([a], [b]) => (a ?? 0) - (b ?? 0))
          .map(([, event]) => event)
        expect(fold({ events: shuffled })).toEqual(fold(history))
      }),
      { numRuns: 300 },
    )
  })
})
