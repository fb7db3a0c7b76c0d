import { describe, expect, test } from 'vitest'
import type { LinkUse } from '../../electron/sync/ports.ts'
import { orderIssued } from '../../hub/core/countyActs.ts'
import { linkOf } from '../support/linkSettings.ts'
import { DIVISION } from '../support/simulatedHub.ts'
import { createSimulation, join, type SimulatedConsole, type Simulation, settle } from '../support/simulation.ts'

const BROADBAND = { settings: linkOf() }
const satellite = (change: Parameters<typeof linkOf>[0] = {}) => ({
  settings: linkOf({ id: 'satellite', kind: 'satellite', bitRate: 64_000, ...change }),
  quality: { delayMs: 300, lose: 0, repeat: 0, reorder: 0 },
})

function reportOf(one: SimulatedConsole, id: string) {
  const report = one.engine.links().find((link) => link.id === id)
  if (!report) throw new Error(`no link ${id}`)
  return report
}

/** A console on broadband and satellite, both up, everything on broadband. */
function joinBoth(simulation: Simulation, change: Parameters<typeof linkOf>[0] = {}, name = 'a'): SimulatedConsole {
  const one = join(simulation, name, { links: [BROADBAND, satellite(change)] })
  simulation.world.runUntil(() => reportOf(one, 'broadband').state === 'up')
  if (change.billing !== 'session') simulation.world.runUntil(() => reportOf(one, 'satellite').state === 'up')
  simulation.world.advance(1_000)
  return one
}

