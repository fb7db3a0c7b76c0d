import { describe, expect, test } from 'vitest'
import { deviceRevoked } from '../../../hub/core/countyActs.ts'
import { MAX_ENVELOPE_BYTES, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import type { Frame, OutgoingFrame } from '../../../shared/protocol/frames.ts'
import { joinedRawConsole, type RawConsole } from '../../support/rawConsole.ts'
import { DIVISION } from '../../support/simulatedHub.ts'
import { createSimulation, type Simulation } from '../../support/simulation.ts'

function setUp(seed: number): { simulation: Simulation; a: RawConsole; b: RawConsole } {
  const simulation = createSimulation(seed)
  const a = joinedRawConsole(simulation, 'a')
  const b = joinedRawConsole(simulation, 'b')
  a.take()
  return { simulation, a, b }
}

const ack = (seq: number, event: SealedEvent | undefined, epoch = '1-00000001'): object =>
  expect.objectContaining({ t: 'ack', epoch, lane: 2, seq, hash: event?.hash.slice(0, 16) ?? '' })

const downTo = (frames: readonly Frame[]): readonly number[] =>
  frames.flatMap((frame) => (frame.t === 'down' && frame.lane === 2 ? [frame.from] : []))

describe('a good event', () => {
  test('is acknowledged with its hash, and reaches the other console of the township', () => {
    const { simulation, a, b } = setUp(1)
    const event = a.event(2, { text: '水位 3 米' })
    expect(a.send(a.events(2, 1, [event]))).toEqual([ack(1, event)])
    expect(simulation.hub.hashes()).toContain(event.hash)
    expect(b.take()).toContainEqual(expect.objectContaining({ t: 'down', lane: 2, from: 1 }))
  })

  test('sent again is acknowledged again and filed once', () => {
    const { simulation, a, b } = setUp(2)
    const event = a.event(2, { text: '一' })
    a.send(a.events(2, 1, [event]))
    expect(a.send(a.events(2, 1, [event]))).toEqual([ack(1, event)])
    expect(downTo(b.take())).toEqual([1])
    expect(simulation.hub.hashes().filter((hash) => hash === event.hash)).toHaveLength(1)
  })

  test('several frames of one turn share one acknowledgement a chain', () => {
    const { a } = setUp(3)
    const events = [1, 2, 3].map((n) => a.event(2, { n }))
    const frames = events.map((event, index) => a.events(2, index + 1, [event]))
    expect(a.send(...frames)).toEqual([ack(3, events[2])])
  })

  test('an overlapping frame adds what is new of it', () => {
    const { simulation, a } = setUp(4)
    const events = [1, 2, 3].map((n) => a.event(2, { n }))
    a.send(a.events(2, 1, events.slice(0, 2)))
    expect(a.send(a.events(2, 2, events.slice(1)))).toEqual([ack(3, events[2])])
    expect(simulation.hub.hashes()).toEqual(expect.arrayContaining(events.map(({ hash }) => hash)))
  })
})

describe('a gap', () => {
  test('takes nothing and asks for the missing number', () => {
    const { simulation, a } = setUp(1)
    const [, second] = [1, 2].map((n) => a.event(2, { n }))
    expect(a.send(a.events(2, 2, second ? [second] : []))).toEqual([{ t: 'gap', epoch: a.epoch, lane: 2, from: 1 }])
    expect(simulation.hub.hashes()).not.toContain(second?.hash)
  })
})

describe('an event that cannot be accepted consumes its number and never blocks the next', () => {
  test.each([
    ['another township’s scope', { scope: '360123102' }, 'wrongScope'],
    ['another device’s name', { origin: 'd0123' }, 'wrongIdentity'],
    ['another epoch', { epoch: '2-00000000' }, 'wrongIdentity'],
    ['another lane', { lane: 0 as const }, 'wrongIdentity'],
    ['another number', { seq: 7, n: 7, prev: 'f'.repeat(64) }, 'wrongIdentity'],
    ['a first event with something before it', { prev: 'f'.repeat(64) }, 'malformed'],
    ['too large', { body: { text: '水'.repeat(MAX_ENVELOPE_BYTES / 3) } }, 'tooLarge'],
  ])('%s', (_, change, code) => {
    const { simulation, a, b } = setUp(1)
    const bad = a.event(2, { n: 1 }, change)
    const good = a.event(2, { n: 2 }, { seq: 2, prev: bad.hash })
    const answers = a.send(a.events(2, 1, [bad, good]))
    // What was too large has no hash at the hub; the next event's past is then taken as given.
    expect(answers).toEqual([{ t: 'park', epoch: a.epoch, lane: 2, seq: 1, code }, ack(2, good)])
    expect(simulation.hub.hashes()).toContain(good.hash)
    expect(simulation.hub.hashes()).not.toContain(bad.hash)
    const received = b.take().flatMap((frame) => (frame.t === 'down' && frame.lane === 2 ? frame.events : []))
    expect(received).toHaveLength(1)
  })

  test.each([
    ['no envelope', 'null', 'malformed'],
    ['an envelope of a newer version', '[2,"x"]', 'unknownVersion'],
    ['a number JSON cannot carry', '[1,1e999]', 'malformed'],
    ['deep nesting', `[1,${'['.repeat(50_000)}${']'.repeat(50_000)}]`, 'malformed'],
  ])('%s', (_, text, code) => {
    const { simulation, a } = setUp(2)
    const good = a.event(2, { n: 2 }, { seq: 2, n: 2, prev: 'f'.repeat(64) })
    const frame = { ...a.events(2, 1, [good]), events: [Buffer.from(text), good.bytes] } as ReturnType<
      RawConsole['events']
    >
    expect(a.send(frame)).toEqual([{ t: 'park', epoch: a.epoch, lane: 2, seq: 1, code }, ack(2, good)])
    expect(simulation.hub.failures()).toEqual([])
  })

  test('is told again with its reason when it is sent again', () => {
    const { a } = setUp(3)
    const bad = a.event(2, { n: 1 }, { scope: '360123102' })
    const first = a.send(a.events(2, 1, [bad]))
    expect(a.send(a.events(2, 1, [bad]))).toEqual(first)
  })

  test('is kept with what it said', () => {
    const { simulation, a } = setUp(4)
    const bad = a.event(2, { text: '串门的记录' }, { scope: '360123102' })
    a.send(a.events(2, 1, [bad]))
    const rows = simulation.hub.db().prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM parked').all()
    expect(rows.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(bad.bytes)])
  })
})

