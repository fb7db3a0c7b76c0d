import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderCausally } from '../../../shared/domain/causalOrder.ts'
import type { DomainEvent } from '../../../shared/domain/event.ts'
import { foldEntity, followsAll } from '../../../shared/domain/fold.ts'
import { type LogEntry, logAggregate } from '../../../shared/domain/log/log.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'

type Shape = { device: number; at: number; sees: readonly number[]; text: string }

/** Events of one entity by several devices, each having seen some of the earlier ones. */
function makeEvents(shapes: readonly Shape[]): readonly DomainEvent[] {
  const counts = new Map<number, number>()
  const versions = shapes.map((_, index) => index.toString(16).padStart(16, '0'))
  return shapes.map(({ device, at, sees, text }, index) => {
    const n = (counts.get(device) ?? 0) + 1
    counts.set(device, n)
    return {
      version: versions[index] as string,
      origin: device === 3 ? 'h3' : `d${device}`,
      epoch: '1-00000000',
      n,
      hlc: makeHlc(1_784_000_000_000 + at, 0),
      flags: 0,
      entity: 'log-1',
      base: [...new Set(sees.filter(() => index > 0).map((seen) => versions[seen % index] as string))],
      author: { person: `p${device}`, name: `值班员${device}`, role: 'dutyOfficer' },
      approver: null,
      kind: 'log.corrected',
      body: { set: { text }, reason: '核实后更正' },
    }
  })
}

const shapes = fc.array(
  fc.record({
    device: fc.nat(3),
    at: fc.nat(20),
    sees: fc.array(fc.nat(50), { maxLength: 3 }),
    text: fc.constantFrom('一', '二', '三', '四'),
  }),
  { minLength: 1, maxLength: 14 },
)

