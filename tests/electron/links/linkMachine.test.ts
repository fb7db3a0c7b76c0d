import { describe, expect, test } from 'vitest'
import {
  holdMs,
  type LinkEvent,
  type LinkLimits,
  type LinkMachine,
  newLink,
  stepLink,
} from '../../../electron/links/linkMachine.ts'
import { readLinkRules } from '../../../electron/links/linkRules.ts'
import { LINK_KINDS, type LinkKind } from '../../../shared/ipc/links.ts'

const rules = readLinkRules()
const limitsOf = (kind: LinkKind): LinkLimits => ({ rules, kind, backoffMs: (attempt) => 1_000 * 2 ** (attempt - 1) })

/** Runs events, each at its second. @returns the states passed and everything asked for. */
function run(kind: LinkKind, ...events: readonly (readonly [second: number, event: LinkEvent])[]) {
  let machine = newLink(0, false)
  const states: string[] = []
  const effects: string[] = []
  for (const [second, event] of events) {
    const step = stepLink(machine, event, second * 1_000, limitsOf(kind))
    machine = step.machine
    states.push(`${machine.phase.state} ${machine.phase.reason}`)
    effects.push(...step.effects.map((effect) => ('ms' in effect ? `${effect.do} ${effect.ms}` : effect.do)))
  }
  return { machine, states, effects }
}

const connect: LinkEvent = { type: 'connect' }
const welcomed: LinkEvent = { type: 'welcomed' }
const probed: LinkEvent = { type: 'probed' }
const lost: LinkEvent = { type: 'failed', reason: 'lost' }

describe('a link comes up', () => {
  test('broadband after two answers five seconds apart', () => {
    expect(run('broadband', [0, connect], [1, welcomed], [6, probed])).toMatchObject({
      states: ['probing connecting', 'probing confirming', 'up answering'],
      effects: ['open', 'probeIn 5000'],
      machine: { upSince: 6_000 },
    })
  })

  test('a satellite after one', () => {
    expect(run('satellite', [0, connect], [4, welcomed]).states).toEqual(['probing connecting', 'up answering'])
  })

  test('not by an answer that nobody waited for', () => {
    expect(run('broadband', [0, probed], [0, welcomed], [0, connect], [1, probed]).states).toEqual([
      'down starting',
      'down starting',
      'probing connecting',
      'probing connecting',
    ])
  })
})

describe('a link goes down', () => {
  test('after three missing answers, and is unsteady before', () => {
    const missed = (count: number): LinkEvent => ({ type: 'missed', count })
    expect(
      run('satellite', [0, connect], [1, welcomed], [5, missed(1)], [9, missed(2)], [13, missed(3)]),
    ).toMatchObject({
      states: ['probing connecting', 'up answering', 'degraded missedAck', 'degraded missedAck', 'down noAnswer'],
      effects: ['open', 'close', 'retryIn 1000'],
    })
  })

  test('not when an answer comes after all', () => {
    const { machine, states } = run(
      'satellite',
      [0, connect],
      [1, welcomed],
      [5, { type: 'missed', count: 2 }],
      [6, { type: 'alive' }],
    )
    expect(states.at(-1)).toBe('up answering')
    expect(machine.upSince).toBe(1_000)
  })

  test('and waits longer after each try that fails, from the shortest again after a good connection', () => {
    const { effects } = run(
      'broadband',
      [0, connect],
      [1, lost],
      [2, connect],
      [3, lost],
      [5, connect],
      [6, welcomed],
      [11, probed],
      [60, lost],
    )
    expect(effects.filter((effect) => effect.startsWith('retryIn'))).toEqual([
      'retryIn 1000',
      'retryIn 2000',
      'retryIn 1000',
    ])
  })
})

describe('the wrong card', () => {
  const up = [
    [0, connect],
    [1, welcomed],
  ] as const
  test('shows until the traffic is seen at the right one', () => {
    const { states } = run('satellite', ...up, [9, { type: 'card', wrong: true }], [14, { type: 'card', wrong: false }])
    expect(states.slice(2)).toEqual(['degraded wrongCard', 'up answering'])
  })

  test('shows again after missing answers came', () => {
    const { states } = run(
      'satellite',
      ...up,
      [9, { type: 'missed', count: 1 }],
      [9, { type: 'card', wrong: true }],
      [10, { type: 'alive' }],
    )
    expect(states.slice(2)).toEqual(['degraded missedAck', 'degraded missedAck', 'degraded wrongCard'])
  })
})

describe('a person', () => {
  test('forbids a link: it finishes what is under way, rests, and is not tried', () => {
    const { states, effects } = run(
      'satellite',
      [0, connect],
      [1, welcomed],
      [2, { type: 'forbid' }],
      [7, { type: 'drained' }],
      [8, connect],
    )
    expect(states.slice(2)).toEqual(['draining forbidden', 'down forbidden', 'down forbidden'])
    expect(effects.slice(1)).toEqual(['drainIn 5000', 'close'])
  })

  test('allows it again: tried at once', () => {
    expect(run('satellite', [0, { type: 'forbid' }], [1, { type: 'allow' }]).states).toEqual([
      'down forbidden',
      'probing connecting',
    ])
  })
})

describe('a link billed by session', () => {
  test('hangs up when everything is sent, goes on when there is more, calls in after an hour', () => {
    const { states, effects } = run(
      'satellite',
      [0, connect],
      [1, welcomed],
      [2, { type: 'flushed' }],
      [3, { type: 'work' }],
      [4, { type: 'flushed' }],
      [6, { type: 'drained' }],
      [7, { type: 'work' }],
    )
    expect(states.slice(2)).toEqual([
      'draining flushed',
      'up answering',
      'draining flushed',
      'down standby',
      'probing connecting',
    ])
    expect(effects).toEqual(['open', 'drainIn 2000', 'drainIn 2000', 'close', 'retryIn 3600000', 'open'])
  })
})

describe('the hold before a link takes over again', () => {
  const flapped = (times: number): LinkMachine => ({
    ...newLink(0, false),
    flaps: Array.from({ length: times }, () => 0),
  })
  test.each([
    [0, 0],
    [1, 120_000],
    [2, 120_000],
    [3, 240_000],
    [4, 480_000],
    [5, 900_000],
    [9, 900_000],
  ])('after %i failures: %i ms', (times, ms) => {
    expect(holdMs(flapped(times), rules)).toBe(ms)
  })

  test('counts those of ten minutes', () => {
    const flap = (second: number): (readonly [number, LinkEvent])[] => [
      [second, connect],
      [second + 1, welcomed],
      [second + 2, lost],
    ]
    expect(run('satellite', ...flap(0), ...flap(100), ...flap(1_000)).machine.flaps).toHaveLength(1)
    expect(run('satellite', ...flap(0), ...flap(100), ...flap(500)).machine.flaps).toHaveLength(3)
  })
})

test('every kind of link has its limits', () => {
  expect(Object.keys(rules.kinds).toSorted()).toEqual([...LINK_KINDS].toSorted())
})
