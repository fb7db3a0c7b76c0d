import { expect, test } from 'vitest'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { openEnvelope } from '../../shared/protocol/envelope.ts'
import { createSimulation, join, settle } from '../support/simulation.ts'

test('a flash record overtakes thousands of routine ones on the way up', () => {
  const simulation = createSimulation(1)
  const a = join(simulation, 'a')
  a.link.cut()
  for (let count = 0; count < 8_000; count += 1) a.store.write(2, { text: `routine ${count}` })
  const flash = a.store.write(0, { text: '决口' })
  a.engine.notify()
  a.link.restore()
  simulation.world.runUntil(() => simulation.hub.hashes().includes(flash))
  expect(simulation.hub.count()).toBeLessThan(4_000)
  settle(simulation, [a])
})

test('a flash record written while thousands are under way does not wait for their confirmation', () => {
  const simulation = createSimulation(2)
  const a = join(simulation, 'a')
  for (let count = 0; count < 8_000; count += 1) a.store.write(2, { text: `routine ${count}` })
  a.engine.notify()
  simulation.world.runUntil(() => a.engine.state().state === 'online' && a.engine.state().reason === 'sending')
  const flash = a.store.write(0, { text: '决口' })
  a.engine.notify()
  simulation.world.runUntil(() => simulation.hub.hashes().includes(flash))
  expect(a.engine.state().pending[2]).toBeGreaterThan(4_000)
  settle(simulation, [a])
})

test('an order of the county overtakes thousands of routine records on the way down', () => {
  const simulation = createSimulation(3)
  const a = join(simulation, 'a')
  const b = join(simulation, 'b')
  b.link.cut()
  for (let count = 0; count < 8_000; count += 1) a.store.write(2, { text: `routine ${count}` })
  a.engine.notify()
  settle(simulation, [a])
  simulation.hub.order('立即转移')
  b.link.restore()
  const hasOrder = (): boolean =>
    b.store.disk.events.some(({ bytes }) => openEnvelope(bytes, nodePrimitives).envelope.kind === 'order.issued')
  simulation.world.runUntil(() => b.store.downCursor(0).feedSeq === 1)
  expect(hasOrder()).toBe(true)
  expect(b.store.hashes().length).toBeLessThan(1_000)
  settle(simulation, [a, b])
})

test('records of one turn leave in one frame, and at most a window of frames is under way', () => {
  const simulation = createSimulation(4)
  const a = join(simulation, 'a')
  let sent = 0
  const send = a.link.bearer.send
  Object.assign(a.link.bearer, {
    send(frame: Uint8Array) {
      if (Buffer.from(frame.subarray(0, 14)).toString() === '{"t":"events",') sent += 1
      send(frame)
    },
  })
  for (let count = 0; count < 3; count += 1) {
    a.store.write(2, { count })
    a.engine.notify()
  }
  simulation.world.advance(1)
  expect(sent).toBe(1)
  settle(simulation, [a])
  for (let count = 0; count < 5_000; count += 1) a.store.write(2, { count })
  a.engine.notify()
  sent = 0
  simulation.world.advance(1)
  expect(sent).toBe(4)
  settle(simulation, [a])
})
