import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { createSimulation, join, type SimulatedConsole, type Simulation, settle } from '../support/simulation.ts'

type Who = 'a' | 'b'
/** What happens to two consoles of one township, in some order. */
type Step =
  | { readonly do: 'write'; readonly who: Who; readonly lane: Lane; readonly times: number }
  | { readonly do: 'cut' | 'restore' | 'restart'; readonly who: Who }
  | { readonly do: 'swallow'; readonly who: Who; readonly forMs: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'hubRestarts' | 'hubDiesBeforeReplies' }
  | { readonly do: 'order' }

const who = fc.constantFrom<Who>('a', 'b')
const lane = fc.constantFrom<Lane>(0, 1, 2)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('write' as const), who, lane, times: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'restore' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('swallow' as const), who, forMs: fc.integer({ min: 1, max: 90_000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 30_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('hubRestarts' as const, 'hubDiesBeforeReplies' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('order' as const) }) },
)

interface Story {
  readonly simulation: Simulation
  readonly consoles: { a: SimulatedConsole; b: SimulatedConsole }
  readonly written: string[]
}

function begin(seed: number, bad = false): Story {
  const simulation = createSimulation(seed)
  const quality = bad ? { delayMs: 300, lose: 0.05, repeat: 0.1, reorder: 0.1 } : undefined
  const make = (name: Who): SimulatedConsole => {
    const one = simulation.console(name, quality && { quality })
    one.link.cut()
    one.engine.start()
    one.enrol(simulation.hub.enrolCode())
    return one
  }
  return { simulation, consoles: { a: make('a'), b: make('b') }, written: [] }
}

function take({ simulation, consoles, written }: Story, step: Step): void {
  const { world, hub } = simulation
  switch (step.do) {
    case 'write':
      for (let time = 0; time < step.times; time += 1) {
        written.push(consoles[step.who].store.write(step.lane, { text: `${step.who} ${written.length}` }))
      }
      consoles[step.who].engine.notify()
      break
    case 'cut':
    case 'restore':
      consoles[step.who].link[step.do]()
      break
    case 'restart':
      consoles[step.who] = simulation.console(step.who, { disk: consoles[step.who].kill() })
      consoles[step.who].engine.start()
      break
    case 'swallow':
      consoles[step.who].link.swallow(true)
      world.advance(step.forMs)
      consoles[step.who].link.swallow(false)
      break
    case 'wait':
      world.advance(step.ms)
      break
    case 'hubRestarts':
      hub.restart()
      break
    case 'hubDiesBeforeReplies':
      hub.dieBeforeReplies()
      world.advance(2_000)
      hub.restart()
      break
    case 'order':
      hub.order('转移群众')
      break
  }
}

function end({ simulation, consoles, written }: Story): void {
  const both = [consoles.a, consoles.b]
  for (const { link } of both) link.restore()
  settle(simulation, both)
  const held = simulation.hub.hashes()
  for (const { store } of both) {
    expect(store.hashes()).toEqual(held)
    expect(store.branches()).toBe(0)
    expect(store.disk.parked).toEqual({})
  }
  for (const hash of written) expect(held).toContain(hash)
}

describe('two consoles of one township, writing while apart, reconnecting in any order', () => {
  test('hold the same events as the hub in the end, hash for hash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.array(anyStep, { maxLength: 25 }), (seed, steps) => {
        const story = begin(seed)
        for (const step of steps) take(story, step)
        end(story)
      }),
      { numRuns: 60 },
    )
  })

  test('also over a link that loses, repeats and reorders frames', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.array(anyStep, { maxLength: 15 }), (seed, steps) => {
        const story = begin(seed, true)
        for (const step of steps) take(story, step)
        for (const { link } of [story.consoles.a, story.consoles.b]) {
          link.setQuality({ delayMs: 300, lose: 0.02, repeat: 0.1, reorder: 0.05 })
        }
        end(story)
      }),
      { numRuns: 40 },
    )
  })
})

test('a console that never met the hub joins with what it wrote, and receives what the others wrote before', () => {
  const simulation = createSimulation(3)
  const a = join(simulation, 'a')
  for (let count = 0; count < 1_500; count += 1) a.store.write(2, { count })
  a.engine.notify()
  settle(simulation, [a])
  const late = simulation.console('late')
  for (let count = 0; count < 300; count += 1) late.store.write((count % 3) as Lane, { count })
  late.engine.start()
  expect(late.engine.state()).toMatchObject({ state: 'off', reason: 'notEnrolled', pending: [100, 100, 100] })
  late.enrol(simulation.hub.enrolCode())
  settle(simulation, [a, late])
  expect(late.store.hashes()).toEqual(simulation.hub.hashes())
  expect(a.store.hashes()).toEqual(simulation.hub.hashes())
})
