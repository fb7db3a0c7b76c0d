import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { PHASES } from '../../../../shared/domain/incident/course.ts'
import { type Incident, incidentAggregate } from '../../../../shared/domain/incident/incident.ts'
import {
  fieldsOf,
  labelOf,
  mergedInto,
  officialOf,
  ownClaims,
} from '../../../../shared/domain/incident/readIncident.ts'
import type { Body } from '../../../../shared/domain/kinds.ts'
import { type History, makeHistory } from '../../../support/history.ts'

const T0 = 1_800_000_000_000
const label = { no: '0714-A01', title: '李家湾后山滑坡', village: { name: '李家湾村' } }
const other = { id: 'incident-2', no: '0714-B01', title: '李家湾民房被埋' }
const third = { id: 'incident-3', no: '0714-B02', title: '石门村塌方' }
const opened: Body<'incident.opened'> = {
  no: label.no,
  title: label.title,
  level: 'undetermined',
  village: { id: 'village-1', name: '李家湾村' },
  type: { key: 'landslide', name: '山体滑坡' },
}

function fold({ events }: Pick<History, 'events'>): Incident {
  return foldEntity(incidentAggregate, 'incident-1', events).state
}
function start(): History {
  const history = makeHistory('incident-1')
  history.add('incident.opened', opened)
  return history
}

describe('an incident', () => {
  it('is known by the label of a later event until the one that opened it arrives', () => {
    const history = start()
    history.add('incident.noted', { label, at: T0, text: '道路中断' })
    const stub = fold({ events: history.events.slice(1) })
    expect(stub.opened).toBeNull()
    expect(labelOf(stub)).toEqual(label)
    expect(fieldsOf(stub)).toMatchObject({ title: label.title, level: 'undetermined', type: null })
    expect(fold(history)).toMatchObject({ opened: { name: '王芳' }, label })
  })

  it('keeps both of two values set at once, until a person chooses', () => {
    const history = start()
    const [first] = history.events
    const sees = [first?.version ?? '']
    history.add('incident.corrected', { label, set: { level: 'serious' } }, { origin: 'd-a', sees, by: '王芳' })
    history.add('incident.corrected', { label, set: { level: 'ordinary' } }, { origin: 'd-b', sees, by: '李强' })
    expect(fold(history).fields.level).toMatchObject({
      value: 'ordinary',
      rivals: [{ value: 'serious', by: { name: '王芳' } }],
    })
    history.add('incident.corrected', { label, set: { level: 'serious' } })
    expect(fold(history).fields.level).toMatchObject({ value: 'serious' })
    expect(fold(history).fields.level?.rivals).toBeUndefined()
  })

  it.each([
    [
      'merged',
      'incident.merged',
      { label, into: other },
      'incident.unmerged',
      { label, from: other, reason: '不是一处' },
    ],
    [
      'unsplit',
      'incident.unsplit',
      { label, into: other, reason: '拆错' },
      'incident.unmerged',
      { label, from: other, reason: '确是两处' },
    ],
  ] as const)('%s and back leaves it as it was', (how, into, body, back, reason) => {
    const history = start()
    const before = fold(history)
    history.add(into, body as Body<typeof into>)
    expect(mergedInto(fold(history))).toEqual({ ...other, how })
    history.add(back, reason)
    const after = fold(history)
    expect(mergedInto(after)).toBeNull()
    expect({ ...after, merged: {} }).toEqual(before)
  })

  it('merged into two others at once shows both', () => {
    const history = start()
    const sees = [history.events[0]?.version ?? '']
    history.add('incident.merged', { label, into: other }, { origin: 'd-a', sees })
    history.add('incident.merged', { label, into: third }, { origin: 'd-b', sees })
    expect(fold(history).merged.into?.rivals).toHaveLength(1)
  })

  it('dismissed as a false report and back', () => {
    const history = start()
    history.add('incident.dismissed', { label, reason: '村干部到场查看，无险情' })
    expect(fold(history).dismissed?.reason).toBe('村干部到场查看，无险情')
    history.add('incident.undismissed', { label, reason: '后山确有裂缝' })
    expect(fold(history).dismissed).toBeNull()
  })

  it('a dismissal stands against taking back another one that was not it', () => {
    const history = start()
    const first = history.events[0]?.version ?? ''
    const one = history.add('incident.dismissed', { label, reason: '误报' }, { origin: 'd-a', sees: [first], at: T0 })
    history.add('incident.undismissed', { label, reason: '不是误报' }, { origin: 'd-b', sees: [one], at: T0 + 1 })
    history.add('incident.dismissed', { label, reason: '再次核实，误报' }, { origin: 'd-c', sees: [first], at: T0 + 2 })
    expect(fold(history).dismissed?.reason).toBe('再次核实，误报')
  })

  it('transferred to several bodies, and taken back from one', () => {
    const history = start()
    const transfer = (id: string, key: string, name: string) =>
      history.add('incident.transferred', {
        label,
        transfer: id,
        body: { key, name },
        person: '周科长',
        means: 'phone',
      })
    transfer('t1', 'naturalResources', '自然资源部门')
    transfer('t2', 'transport', '交通运输部门')
    const body = { key: 'transport', name: '交通运输部门' }
    history.add('incident.transferReturned', { label, transfer: 't2', body, reason: '县道不归其管' })
    expect(fold(history).transfers.map(({ body, returned }) => [body.name, returned?.reason ?? null])).toEqual([
      ['自然资源部门', null],
      ['交通运输部门', '县道不归其管'],
    ])
  })

  it('keeps figures as they were claimed; unknown is not zero and not absent', () => {
    const history = start()
    const claim = (id: string, figures: Body<'incident.figuresClaimed'>['figures']) =>
      history.add('incident.figuresClaimed', { label, claim: id, at: T0, source: '县应急局', figures })
    claim('c1', { dead: null, missing: { n: 0 } })
    claim('c2', { dead: { n: 2 } })
    expect(ownClaims(fold(history)).map(({ id, amount }) => [id, amount])).toEqual([
      ['c1:dead', null],
      ['c1:missing', { n: 0 }],
      ['c2:dead', { n: 2 }],
    ])
    history.add('incident.claimWithdrawn', { label, claim: 'c2:dead', field: 'dead', reason: '重复统计' })
    expect(ownClaims(fold(history)).map(({ id }) => id)).toEqual(['c1:dead', 'c1:missing'])
  })

  it('has the official value an officer adopted; two adopted at once stay side by side', () => {
    const history = start()
    const adopt = (n: number, how: object) =>
      history.add(
        'incident.figureAdopted',
        { label, field: 'dead', adopted: { value: { n }, claim: `c${n}:dead`, source: '县应急局' } },
        how,
      )
    const sees = [history.events[0]?.version ?? '']
    adopt(2, { origin: 'd-a', sees })
    adopt(3, { origin: 'd-b', sees })
    expect(officialOf(fold(history)).dead?.value).toEqual({ n: 3 })
    expect(fold(history).official.dead?.rivals).toMatchObject([{ value: { value: { n: 2 } } }])
    history.add('incident.figureAdopted', { label, field: 'dead', adopted: null, reason: '口径未定' })
    expect(officialOf(fold(history)).dead).toBeNull()
  })
})

