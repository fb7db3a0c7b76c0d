import { describe, expect, test } from 'vitest'
import { deviceRevoked } from '../../hub/core/countyActs.ts'
import { DIVISION } from '../support/simulatedHub.ts'
import { createSimulation, join, settle } from '../support/simulation.ts'

describe('a link that is up but swallows everything', () => {
  test('counts as down, and what was sent into it is sent again', () => {
    const simulation = createSimulation(1)
    const a = join(simulation, 'a')
    a.link.swallow(true)
    a.store.write(1, { text: '断网时的指令' })
    a.engine.notify()
    simulation.world.runUntil(() => a.engine.state().state === 'waiting', 60_000)
    expect(a.engine.state()).toMatchObject({ reason: 'noAnswer', pending: [0, 1, 0] })
    a.link.swallow(false)
    settle(simulation, [a])
  })

  test('is noticed while connecting too', () => {
    const simulation = createSimulation(2)
    const a = join(simulation, 'a')
    a.link.cut()
    a.link.restore()
    a.link.swallow(true)
    simulation.world.runUntil(() => a.engine.state().state === 'waiting' && a.engine.state().reason === 'noAnswer')
    a.link.swallow(false)
    settle(simulation, [a])
  })

  test('is noticed by the hub as well', () => {
    const simulation = createSimulation(3)
    const [a, b] = [join(simulation, 'a'), join(simulation, 'b')]
    b.link.swallow(true)
    a.store.write(0, { text: '决口' })
    a.engine.notify()
    simulation.world.runUntil(() => !simulation.hub.core().connected().includes(b.store.origin), 120_000)
    b.link.swallow(false)
    settle(simulation, [a, b])
  })
})

describe('the hub', () => {
  test('that cannot be reached is tried again and again, ever more rarely, and never given up', () => {
    const simulation = createSimulation(4)
    const a = join(simulation, 'a')
    a.link.cut()
    const before = a.link.opened()
    simulation.world.advance(24 * 3_600_000)
    const tries = a.link.opened() - before
    expect(tries).toBeGreaterThan((24 * 3_600) / 60)
    expect(tries).toBeLessThan((24 * 3_600) / 20)
    expect(a.engine.state()).toMatchObject({ state: 'waiting', reason: 'unreachable' })
    a.link.restore()
    settle(simulation, [a])
  })

  test('is tried at once when somebody asks for it', () => {
    const simulation = createSimulation(5)
    const a = join(simulation, 'a')
    a.link.cut()
    simulation.world.advance(3_600_000)
    a.link.restore()
    a.engine.retryNow()
    simulation.world.runUntil(() => a.engine.state().state === 'online', 100)
  })

  test('whose disk refuses acknowledges nothing; the records arrive when it works again', () => {
    const simulation = createSimulation(6)
    const a = join(simulation, 'a')
    simulation.hub.breakDisk(true)
    a.store.write(2, { text: '一' })
    a.engine.notify()
    simulation.world.advance(5_000)
    expect(simulation.hub.failures()).not.toEqual([])
    expect(a.engine.state()).toMatchObject({ state: 'waiting', reason: 'unavailable', pending: [0, 0, 1] })
    simulation.hub.breakDisk(false)
    simulation.hub.restart()
    settle(simulation, [a])
  })

  test('with another key than the pinned one is refused', () => {
    const simulation = createSimulation(7)
    const a = join(simulation, 'a')
    const pin = a.store.hubPin()
    a.link.cut()
    a.store.disk.pin = pin && { ...pin, publicKey: 'f'.repeat(64) }
    a.link.restore()
    simulation.world.runUntil(() => a.engine.state().state === 'waiting' && a.engine.state().reason === 'hubKeyChanged')
    expect(a.engine.state().state).not.toBe('online')
  })

  test('that is not the one in the code refuses, and the code is forgotten', async () => {
    const simulation = createSimulation(8)
    const a = simulation.console('a')
    a.engine.start()
    const answer = a.engine.enroll({
      secret: '0'.repeat(15),
      fingerprint: 'f'.repeat(15),
      township: { division: DIVISION, name: '青山镇' },
      consoleName: 'a',
      letter: null,
    })
    simulation.world.advance(1_000)
    expect(await answer).toEqual({ outcome: 'refused', reason: 'wrongHub' })
    expect(a.engine.state()).toMatchObject({ state: 'off', reason: 'notEnrolled' })
    expect(a.store.pendingEnrolment()).toBeNull()
  })

  test('that cannot be reached at enrolment is asked later, by itself, also after a restart', async () => {
    const simulation = createSimulation(9)
    const a = simulation.console('a')
    a.link.cut()
    a.engine.start()
    a.enrol(simulation.hub.enrolCode())
    simulation.world.advance(10_000)
    expect(a.engine.state()).toMatchObject({ reason: 'unreachable' })
    const again = simulation.console('a', { disk: a.kill() })
    again.engine.start()
    settle(simulation, [again])
  })

  test('that revoked this console keeps what it had, and so does the console', () => {
    const simulation = createSimulation(10)
    const a = join(simulation, 'a')
    const kept = a.store.write(2, { text: '之前' })
    a.engine.notify()
    settle(simulation, [a])
    simulation.hub.core().revoke(a.store.origin, [deviceRevoked(a.store.origin, DIVISION, '遗失', '王主任')])
    simulation.world.runUntil(() => a.engine.state().state === 'waiting' && a.engine.state().reason === 'revoked')
    const after = a.store.write(2, { text: '之后' })
    a.engine.notify()
    simulation.world.advance(600_000)
    expect(simulation.hub.hashes()).toContain(kept)
    expect(simulation.hub.hashes()).not.toContain(after)
    expect(a.store.hashes()).toEqual(expect.arrayContaining([kept, after]))
    expect(a.engine.state().pending).toEqual([0, 0, 1])
  })
})