function shuffle<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, index) => [keys[index] ?? 0, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

function correct(version: string, device: string, at: number, base: readonly string[], text: string): DomainEvent {
  const [shape] = makeEvents([{ device: 0, at, sees: [], text }])
  return { ...(shape as DomainEvent), version, origin: device, n: at, base }
}
const a = '000000000000000a'
const b = '000000000000000b'
const c = '000000000000000c'
const fold = (events: readonly DomainEvent[]) => foldEntity<LogEntry>(logAggregate, 'log-1', events)
const textOf = (events: readonly DomainEvent[]) => {
  const { value, rivals } = fold(events).state.fields.text ?? { value: null }
  return [value, ...(rivals ?? []).map((rival) => rival.value)]
}

describe('folding', () => {
  it('comes to one state whatever the order of arrival', () => {
    fc.assert(
      fc.property(shapes, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (some, keys) => {
        const events = makeEvents(some)
        expect(fold(shuffle(events, keys))).toEqual(fold(events))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what was written again in a new epoch before what its author wrote after it, also when that was numbered first', () => {
    const again = '2-00000000'
    const first = '00000000000000ff'
    const events: readonly DomainEvent[] = [
      correct(a, 'd0', 1, [], '起初'),
      { ...correct(b, 'd0', 1, [first], '更正之后'), epoch: again },
      { ...correct(c, 'd0', 2, [a], '更正'), epoch: again, insteadOf: first },
    ]
    for (const keys of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ])
      expect(textOf(shuffle(events, keys))).toEqual(['更正之后'])
  })

  it('never puts an event before one its author had seen', () => {
    fc.assert(
      fc.property(shapes, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (some, keys) => {
        const { ordered } = orderCausally(shuffle(makeEvents(some), keys))
        const place = new Map(ordered.map((event, index) => [event.version, index]))
        for (const event of ordered) {
          for (const base of event.base) expect(place.get(base)).toBeLessThan(place.get(event.version) ?? Number.NaN)
        }
        expect(ordered).toHaveLength(some.length)
      }),
    )
  })

  it('knows exactly what an author had seen: bases and own earlier ones, and all those had seen', () => {
    fc.assert(
      fc.property(shapes, (some) => {
        const events = makeEvents(some)
        const { ordered, tips, sawOf } = orderCausally(events)
        const ancestors = new Map<string, Set<string>>()
        const followed = new Set<string>()
        for (const event of ordered) {
          const own = events.filter((other) => other.origin === event.origin && other.n < event.n)
          const parents = [...event.base, ...own.map(({ version }) => version)]
          const all = new Set(parents.flatMap((parent) => [parent, ...(ancestors.get(parent) ?? [])]))
          ancestors.set(event.version, all)
          for (const version of all) followed.add(version)
          const saw = sawOf(event)
          expect(events.map(({ version }) => saw(version))).toEqual(events.map(({ version }) => all.has(version)))
        }
        expect(tips).toEqual(events.map(({ version }) => version).filter((version) => !followed.has(version)))
      }),
      { numRuns: 500 },
    )
  })

  it('an event that follows everything may be applied to the state as it stands', () => {
    fc.assert(
      fc.property(shapes, fc.nat(100), (some, at) => {
        const events = makeEvents(some)
        const { state, tips } = fold(events)
        const next = { ...correct('ffffffffffffffff', 'd9', 1, tips, '终'), hlc: makeHlc(at, 0) }
        expect(followsAll(tips, next)).toBe(true)
        const applied = { state: logAggregate.reduce(state, next, () => true), tips: [next.version] }
        expect(fold([...events, next])).toEqual(applied)
      }),
    )
  })

  it('a correction replaces what its author had seen, whatever the clocks say', () => {
    const first = correct(a, 'd1', 50, [], '两人')
    const second = correct(b, 'd2', 10, [a], '三人')
    expect(textOf([first, second])).toEqual(['三人'])
    expect(textOf([second, first])).toEqual(['三人'])
  })

  it('values set at the same time are both kept: the later clock shows, the other is a rival', () => {
    const first = correct(a, 'd1', 10, [], '两人')
    const second = correct(b, 'd2', 20, [], '三人')
    expect(textOf([second, first])).toEqual(['三人', '两人'])
    expect(fold([second, first]).tips).toEqual([a, b])
    const settled = correct(c, 'd1', 30, [a, b], '三人')
    expect(textOf([settled, second, first])).toEqual(['三人'])
  })

  it('the township has the last word on its own fields, even against a later clock of the county', () => {
    expect(textOf([correct(a, 'd1', 10, [], '镇'), correct(b, 'h1', 90, [], '县')])).toEqual(['镇', '县'])
  })

  it('one device’s later value follows its earlier one without naming it', () => {
    expect(textOf([correct(a, 'd1', 1, [], '早'), { ...correct(b, 'd1', 2, [], '晚'), hlc: makeHlc(1, 0) }])).toEqual([
      '晚',
    ])
  })

  it('a base that is not here yet is no constraint, and counts once it arrives', () => {
    const first = correct(a, 'd1', 50, [], '一')
    const second = correct(b, 'd2', 40, [a], '二')
    const third = correct(c, 'd3', 45, [a], '三')
    expect(textOf([third, second])).toEqual(['三', '二'])
    expect(textOf([third, second, first])).toEqual(['三', '二'])
    expect(textOf([second, first])).toEqual(['二'])
  })

  it('a forged circle of bases hangs nothing', () => {
    const events = [correct(a, 'd1', 1, [b], '一'), correct(b, 'd2', 2, [a], '二')]
    expect(fold(events)).toEqual(fold(events.toReversed()))
    expect(orderCausally(events).ordered.map(({ version }) => version)).toEqual([a, b])
  })

  it('two events of one device with one number: both are kept, in one order', () => {
    const events = [correct(a, 'd1', 5, [], '一'), correct(b, 'd1', 5, [], '二'), correct(c, 'd1', 6, [], '三')]
    expect(fold(events)).toEqual(fold(events.toReversed()))
    expect(orderCausally(events).ordered).toHaveLength(3)
  })

  it('devices that never saw each other leave one tip each', () => {
    const events = Array.from({ length: 1000 }, (_, index) =>
      correct(index.toString(16).padStart(16, '0'), `d${index % 5}`, index + 1, [], String(index)),
    )
    expect(fold(events).tips).toHaveLength(5)
  })
})

describe('an event that the rules cannot take', () => {
  const stumbling = {
    ...logAggregate,
    reduce(state: LogEntry, event: DomainEvent, seen: (version: string) => boolean) {
      if (event.version === '0000000000000001') throw new Error('stumbled')
      return logAggregate.reduce(state, event, seen)
    },
  }
  const events = makeEvents([
    { device: 1, at: 1, sees: [], text: '一' },
    { device: 1, at: 2, sees: [0], text: '二' },
    { device: 1, at: 3, sees: [1], text: '三' },
  ])

  it('changes nothing and is told of; the others count', () => {
    const faults: string[] = []
    const { state, tips } = foldEntity(stumbling, 'log-1', events, ({ version }) => faults.push(version))
    const without = foldEntity(
      logAggregate,
      'log-1',
      events.filter(({ version }) => version !== '0000000000000001'),
    )
    expect([state, faults, tips]).toEqual([without.state, ['0000000000000001'], ['0000000000000002']])
  })

  it('is thrown where nobody is told', () => {
    expect(() => foldEntity(stumbling, 'log-1', events)).toThrow('stumbled')
  })
})
