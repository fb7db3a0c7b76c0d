import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Call, callAggregate } from '../../../../shared/domain/call/call.ts'
import { claimsOf, fieldsOf, figuresOf, isUnconfirmed, labelOf } from '../../../../shared/domain/call/readCall.ts'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { type Body, bodies } from '../../../../shared/domain/kinds.ts'
import { laneOf } from '../../../../shared/domain/lane.ts'
import { mentionsOf } from '../../../../shared/domain/mentions.ts'
import { searchTextOf } from '../../../../shared/domain/searchText.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const T0 = 1_800_000_000_000
const label = { no: '0714-A01' }
const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾后山滑坡' }
const other = { id: 'incident-2', no: '0714-A02', title: '石门村塌方' }
const recorded: Body<'call.recorded'> = {
  no: '0714-A01',
  reportedAt: T0,
  source: { key: 'villageCadre', name: '村干部' },
  caller: { name: '王建国', phone: '13800000000', post: '村支书' },
  village: { id: 'village-1', name: '李家湾村' },
  place: '二组后山',
  type: { key: 'landslide', name: '山体滑坡' },
  level: 'undetermined',
  figures: { dead: null, trapped: { n: 2 }, injured: { n: 0 } },
  description: '后山滑坡埋了一栋房',
  incident,
}

const fold = ({ events }: Pick<History, 'events'>): Call => foldEntity(callAggregate, 'call-1', events).state
function start(body: Body<'call.recorded'> = recorded): History {
  const history = makeHistory('call-1')
  history.add('call.recorded', body)
  return history
}

describe('a call', () => {
  it('claims its figures for the incident it belongs to; unknown, zero and unsaid stay three things', () => {
    const state = fold(start())
    expect(figuresOf(state)).toEqual({ dead: null, trapped: { n: 2 }, injured: { n: 0 } })
    expect(claimsOf(state).map(({ id, amount, source, at, incident: to }) => [id, amount, source, at, to])).toEqual([
      ['call-1:dead', null, '村干部 0714-A01', T0, 'incident-1'],
      ['call-1:injured', { n: 0 }, '村干部 0714-A01', T0, 'incident-1'],
      ['call-1:trapped', { n: 2 }, '村干部 0714-A01', T0, 'incident-1'],
    ])
    expect(labelOf(state).about).toBe('李家湾村二组后山山体滑坡')
  })

  it('takes its claims along when it is moved, and makes none while detached or void', () => {
    const history = start()
    history.add('call.attached', { label, incident: other, from: incident })
    expect(claimsOf(fold(history)).every((claim) => claim.incident === 'incident-2')).toBe(true)
    history.add('call.detached', { label, incident: other, reason: '不是一件事' })
    expect(claimsOf(fold(history))).toEqual([])
    history.add('call.attached', { label, incident })
    history.add('call.voided', { label, reason: '重复登记' })
    expect(claimsOf(fold(history))).toEqual([])
    history.add('call.restored', { label, reason: '不是重复' })
    expect(claimsOf(fold(history))).toHaveLength(3)
  })

  it('a figure can be corrected to unknown, and withdrawn altogether', () => {
    const history = start()
    history.add('call.corrected', {
      label,
      set: {},
      figures: { trapped: null },
      withdrawn: ['dead'],
      reason: '来电人更正',
    })
    expect(figuresOf(fold(history))).toEqual({ trapped: null, injured: { n: 0 } })
  })

  it('attached to two incidents at once keeps both in sight', () => {
    const history = start()
    const sees = [history.events[0]?.version ?? '']
    history.add('call.attached', { label, incident: other }, { origin: 'd-a', sees })
    history.add('call.detached', { label, incident, reason: '待定' }, { origin: 'd-b', sees })
    expect(fold(history).fields.incident).toMatchObject({ value: null, rivals: [{ value: other }] })
  })

  it('taken without sign-in waits for somebody to vouch for it', () => {
    const history = makeHistory('call-1')
    history.add('call.recorded', { ...recorded, claimedName: '小李' })
    expect(isUnconfirmed(fold(history))).toBe(true)
    history.add('call.confirmed', { label, claimedName: '小李' }, { by: '张伟' })
    expect(fold(history)).toMatchObject({ claimedName: '小李', confirmed: { name: '张伟' } })
    expect(isUnconfirmed(fold(history))).toBe(false)
    expect(isUnconfirmed(fold(start()))).toBe(false)
  })

  it('is known by its number until its record arrives', () => {
    const history = start()
    history.add('call.attached', { label: { no: '0714-A01', about: '李家湾村滑坡' }, incident: other })
    const stub = fold({ events: history.events.slice(1) })
    expect(stub).toMatchObject({ recorded: null, label: { no: '0714-A01', about: '李家湾村滑坡' } })
    expect(fieldsOf(stub)).toMatchObject({ incident: other, village: null })
  })
})