describe('a fork', () => {
  function forked(seed: number): {
    simulation: Simulation
    a: RawConsole
    b: RawConsole
    first: SealedEvent
    other: SealedEvent
  } {
    const { simulation, a, b } = setUp(seed)
    const first = a.event(2, { text: '一' })
    const other = a.event(2, { text: '二' }, { seq: 1, prev: '' })
    a.send(a.events(2, 1, [first]))
    b.take()
    return { simulation, a, b, first, other }
  }

  test('is answered with what the hub holds; both are kept, an alarm is raised, nothing is filed', () => {
    const { simulation, a, b, first, other } = forked(1)
    const answers = a.send(a.events(2, 1, [other]))
    expect(answers).toEqual([
      { t: 'fork', epoch: a.epoch, lane: 2, seq: 1, hash: first.hash.slice(0, 16) },
      ack(1, first),
    ])
    const branch = simulation.hub.db().prepare<[], { hash: Uint8Array }>('SELECT hash FROM branch').all()
    expect(branch.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual([other.hash])
    expect(simulation.hub.db().prepare('SELECT kind FROM alarm').all()).toEqual([{ kind: 'fork' }])
    expect(b.take()).toEqual([])
  })

  test('in the past of the next event is seen too', () => {
    const { a, other } = forked(2)
    const after = a.event(2, { text: '三' }, { seq: 2, prev: other.hash })
    expect(a.send(a.events(2, 2, [after]))[0]).toEqual({ t: 'fork', epoch: a.epoch, lane: 2, seq: 2, hash: '' })
  })

  test('said again raises no second alarm', () => {
    const { simulation, a, other } = forked(3)
    a.send(a.events(2, 1, [other]))
    a.send(a.events(2, 1, [other]))
    expect(simulation.hub.db().prepare('SELECT count(*) AS count FROM alarm').get()).toEqual({ count: 1 })
  })
})

describe('other townships', () => {
  test('hear nothing of it', () => {
    const simulation = createSimulation(1)
    const a = joinedRawConsole(simulation, 'a')
    const far = joinedRawConsole(simulation, 'far', '360123102')
    const event = a.event(0, { text: '决口' })
    a.send(a.events(0, 1, [event]))
    expect(far.take()).toEqual([])
  })
})

describe('after a revocation', () => {
  test('what was under way is kept aside, not dropped', () => {
    const { simulation, a } = setUp(1)
    const event = a.event(2, { text: '已在路上' })
    simulation.hub.store().revokeDevice(a.origin, 1)
    const answers = a.send(a.events(2, 1, [event]))
    expect(answers.map(({ t }) => t)).toEqual(['park', 'ack', 'error'])
    expect(answers.at(0)).toMatchObject({ code: 'revoked' })
    expect(a.closed()).toBe(true)
    simulation.hub.core().act([deviceRevoked(a.origin, DIVISION, '遗失', '王主任')])
    expect(simulation.hub.db().prepare('SELECT code FROM parked').all()).toEqual([{ code: 'revoked' }])
  })
})

describe('frames that do not belong', () => {
  test.each<[string, OutgoingFrame]>([
    ['an error of the console’s', { t: 'error', code: 'noAnswer' }],
    ['an answer instead of a question', { t: 'gap', epoch: '1-a', lane: 0, from: 1 }],
  ])('%s ends the connection', (_, frame) => {
    const { simulation, a } = setUp(1)
    a.send(frame)
    expect(a.closed()).toBe(true)
    expect(simulation.hub.failures()).toEqual([])
  })

  test('nonsense is answered with its reason and ends the connection; the events before it are kept', () => {
    const { simulation, a } = setUp(2)
    const event = a.event(2, { text: '一' })
    a.send(a.events(2, 1, [event]))
    expect(a.sendBytes(new Uint8Array([0]))).toEqual([{ t: 'error', code: 'malformed' }])
    expect(a.closed()).toBe(true)
    expect(simulation.hub.hashes()).toContain(event.hash)
  })
})

test('the county’s own events form one chain a township, and nobody can write into them', () => {
  const { simulation, a } = setUp(1)
  const chains = simulation.hub.store().chainsOf(simulation.hub.core().hubId)
  expect(chains.map(({ epoch, seq }) => [epoch.split('.')[1], seq])).toEqual([[DIVISION, 2]])
  const forged = a.event(
    1,
    { no: '1' },
    { origin: simulation.hub.core().hubId, epoch: chains[0]?.epoch ?? '', seq: 3, n: 3, prev: 'f'.repeat(64) },
  )
  expect(a.send(a.events(1, 1, [forged])).at(0)).toMatchObject({ t: 'park', code: 'wrongIdentity' })
})