describe('with broadband and a satellite', () => {
  test('broadband carries everything, the satellite stays warm and quiet', () => {
    const simulation = createSimulation(1)
    const a = joinBoth(simulation)
    const before = reportOf(a, 'satellite').use
    for (let count = 0; count < 300; count += 1) a.store.write(2, { count })
    a.engine.notify()
    simulation.hub.order('立即转移')
    settle(simulation, [a])
    expect(reportOf(a, 'broadband').carries).toEqual([0, 1, 2])
    expect(reportOf(a, 'satellite')).toMatchObject({ state: 'up', carries: [], use: before })
  })

  test('a broadband that is cut hands everything to the satellite, and takes it back only after it was stable', () => {
    const simulation = createSimulation(2)
    const a = joinBoth(simulation)
    a.link.cut()
    simulation.world.runUntil(() => reportOf(a, 'satellite').carries.length === 3, 1_000)
    for (let count = 0; count < 50; count += 1) a.store.write(2, { count })
    a.engine.notify()
    settle(simulation, [a])
    a.link.restore()
    simulation.world.runUntil(() => reportOf(a, 'broadband').state === 'up')
    simulation.world.advance(119_000)
    expect(reportOf(a, 'satellite').carries).toEqual([0, 1, 2])
    simulation.world.advance(2_000)
    expect(reportOf(a, 'broadband').carries).toEqual([0, 1, 2])
    expect(reportOf(a, 'satellite').carries).toEqual([])
  })

  test('a flash record swallowed by broadband reaches the county over the satellite within seconds', () => {
    const simulation = createSimulation(3)
    const a = joinBoth(simulation)
    a.link.swallow(true)
    const flash = a.store.write(0, { text: '决口' })
    a.engine.notify()
    simulation.world.runUntil(() => simulation.hub.hashes().includes(flash), 3_000)
    expect(reportOf(a, 'broadband').state).not.toBe('down')
    simulation.world.runUntil(() => reportOf(a, 'broadband').state === 'down', 60_000)
    expect(reportOf(a, 'broadband').reason).toBe('noAnswer')
  })

  test('a flash order of the county swallowed by broadband comes over the satellite within seconds', () => {
    const simulation = createSimulation(4)
    const a = joinBoth(simulation)
    a.link.swallow(true)
    simulation.hub.order('立即转移')
    simulation.world.runUntil(() => a.store.downCursor(0).feedSeq === 1, 3_000)
    a.link.swallow(false)
    settle(simulation, [a])
  })

  test('an order swallowed by broadband comes over the satellite without what broadband had brought before it', () => {
    const simulation = createSimulation(13)
    const [a, b] = [joinBoth(simulation), joinBoth(simulation, {}, 'b')]
    for (let count = 0; count < 500; count += 1) b.store.write(1, { text: '水位上涨，请注意观察', count })
    b.engine.notify()
    settle(simulation, [a, b])
    simulation.world.advance(1_000)
    const { feedSeq } = a.store.downCursor(1)
    const before = reportOf(a, 'satellite').use.received
    a.link.swallow(true)
    const order = {
      id: 'order-1',
      no: '0714-县02',
      title: '清点物资',
      text: '',
      urgency: 'ordinary',
      replyBy: null,
    } as const
    simulation.hub.core().act([orderIssued({ ...order, scope: DIVISION }, '王主任')])
    simulation.world.runUntil(() => a.store.downCursor(1).feedSeq === feedSeq + 1, 60_000)
    const paid = reportOf(a, 'satellite').use.received - before
    expect(paid).toBeLessThan(1_500)
  })

  test('every try of a broken link is told, also while another one works', () => {
    const simulation = createSimulation(10)
    const a = joinBoth(simulation)
    a.link.cut()
    simulation.world.runUntil(() => reportOf(a, 'satellite').carries.length === 3, 1_000)
    simulation.world.runUntil(() => reportOf(a, 'broadband').state === 'down', 60_000)
    let told = reportOf(a, 'broadband').nextTryAt
    a.engine.subscribe(() => {
      told = reportOf(a, 'broadband').nextTryAt
    })
    simulation.world.advance(300_000)
    expect(told).toBe(reportOf(a, 'broadband').nextTryAt)
  })

  test('a broadband that flaps is trusted ever more slowly', () => {
    const simulation = createSimulation(5)
    const a = joinBoth(simulation)
    const flap = (): number => {
      a.link.cut()
      simulation.world.advance(100)
      a.link.restore()
      a.engine.retryNow('broadband')
      simulation.world.runUntil(() => reportOf(a, 'broadband').state === 'up')
      const since = simulation.world.clock.monotonic()
      simulation.world.runUntil(() => reportOf(a, 'broadband').carries.length === 3)
      return Math.round((simulation.world.clock.monotonic() - since) / 1_000)
    }
    expect([flap(), flap(), flap(), flap()]).toEqual([120, 120, 240, 480])
  })

  test('a person can force the satellite and forbid broadband, at once', () => {
    const simulation = createSimulation(6)
    const a = joinBoth(simulation)
    a.engine.setMode('satellite', 'forced')
    expect(reportOf(a, 'satellite').carries).toEqual([0, 1, 2])
    a.engine.setMode('satellite', 'auto')
    expect(reportOf(a, 'broadband').carries).toEqual([0, 1, 2])
    a.engine.setMode('broadband', 'forbidden')
    expect(reportOf(a, 'satellite').carries).toEqual([0, 1, 2])
    simulation.world.runUntil(() => reportOf(a, 'broadband').state === 'down')
    expect(reportOf(a, 'broadband')).toMatchObject({ reason: 'forbidden', nextTryAt: null })
    simulation.world.advance(3_600_000)
    expect(reportOf(a, 'broadband').state).toBe('down')
    a.engine.setMode('broadband', 'auto')
    simulation.world.runUntil(() => reportOf(a, 'broadband').carries.length === 3)
  })

  test('two consoles cut over and back under load without losing or repeating anything', () => {
    const simulation = createSimulation(7)
    const [a, b] = [joinBoth(simulation), joinBoth(simulation, {}, 'b')]
    for (let round = 0; round < 6; round += 1) {
      const one = round % 2 === 0 ? a : b
      if (round % 3 === 0) one.link.cut()
      else one.link.swallow(true)
      for (let count = 0; count < 120; count += 1) one.store.write(((count % 7) % 3) as 0 | 1 | 2, { round, count })
      one.engine.notify()
      simulation.hub.order(`第${round}道`)
      simulation.world.advance(7_000)
      one.link.restore()
      one.link.swallow(false)
      simulation.world.advance(20_000)
    }
    settle(simulation, [a, b])
    expect(a.store.hashes()).toEqual(simulation.hub.hashes())
    expect(b.store.hashes()).toEqual(simulation.hub.hashes())
    expect(a.store.branches() + b.store.branches()).toBe(0)
  })
})