const act = fc.record({
  what: fc.constantFrom(
    'correct',
    'advance',
    'reopen',
    'dismiss',
    'undismiss',
    'merge',
    'unmerge',
    'transfer',
    'return',
    'claim',
    'withdraw',
    'adopt',
    'void',
    'restore',
  ),
  pick: fc.nat(4),
  origin: fc.constantFrom('d-a', 'd-b', 'h-c'),
  at: fc.integer({ min: -20, max: 20 }),
  blind: fc.array(fc.nat(14), { maxLength: 8 }),
})

function write(
  history: History,
  { what, pick, origin, at, blind }: typeof act extends fc.Arbitrary<infer A> ? A : never,
) {
  const sees = history.events.filter((_, index) => !blind.includes(index)).map(({ version }) => version)
  const how = { origin, sees, at: T0 + at }
  const to = PHASES[pick] ?? 'ended'
  const reason = '核实后'
  switch (what) {
    case 'correct':
      return history.add('incident.corrected', { label, set: { title: `标题${pick}` } }, how)
    case 'advance':
      return history.add('incident.advanced', { label, to, skipped: [] }, how)
    case 'reopen':
      return history.add('incident.reopened', { label, to, reason }, how)
    case 'dismiss':
      return history.add('incident.dismissed', { label, reason }, how)
    case 'undismiss':
      return history.add('incident.undismissed', { label, reason }, how)
    case 'merge':
      return history.add('incident.merged', { label, into: pick % 2 ? other : third }, how)
    case 'unmerge':
      return history.add('incident.unmerged', { label, from: other, reason }, how)
    case 'transfer':
      return history.add(
        'incident.transferred',
        { label, transfer: `t${pick}`, body: { key: 'water', name: '水利部门' }, person: '', means: 'phone' },
        how,
      )
    case 'return':
      return history.add(
        'incident.transferReturned',
        { label, transfer: `t${pick}`, body: { key: 'water', name: '水利部门' }, reason },
        how,
      )
    case 'claim':
      return history.add(
        'incident.figuresClaimed',
        { label, claim: `c${pick}`, at: T0, source: '网格员', figures: { dead: pick ? { n: pick } : null } },
        how,
      )
    case 'withdraw':
      return history.add('incident.claimWithdrawn', { label, claim: `c${pick}:dead`, field: 'dead', reason }, how)
    case 'adopt':
      return history.add(
        'incident.figureAdopted',
        { label, field: 'dead', adopted: { value: { n: pick }, claim: `c${pick}:dead`, source: '网格员' } },
        how,
      )
    case 'void':
      return history.add('incident.voided', { label, reason }, how)
    case 'restore':
      return history.add('incident.restored', { label, reason }, how)
  }
}

it('comes to the same state in whatever order its events arrive', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (acts, dice) => {
      const history = start()
      for (const one of acts) write(history, one)
      const shuffled = history.events
        .map((event) => [dice.next().value, event] as const)
        .sort(([a], [b]) => a - b)
        .map(([, event]) => event)
      const state = foldEntity(incidentAggregate, 'incident-1', history.events)
      expect(foldEntity(incidentAggregate, 'incident-1', shuffled)).toEqual(state)
      // Every move is somewhere: in force, replaced by a reopening, or shown as 未生效; none is lost without a trace.
      const moves = acts.filter(({ what }) => what === 'advance' || what === 'reopen').length
      const { reached, reopenings, ineffective } = state.state.course
      expect(Object.keys(reached).length + reopenings.length + ineffective.length).toBeLessThanOrEqual(moves)
      if (reopenings.length === 0) expect(Object.keys(reached).length + ineffective.length).toBe(moves)
    }),
  )
})
