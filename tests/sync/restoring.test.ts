import { describe, expect, test, vi } from 'vitest'
import { deviceRevoked } from '../../hub/core/countyActs.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { openEnvelope } from '../../shared/protocol/envelope.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { reissueOf } from '../../shared/protocol/reissue.ts'
import { copyDisk } from '../support/consoleDisk.ts'
import { DIVISION } from '../support/simulatedHub.ts'
import { createSimulation, join, type SimulatedConsole, type Simulation, settle } from '../support/simulation.ts'

function write(one: SimulatedConsole, count: number, label: string): readonly string[] {
  const hashes = Array.from({ length: count }, (_, index) =>
    one.store.write((index % 3) as Lane, { text: `${label} ${index}` }),
  )
  one.engine.notify()
  return hashes
}

/** What was said, whichever writing of it counts: a reissued event stands for its first. */
function said(one: SimulatedConsole): readonly string[] {
  const events = one.store.disk.events.map(({ bytes }) => openEnvelope(bytes, nodePrimitives))
  const replaced = new Set(events.map(({ envelope }) => reissueOf(envelope.body)))
  return events
    .filter(({ hash }) => !replaced.has(hash))
    .map(({ envelope }) => JSON.stringify([envelope.kind, envelope.body.text ?? envelope.entity]))
    .sort()
}

function saidAtHub({ hub }: Simulation): readonly string[] {
  return hub
    .db()
    .prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM event')
    .all()
    .map(({ bytes }) => openEnvelope(bytes, nodePrimitives).envelope)
    .map(({ kind, body, entity }) => JSON.stringify([kind, body.text ?? entity]))
    .sort()
}

describe('a hub put back from an old backup', () => {
  test('gets everything again, and says nothing of it twice', () => {
    const simulation = createSimulation(1)
    const [a, b] = [join(simulation, 'a'), join(simulation, 'b')]
    const before = write(a, 50, 'before')
    settle(simulation, [a, b])
    const backup = simulation.hub.backup()
    const after = [...write(a, 70, 'after'), ...write(b, 30, 'after b')]
    settle(simulation, [a, b])
    const complete = simulation.hub.hashes()

    simulation.hub.restore(backup)
    expect(simulation.hub.hashes()).toEqual(expect.arrayContaining([...before]))
    expect(simulation.hub.hashes()).not.toEqual(expect.arrayContaining(after))
    settle(simulation, [a, b])
    expect(simulation.hub.hashes()).toEqual(complete)
    for (const { store } of [a, b]) {
      expect(store.hashes()).toEqual(complete)
      expect(store.hubPin()?.hubEpoch).toBe(simulation.hub.store().hubEpoch())
    }
  })

  test('gets back what the county itself had said, revocations and enrolments included', () => {
    const simulation = createSimulation(21)
    const { hub } = simulation
    const [a, lost] = [join(simulation, 'a'), join(simulation, 'lost')]
    settle(simulation, [a, lost])
    const backup = hub.backup()
    hub.order('立即转移李家湾二组')
    const late = join(simulation, 'late')
    write(late, 5, 'late')
    hub.core().revoke(lost.store.origin, [deviceRevoked(lost.store.origin, DIVISION, '遗失', '王主任')])
    settle(simulation, [a, late])
    simulation.world.runUntil(() => a.store.countyHeads().some(({ n }) => n === 5))
    const complete = hub.hashes()

    hub.restore(backup)
    settle(simulation, [a, late])
    expect(hub.hashes()).toEqual(complete)
    expect(hub.store().device(lost.store.origin)?.revokedAt).not.toBeNull()
    simulation.world.runUntil(() => lost.engine.state().state === 'waiting' && lost.engine.state().reason === 'revoked')
    hub.order('新的一道')
    settle(simulation, [a, late])
    expect(late.store.hashes()).toEqual(hub.hashes())
  })

  test('shows those records as 待重新送达 until they are there again', () => {
    const simulation = createSimulation(2)
    const a = join(simulation, 'a')
    const backup = simulation.hub.backup()
    write(a, 60, 'after')
    settle(simulation, [a])
    const seen: number[] = []
    a.engine.subscribe(({ redeliver }) => void seen.push(redeliver))
    simulation.hub.restore(backup)
    settle(simulation, [a])
    expect(Math.max(...seen)).toBe(60)
    expect(a.engine.state()).toMatchObject({ redeliver: 0, pending: [0, 0, 0] })
  })

  test('that does not know it was restored is found out by its acknowledgements and by the hashes in its feed', () => {
    const simulation = createSimulation(3)
    const [a, b] = [join(simulation, 'a'), join(simulation, 'b')]
    const backup = simulation.hub.backup()
    write(a, 20, 'lost')
    settle(simulation, [a, b])
    b.link.cut()
    simulation.hub.restoreUnnoticed(backup)
    write(a, 20, 'new')
    settle(simulation, [a])
    b.link.restore()
    settle(simulation, [a, b])
    expect(b.store.hashes()).toEqual(simulation.hub.hashes())
    expect(a.store.hashes()).toEqual(simulation.hub.hashes())
  })

  test('never gives a number of its own chain to two orders', () => {
    const simulation = createSimulation(4)
    const a = join(simulation, 'a')
    const backup = simulation.hub.backup()
    simulation.hub.order('第一道')
    settle(simulation, [a])
    simulation.hub.restore(backup)
    simulation.hub.order('第二道')
    settle(simulation, [a])
    expect(a.store.branches()).toBe(0)
    const titles = a.store.disk.events.map(({ bytes }) => openEnvelope(bytes, nodePrimitives).envelope.body.title)
    expect(titles).toEqual(expect.arrayContaining(['第一道', '第二道']))
  })
})