describe('a satellite for urgent records only', () => {
  test('leaves routine ones waiting while broadband is down', () => {
    const simulation = createSimulation(8)
    const a = joinBoth(simulation, { laneFloor: 1 })
    a.link.cut()
    a.store.write(2, { text: '例行' })
    a.store.write(1, { text: '指令' })
    a.engine.notify()
    simulation.world.advance(600_000)
    expect(a.engine.state()).toMatchObject({ state: 'online', pending: [0, 0, 1] })
    a.link.restore()
    settle(simulation, [a])
  })

  test('keeps a reserve of its budget for them, and never refuses a flash record', () => {
    const simulation = createSimulation(9)
    const a = joinBoth(simulation, { budgetBytes: 10_000 })
    a.link.cut()
    const write = (lane: 0 | 1 | 2, times: number): void => {
      for (let count = 0; count < times; count += 1) {
        a.store.write(lane, { text: '水位上涨，请注意观察'.repeat(4), count })
        a.engine.notify()
        simulation.world.advance(3_000)
      }
    }
    write(2, 30)
    const routineStopped = a.engine.state().pending[2]
    expect(routineStopped).toBeGreaterThan(0)
    write(1, 1)
    expect(a.engine.state().pending[1]).toBe(0)
    write(1, 30)
    const commandsStopped = a.engine.state().pending[1]
    expect(commandsStopped).toBeGreaterThan(0)
    write(0, 1)
    expect(a.engine.state().pending[0]).toBe(0)
    // The next day has a budget of its own.
    simulation.world.advance(24 * 3_600_000)
    expect(a.engine.state().pending[1]).toBeLessThan(commandsStopped)
  })
})

describe('a satellite billed by session', () => {
  test('rests while broadband works, connects for an urgent record, flushes and hangs up', () => {
    const simulation = createSimulation(10)
    const kept = new Map<string, LinkUse>()
    const uses = {
      read: (link: string) => kept.get(link) ?? null,
      save: (link: string, use: LinkUse) => void kept.set(link, use),
    }
    const a = join(simulation, 'a', { links: [BROADBAND, satellite({ billing: 'session' })], uses })
    const dish = a.links[1]
    simulation.world.advance(2 * 3_600_000)
    const calls = dish?.opened() ?? 0
    expect(reportOf(a, 'satellite').state).toBe('down')
    a.link.cut()
    simulation.world.runUntil(() => reportOf(a, 'broadband').state === 'down')
    a.store.write(2, { text: '例行' })
    a.engine.notify()
    simulation.world.advance(10_000)
    // A routine record alone opens nothing.
    expect(dish?.opened()).toBe(calls)
    a.store.write(0, { text: '决口' })
    a.engine.notify()
    simulation.world.runUntil(() => a.engine.state().pending.every((count) => count === 0), 10_000)
    simulation.world.runUntil(() => reportOf(a, 'satellite').state === 'down', 10_000)
    expect(reportOf(a, 'satellite').reason).toBe('standby')
    expect(dish?.opened()).toBe(calls + 1)
    expect(kept.get('satellite')?.billed).toBeGreaterThanOrEqual(5_000)
  })

  test('is not opened by a start of the program nor by a change of the network while broadband comes up', () => {
    const simulation = createSimulation(12)
    const dishFirst = [satellite({ billing: 'session' }), BROADBAND]
    const a = join(simulation, 'a', { links: dishFirst })
    simulation.world.advance(60_000)
    const disk = a.kill()
    const again = simulation.console('a', { disk, links: dishFirst })
    again.engine.start()
    simulation.world.advance(60_000)
    again.engine.retryNow()
    simulation.world.advance(60_000)
    expect(again.links.map((link) => link.opened())).toEqual([0, 1])
  })

  test('calls in for the county’s orders when nothing else does', () => {
    const simulation = createSimulation(11)
    const a = join(simulation, 'a', { links: [BROADBAND, satellite({ billing: 'session' })] })
    simulation.world.advance(60_000)
    a.link.cut()
    simulation.hub.order('立即转移')
    simulation.world.runUntil(() => a.store.downCursor(0).feedSeq === 1, 2 * 3_600_000)
    simulation.world.runUntil(() => reportOf(a, 'satellite').state === 'down', 60_000)
  })
})
