import { expect, test } from 'vitest'
import { createAckPacer } from '../../../shared/protocol/ackPacer.ts'
import { createWorld } from '../../support/world.ts'

function paced() {
  const world = createWorld(1)
  const pacer = createAckPacer(world.clock)
  const sent: string[] = []
  return {
    world,
    pacer,
    sent,
    frame(seq: number, more: boolean, name = '2 1-a') {
      pacer.taken(name, more)
      pacer.confirm(name, () => sent.push(`${name} ${seq}`))
    },
  }
}

test('the last frame is confirmed at once', () => {
  const { frame, sent } = paced()
  frame(1, false)
  expect(sent).toEqual(['2 1-a 1'])
})

test('of frames that follow each other every second one is confirmed, by the newest number', () => {
  const { frame, sent, world } = paced()
  for (const seq of [1, 2, 3, 4]) frame(seq, true)
  frame(5, false)
  world.advance(10_000)
  expect(sent).toEqual(['2 1-a 2', '2 1-a 4', '2 1-a 5'])
})

test('a promise of more that is not kept costs a moment, not the confirmation', () => {
  const { frame, sent, world } = paced()
  frame(1, true)
  world.advance(1_000)
  expect(sent).toEqual([])
  world.advance(1_500)
  expect(sent).toEqual(['2 1-a 1'])
})

test('lanes do not wait for each other', () => {
  const { frame, sent } = paced()
  frame(1, true)
  frame(7, false, '0 1-a')
  expect(sent).toEqual(['0 1-a 7'])
})

test('nothing is sent after the end', () => {
  const { frame, sent, world, pacer } = paced()
  frame(1, true)
  pacer.stop()
  world.advance(10_000)
  expect(sent).toEqual([])
})
