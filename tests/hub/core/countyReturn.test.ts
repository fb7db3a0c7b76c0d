import { expect, test } from 'vitest'
import type { Frame, FrameOf } from '../../../shared/protocol/frames.ts'
import { createRawConsole, joinedRawConsole, type RawConsole } from '../../support/rawConsole.ts'
import type { SimulatedHub } from '../../support/simulatedHub.ts'
import { createSimulation } from '../../support/simulation.ts'

interface Restored {
  readonly hub: SimulatedHub
  readonly a: RawConsole
  readonly held: FrameOf<'held'>
  /** The order the hub lost. */
  readonly order: Uint8Array
  readonly orderHash: string
}

const find = <T extends Frame['t']>(frames: readonly Frame[], t: T): FrameOf<T> => {
  const frame = frames.find((one): one is FrameOf<T> => one.t === t)
  if (!frame) throw new Error(`no ${t} among ${frames.map((one) => one.t).join()}`)
  return frame
}

/** A hub that lost an order which a console holds, with the hub's own signature over it. */
function lostAnOrder(): Restored {
  const simulation = createSimulation(1)
  const { hub } = simulation
  const a = joinedRawConsole(simulation, 'a')
  const backup = hub.backup()
  hub.order('立即转移')
  const down = find(a.take(), 'down')
  const order = Buffer.from(JSON.stringify(down.events[0]), 'utf8')
  const before = new Set(hub.hashes())
  const frames = a.send({ t: 'downAck', lane: 0, seq: 1 }, { t: 'downAck', lane: 1, seq: 1 })
  const held: FrameOf<'held'> = { ...find(frames, 'county'), t: 'held' }
  hub.restore(backup)
  const orderHash = [...before].find((hash) => !hub.hashes().includes(hash)) ?? ''
  a.connect()
  a.take()
  return { hub, a, held, order, orderHash }
}

const page = (held: FrameOf<'held'>, events: readonly Uint8Array[], next = 0) =>
  ({ t: 'ownEvents', epoch: held.epoch, lane: 0, next, events }) as const

test('what leads to a head the hub signed is taken back', () => {
  const { hub, a, held, order, orderHash } = lostAnOrder()
  expect(hub.hashes()).not.toContain(orderHash)
  expect(find(a.send(held), 'own')).toEqual({ t: 'own', epoch: held.epoch, lane: 0, from: 1 })
  a.send(page(held, [order]))
  expect(hub.hashes()).toContain(orderHash)
})

test('nobody can put words into the county’s mouth', () => {
  const { hub, a, held, order } = lostAnOrder()
  const before = hub.hashes()
  const forged = Buffer.from(order.toString().replace('立即转移', '原地待命'), 'utf8')
  a.send(held)
  a.send(page(held, [forged]))
  a.send(held)
  a.send(page(held, [order, forged]))
  a.send(page(held, [order]))
  expect(hub.hashes()).toEqual(before)
})

test('heads the hub did not sign are not looked at', () => {
  const { hub, a, held, order } = lostAnOrder()
  const before = hub.hashes()
  expect(a.send({ ...held, n: held.n + 1 })).toEqual([])
  expect(a.send({ ...held, sig: 'a'.repeat(128) })).toEqual([])
  a.send(page(held, [order]))
  expect(hub.hashes()).toEqual(before)
})

test('a page that leads nowhere is given up; the connection goes on', () => {
  const { hub, a, held, order, orderHash } = lostAnOrder()
  a.send(held)
  a.send(page(held, []))
  expect(a.closed()).toBe(false)
  a.send(held)
  a.send(page(held, [order]))
  expect(hub.hashes()).toContain(orderHash)
})

test('another township’s heads are none of a console’s business', () => {
  const simulation = createSimulation(2)
  const far = createRawConsole(simulation, 'far', '360123102')
  far.connect({ code: simulation.hub.enrolCode('360123102') })
  const { held } = lostAnOrder()
  expect(far.send(held)).toEqual([])
})
