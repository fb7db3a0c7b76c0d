import { expect, test } from 'vitest'
import { createSimulation, join, settle } from '../support/simulation.ts'

test('what two consoles wrote before they ever met the hub is the same everywhere afterwards, hash for hash', () => {
  const simulation = createSimulation(1)
  const a = simulation.console('a')
  const b = simulation.console('b')
  for (const [index, one] of [a, b].entries()) {
    for (let count = 0; count < 700; count += 1)
      one.store.write((count % 3) as 0 | 1 | 2, { text: `${index} ${count}` })
    one.engine.start()
    one.enrol(simulation.hub.enrolCode())
  }
  settle(simulation, [a, b])
  expect(a.store.hashes()).toEqual(simulation.hub.hashes())
  expect(b.store.hashes()).toEqual(simulation.hub.hashes())
  // 1,400 records and the two enrolments the county told everyone of.
  expect(simulation.hub.hashes()).toHaveLength(1_402)
  expect([a.store.disk.enrolled?.letter, b.store.disk.enrolled?.letter].sort()).toEqual(['A', 'B'])
})

test('a record written while online reaches the hub and the other console; a checkpoint is countersigned', () => {
  const simulation = createSimulation(2)
  const a = join(simulation, 'a')
  const b = join(simulation, 'b')
  const hash = a.store.write(0, { text: '上游决口' })
  a.engine.notify()
  settle(simulation, [a, b])
  expect(b.store.hashes()).toContain(hash)
  simulation.world.runUntil(() => a.store.disk.checkpoints.some(({ countersigned }) => countersigned))
})
