import { describe, expect, it } from 'vitest'
import { figureWords } from '../../../../renderer/features/incidents/columns.tsx'
import {
  actsOf,
  boardOf,
  callViewOf,
  contestsOf,
  seenFrom,
  standingOf,
  stepsOf,
} from '../../../../renderer/features/incidents/model.ts'
import { contestedDetail, sampleDetail, writer } from '../../../../renderer/features/incidents/samples.ts'
import type { IncidentDetail } from '../../../../shared/ipc/incidents.ts'

const { incident } = sampleDetail
const other = { id: 'incident-2', no: '0714-B01', title: '民房被埋' }
const because = { reason: '误报', by: writer(1) }
const withState = (state: Partial<typeof incident.state>, more: Partial<IncidentDetail> = {}): IncidentDetail => ({
  ...sampleDetail,
  ...more,
  incident: { ...incident, state: { ...incident.state, ...state } },
})

describe('what can be done', () => {
  it.each([
    ['open', sampleDetail, ['correct', 'claimFigures', 'transfer', 'merge', 'split', 'reopen', 'dismiss', 'void']],
    ['dismissed', withState({ dismissed: because }), ['correct', 'undismiss', 'void']],
    ['merged', withState({}, { root: other }), ['correct', 'unmerge']],
    ['voided', withState({ voided: because, dismissed: because }), ['restore']],
  ] as const)('%s', (standing, detail, acts) => {
    expect(standingOf(detail)).toBe(standing)
    expect(actsOf(detail)).toEqual(acts)
  })

  it('splits only what has more than one call, reopens only what has moved, and undoes a split and a circle', () => {
    const fresh = withState(
      { course: { ...incident.state.course, phase: 'received', reached: {} } },
      { calls: sampleDetail.calls.slice(0, 1) },
    )
    expect(actsOf(fresh)).not.toEqual(expect.arrayContaining(['split']))
    expect(actsOf(fresh)).not.toEqual(expect.arrayContaining(['reopen']))
    expect(actsOf(withState({ splitFrom: other }, { circle: true }))).toEqual(
      expect.arrayContaining(['unsplit', 'unmerge']),
    )
  })
})

it('shows each step as done, now, passed over or to come', () => {
  expect(stepsOf(incident.state.course).map(({ phase, state }) => `${phase} ${state}`)).toEqual([
    'received done',
    'verifying unreported',
    'responding now',
    'ended coming',
    'archived coming',
  ])
})

it('puts claims of calls, of the incident and of merged ones on one board, in the order of the classification', () => {
  const rows = boardOf(contestedDetail, ['dead', 'missing', 'trapped'])
  expect(rows.map(({ field, claims }) => [field, claims.map(({ amount, incident: from }) => [amount, from])])).toEqual([
    [
      'dead',
      [
        [null, 'incident-1'],
        [{ n: 1 }, 'incident-2'],
      ],
    ],
    ['missing', [[null, 'incident-1']]],
    [
      'trapped',
      [
        [{ n: 3 }, 'incident-1'],
        [{ n: 2 }, 'incident-1'],
      ],
    ],
    ['evacuated', [[{ about: 15 }, 'incident-1']]],
  ])
})

it('names everybody who set a value at the same time', () => {
  expect(contestsOf(contestedDetail.incident.state.fields)).toEqual([
    {
      field: 'level',
      options: [
        { value: 'serious', by: '李强', inForce: true },
        { value: 'relativelySerious', by: '张伟', inForce: false },
      ],
    },
  ])
})

it('says through which merged incident a call came, and who is to be confirmed', () => {
  const [first, second] = sampleDetail.calls
  expect(first && callViewOf(first, 'incident-9').through).toBe('0714-A01')
  expect(first && callViewOf(first, 'incident-1').through).toBeNull()
  expect(second && callViewOf(second, 'incident-1').unconfirmedName).toBe('小李')
})

it('a line on the incident’s own page does not name it again, a line about another does', () => {
  const label = { no: '0714-A01', title: '滑坡' }
  expect(seenFrom({ kind: 'incident.noted', body: { label, text: '断电' } }, '0714-A01').body).toEqual({
    label: { no: '', title: '' },
    text: '断电',
  })
  expect(seenFrom({ kind: 'incident.noted', body: { label, text: '断电' } }, '0714-A02').body).toEqual({
    label,
    text: '断电',
  })
  expect(
    seenFrom({ kind: 'call.recorded', body: { no: 'x', incident: { id: 'i', ...label } } }, '0714-A01').body,
  ).toEqual({ no: 'x' })
  expect(
    seenFrom(
      { kind: 'call.attached', body: { label: { no: '0714-A01' }, incident: { id: 'i', ...label } } },
      '0714-A01',
    ).body,
  ).toEqual({ label: { no: '0714-A01' }, incident: { id: 'i', ...label } })
})

it('a ledger shows the official figure, else everything that was said, never a sum', () => {
  const t = ((key: string, options?: { amounts?: string }) =>
    key.endsWith('said') ? `（${options?.amounts}）` : key.endsWith('unknown') ? '未知' : key) as never
  const said = [{ n: 1 }, null, { n: 2 }]
  expect(figureWords([{ field: 'dead', official: null, said }], 'dead', t)).toBe('（1/未知/2）')
  expect(figureWords([{ field: 'dead', official: { value: { n: 2 }, claim: 'c', source: '' }, said }], 'dead', t)).toBe(
    '2',
  )
  expect(figureWords([], 'dead', t)).toBeNull()
})
