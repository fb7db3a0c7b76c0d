import { expect, test } from 'vitest'
import type { Frame } from '../../../shared/protocol/frames.ts'
import { createRawConsole, joinedRawConsole, type RawConsole } from '../../support/rawConsole.ts'
import { createSimulation } from '../../support/simulation.ts'

/** An urgent frame without an answer goes out on the other links after this long at the latest. */
const OVERDUE_MS = 2_000

/** First and last feed number of what came down as a flash record. */
const downs = (frames: readonly Frame[]) =>
  frames.flatMap((frame) =>
    frame.t === 'down' && frame.lane === 0 ? [[frame.from, frame.from + frame.events.length - 1]] : [],
  )

/** Console a on broadband, which carries, and on a satellite, which rests; b in the same township writes. */
function setUp() {
  const simulation = createSimulation(1)
  const broadband = joinedRawConsole(simulation, 'a')
  const satellite: RawConsole = createRawConsole(simulation, 'a')
  satellite.connect({ change: { link: 'satellite', lanes: 0, bitRate: 64_000 } })
  const b = joinedRawConsole(simulation, 'b')
  let seq = 0
  const write = (count: number) => {
    b.send(
      b.events(
        0,
        seq + 1,
        Array.from({ length: count }, (_, index) => b.event(0, { no: seq + index + 1 })),
      ),
    )
    seq += count
  }
  /** What the satellite brings once broadband was silent for too long. */
  const overdue = () => {
    simulation.world.advance(OVERDUE_MS)
    return downs(satellite.take())
  }
  return { broadband, satellite, write, overdue }
}

test('what broadband swallows comes over the satellite, and nothing of what the console has confirmed on broadband', () => {
  const { broadband, satellite, write, overdue } = setUp()
  write(60)
  expect(downs(broadband.take()).at(-1)?.[1]).toBe(60)
  broadband.send({ t: 'downAck', lane: 0, seq: 60 })
  expect(downs(satellite.take())).toEqual([])
  write(2)
  expect(downs(broadband.take())).toEqual([[61, 62]])
  expect(overdue()).toEqual([[61, 62]])
  // What is on its way here is not sent once more when the satellite takes the lane over.
  expect(downs(satellite.send({ t: 'carry', lanes: 7, down: [60, 0, 0] }))).toEqual([])
  write(1)
  expect(downs(satellite.take())).toEqual([[63, 63]])
})

test('a console that holds less than it once confirmed is believed: it goes on from a backup', () => {
  const { broadband, satellite, write, overdue } = setUp()
  write(60)
  broadband.send({ t: 'downAck', lane: 0, seq: 60 })
  expect(downs(satellite.send({ t: 'carry', lanes: 7, down: [40, 0, 0] })).at(0)?.[0]).toBe(41)
  satellite.send({ t: 'downAck', lane: 0, seq: 60 })
  satellite.send({ t: 'carry', lanes: 0, down: [60, 0, 0] })
  write(2)
  expect(overdue()).toEqual([[61, 62]])
  expect(downs(satellite.send({ t: 'carry', lanes: 7, down: [50, 0, 0] })).at(0)?.[0]).toBe(51)
})

test('a number that was never sent, confirmed by a faulty console, keeps nothing back', () => {
  const { broadband, write, overdue } = setUp()
  write(3)
  broadband.send({ t: 'downAck', lane: 0, seq: 3 }, { t: 'downAck', lane: 0, seq: 1_000 })
  write(1)
  expect(overdue()).toEqual([[4, 4]])
})