describe('a console put back from an old backup', () => {
  test('that wrote nothing yet gets back what it had sent, and goes on in a new epoch', () => {
    const simulation = createSimulation(5)
    const [a, b] = [join(simulation, 'a'), join(simulation, 'b')]
    write(a, 30, 'before')
    settle(simulation, [a, b])
    const backup = copyDisk(a.store.disk)
    write(a, 30, 'after')
    settle(simulation, [a, b])
    const complete = simulation.hub.hashes()
    a.kill()

    const restored = simulation.console('a', { disk: backup })
    const turns = vi.spyOn(restored.store, 'setRecovering')
    const seen: boolean[] = []
    restored.engine.subscribe(() => seen.push(restored.store.disk.recovering))
    restored.engine.start()
    settle(simulation, [restored, b])
    expect(restored.store.hashes()).toEqual(complete)
    // Whoever waited for the end of it is told.
    expect(turns).toHaveBeenCalledWith(true)
    expect([restored.store.disk.recovering, seen.at(-1)]).toEqual([false, false])
    expect(restored.store.currentEpoch()).not.toBe(a.store.currentEpoch())
    write(restored, 10, 'new epoch')
    settle(simulation, [restored, b])
    expect(b.store.hashes()).toEqual(restored.store.hashes())
    expect(b.store.hashes()).toEqual(simulation.hub.hashes())
  })

  test('that wrote under numbers it had used keeps both: its own are written again, nothing is lost, nothing counts twice', () => {
    const simulation = createSimulation(6)
    const [a, b] = [join(simulation, 'a'), join(simulation, 'b')]
    write(a, 30, 'before')
    settle(simulation, [a, b])
    const backup = copyDisk(a.store.disk)
    write(a, 12, 'first life')
    settle(simulation, [a, b])
    a.kill()

    const restored = simulation.console('a', { disk: backup })
    write(restored, 21, 'second life')
    restored.engine.start()
    settle(simulation, [restored, b])
    write(restored, 5, 'afterwards')
    settle(simulation, [restored, b])
    expect(said(restored)).toEqual(saidAtHub(simulation))
    expect(said(b)).toEqual(saidAtHub(simulation))
    expect(said(restored).filter((text) => text.includes('second life'))).toHaveLength(21)
    expect(said(restored).filter((text) => text.includes('first life'))).toHaveLength(12)
    expect(b.store.hashes()).toEqual(simulation.hub.hashes())
  })

  test('whose second life was longer than its first', () => {
    const simulation = createSimulation(7)
    const a = join(simulation, 'a')
    const backup = copyDisk(a.store.disk)
    write(a, 6, 'first life')
    settle(simulation, [a])
    a.kill()
    const restored = simulation.console('a', { disk: backup })
    write(restored, 60, 'second life')
    restored.engine.start()
    settle(simulation, [restored])
    expect(said(restored)).toEqual(saidAtHub(simulation))
    expect(said(restored)).toHaveLength(6 + 60 + 1)
  })
})

describe('two living devices with one key', () => {
  test('both keep all their records, and in the end the hub and both hold everything that was said', () => {
    const simulation = createSimulation(8)
    const a = join(simulation, 'a')
    write(a, 10, 'shared')
    settle(simulation, [a])
    a.link.cut()
    const twin = simulation.console('twin', { disk: copyDisk(a.store.disk), key: 'a' })
    write(a, 15, 'original')
    write(twin, 15, 'copy')
    twin.engine.start()
    settle(simulation, [twin])
    twin.link.cut()
    a.link.restore()
    settle(simulation, [a])
    for (const label of ['original', 'copy']) {
      expect(saidAtHub(simulation).filter((text) => text.includes(label))).toHaveLength(15)
      expect(said(a).filter((text) => text.includes(label))).toHaveLength(15)
    }
  })

  test('the one that changed its epoch also gets what the other goes on to write in the old one', () => {
    const simulation = createSimulation(9)
    const a = join(simulation, 'a')
    write(a, 9, 'shared')
    settle(simulation, [a])
    a.link.cut()
    const twin = simulation.console('twin', { disk: copyDisk(a.store.disk), key: 'a' })
    write(twin, 6, 'copy')
    twin.engine.start()
    settle(simulation, [twin])
    twin.link.cut()
    write(a, 6, 'original')
    a.link.restore()
    settle(simulation, [a])
    a.link.cut()
    write(twin, 6, 'later copy')
    twin.link.restore()
    settle(simulation, [twin])
    twin.link.cut()
    a.link.restore()
    settle(simulation, [a])
    expect(said(a)).toEqual(saidAtHub(simulation))
    expect(said(a).filter((text) => text.includes('later copy'))).toHaveLength(6)
    expect(said(a).filter((text) => text.includes('original'))).toHaveLength(6)
  })
})