it('appears with its incident and village, and hides the caller from search', () => {
  const body = bodies['call.recorded'].parse(recorded)
  expect(mentionsOf('call-1', body as never)).toEqual(['call-1', 'village-1', 'incident-1'])
  const words = searchTextOf('call', body as never)
  expect(words).toContain('山体滑坡')
  expect(words).not.toContain('13800000000')
  expect(words).not.toContain('王建国')
})

it.each([
  [{ figures: { dead: { n: 1 } } }, 0],
  [{ figures: { missing: null } }, 0],
  [{ figures: { trapped: { n: 0 } } }, 1],
  [{ figures: { evacuated: { n: 15 } } }, 1],
  [{ figures: {}, level: 'relativelySerious' }, 0],
  [{ figures: {}, level: 'ordinary' }, 1],
] as const)('a call with %j travels in lane %d', (more, lane) => {
  expect(laneOf('call.recorded', { ...recorded, ...more })).toBe(lane)
  const { figures, level = 'undetermined' } = { level: 'undetermined' as const, ...more }
  expect(laneOf('call.corrected', { label, set: { level }, figures, reason: '更正' })).toBe(lane)
})

it('incidents opened for lives, graded or with such figures overtake; the rest is command', () => {
  const short = { no: '0714-A01', title: '滑坡' }
  expect(laneOf('incident.opened', { ...short, level: 'undetermined', lives: true })).toBe(0)
  expect(laneOf('incident.opened', { ...short, level: 'serious' })).toBe(0)
  expect(laneOf('incident.opened', { ...short, level: 'ordinary' })).toBe(1)
  expect(laneOf('incident.corrected', { label: short, set: { level: 'especiallySerious' } })).toBe(0)
  expect(laneOf('incident.corrected', { label: short, set: { place: '二组' } })).toBe(1)
  expect(laneOf('incident.noted', { label: short, at: T0, text: '道路抢通' })).toBe(1)
  expect(
    laneOf('incident.figuresClaimed', { label: short, claim: 'c', at: T0, source: '县', figures: { dead: { n: 1 } } }),
  ).toBe(0)
})

const step = fc.record({
  what: fc.constantFrom('correct', 'attach', 'detach', 'confirm', 'void', 'restore'),
  pick: fc.nat(3),
  origin: fc.constantFrom('d-a', 'd-b', 'h-c'),
  at: fc.integer({ min: -20, max: 20 }),
  blind: fc.array(fc.nat(12), { maxLength: 8 }),
})

it('comes to the same state in whatever order its events arrive', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (steps, dice) => {
      const history = start()
      for (const { what, pick, origin, at, blind } of steps) {
        const sees = history.events.filter((_, index) => !blind.includes(index)).map(({ version }) => version)
        const how = { origin, sees, at: T0 + at }
        const reason = '核实'
        if (what === 'correct')
          history.add(
            'call.corrected',
            { label, set: { place: `${pick}组` }, figures: { dead: pick ? { n: pick } : null }, reason },
            how,
          )
        if (what === 'attach') history.add('call.attached', { label, incident: pick % 2 ? incident : other }, how)
        if (what === 'detach') history.add('call.detached', { label, incident, reason }, how)
        if (what === 'confirm') history.add('call.confirmed', { label, claimedName: '' }, how)
        if (what === 'void') history.add('call.voided', { label, reason }, how)
        if (what === 'restore') history.add('call.restored', { label, reason }, how)
      }
      const shuffled = history.events
        .map((event) => [dice.next().value, event] as const)
        .sort(([a], [b]) => a - b)
        .map(([, event]) => event)
      expect(foldEntity(callAggregate, 'call-1', shuffled)).toEqual(foldEntity(callAggregate, 'call-1', history.events))
    }),
  )
})