describe('the console', () => {
  test('whose disk refuses confirms nothing; the records arrive when it works again', () => {
    const simulation = createSimulation(11)
    const [a, b] = [join(simulation, 'a'), join(simulation, 'b')]
    const applyDown = b.store.applyDown
    Object.assign(b.store, {
      applyDown: () => {
        throw new Error('disk full')
      },
    })
    a.store.write(2, { text: '一' })
    a.engine.notify()
    simulation.world.runUntil(() => b.engine.state().state === 'waiting' && b.engine.state().reason === 'storeFailed')
    Object.assign(b.store, { applyDown })
    settle(simulation, [a, b])
  })

  test('whose disk does not even take what a link has cost connects again', () => {
    const simulation = createSimulation(16)
    const uses = {
      read: () => null,
      save: () => {
        throw new Error('disk full')
      },
    }
    const a = join(simulation, 'a', { uses })
    a.link.cut()
    simulation.world.advance(1_000)
    a.link.restore()
    a.store.write(2, { text: '一' })
    settle(simulation, [a])
    a.engine.stop()
    expect(a.engine.state()).toMatchObject({ state: 'off', reason: 'stopped' })
  })

  test('whose disk refuses while there is no link goes on witnessing, and trying, when it works again', () => {
    const simulation = createSimulation(15)
    const a = join(simulation, 'a')
    a.link.cut()
    const { saveCheckpoint } = a.store
    Object.assign(a.store, {
      saveCheckpoint: () => {
        throw new Error('disk full')
      },
    })
    a.store.write(2, { text: '一' })
    simulation.world.advance(10 * 60_000)
    Object.assign(a.store, { saveCheckpoint })
    simulation.world.advance(10 * 60_000)
    expect(a.store.disk.checkpoints).toHaveLength(1)
    a.link.restore()
    settle(simulation, [a])
  })

  test('whose disk refuses when the hub refuses its code asks again', () => {
    const simulation = createSimulation(16)
    const a = simulation.console('a')
    a.engine.start()
    const { savePendingEnrolment } = a.store
    a.enrol(simulation.hub.enrolCode('510124103'))
    Object.assign(a.store, {
      savePendingEnrolment: () => {
        throw new Error('disk full')
      },
    })
    simulation.world.runUntil(() => a.engine.state().state === 'waiting')
    Object.assign(a.store, { savePendingEnrolment })
    simulation.world.runUntil(() => a.engine.state().state === 'off')
    expect(a.engine.state()).toMatchObject({ reason: 'notEnrolled' })
  })

  test('stopped rests: nothing of it moves any more', () => {
    const simulation = createSimulation(12)
    const a = join(simulation, 'a')
    a.engine.stop()
    expect(a.engine.state()).toMatchObject({ state: 'off', reason: 'stopped' })
    const opened = a.link.opened()
    simulation.world.advance(3_600_000)
    expect(a.link.opened()).toBe(opened)
    a.engine.start()
    settle(simulation, [a])
  })
})

describe('checkpoints', () => {
  test('are signed by the device alone while there is no link, and countersigned when there is one', () => {
    const simulation = createSimulation(13)
    const a = join(simulation, 'a')
    a.link.cut()
    for (let minute = 0; minute < 30; minute += 1) {
      a.store.write(2, { minute })
      a.engine.notify()
      simulation.world.advance(60_000)
    }
    const alone = a.store.disk.checkpoints
    expect(alone.map(({ countersigned }) => countersigned)).not.toContain(true)
    expect(alone.length).toBeGreaterThanOrEqual(5)
    expect(alone.length).toBeLessThanOrEqual(8)
    a.link.restore()
    settle(simulation, [a])
    simulation.world.runUntil(() => a.store.disk.checkpoints.at(-1)?.countersigned === true)
    expect(a.store.disk.checkpoints.at(-1)?.checkpoint.n).toBe(30)
  })

  test('are not made when nothing was written', () => {
    const simulation = createSimulation(14)
    const a = join(simulation, 'a')
    a.store.write(2, { text: '一' })
    a.engine.notify()
    simulation.world.advance(3_600_000)
    expect(a.store.disk.checkpoints).toHaveLength(1)
    expect(a.store.disk.checkpoints[0]?.countersigned).toBe(true)
  })
})
