import { describe, expect, test } from 'vitest'
import { deviceRevoked } from '../../../hub/core/countyActs.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { type Frame, PROTOCOL_VERSION } from '../../../shared/protocol/frames.ts'
import { verifyWelcome } from '../../../shared/protocol/handshake.ts'
import { createRawConsole, joinedRawConsole } from '../../support/rawConsole.ts'
import { codec, DIVISION } from '../../support/simulatedHub.ts'
import { createSimulation } from '../../support/simulation.ts'

const refused = (code: string): object[] => [{ t: 'error', code }]
const kinds = (frames: readonly Frame[]): string[] => frames.map(({ t }) => t)

describe('enrolment', () => {
  test('a console with a good code is welcomed, with its letter and the hub’s signature over the nonce', () => {
    const simulation = createSimulation(1)
    const one = createRawConsole(simulation, 'a')
    const [welcome] = one.connect({ code: simulation.hub.enrolCode(), nonce: 'the nonce' })
    expect(welcome).toMatchObject({
      t: 'welcome',
      hub: simulation.hub.core().hubId,
      township: { division: DIVISION, name: '青山镇' },
      letter: 'A',
      chains: [],
      down: [0, 0, 0],
    })
    if (welcome?.t !== 'welcome') throw new Error('no welcome')
    expect(verifyWelcome(welcome, 'the nonce', one.origin, nodePrimitives)).toBe(true)
    expect(verifyWelcome(welcome, 'another', one.origin, nodePrimitives)).toBe(false)
    expect(verifyWelcome(welcome, 'the nonce', 'd0', nodePrimitives)).toBe(false)
  })

  test('a code works once; the console that used it may ask again, because it may never have heard the answer', () => {
    const simulation = createSimulation(2)
    const code = simulation.hub.enrolCode()
    const first = createRawConsole(simulation, 'a')
    expect(kinds(first.connect({ code }))).toContain('welcome')
    expect(createRawConsole(simulation, 'b').connect({ code })).toEqual(refused('codeUsed'))
    expect(kinds(first.connect({ code }))).toContain('welcome')
    expect(simulation.hub.store().devicesOf(DIVISION)).toHaveLength(1)
  })

  test('a code has an end', () => {
    const simulation = createSimulation(3)
    const code = simulation.hub.enrolCode()
    simulation.world.advance(8 * 24 * 3_600_000)
    expect(createRawConsole(simulation, 'a').connect({ code })).toEqual(refused('codeExpired'))
  })

  test('a code nobody gave out is unknown; what is stored of a code cannot be typed', () => {
    const simulation = createSimulation(4)
    const other = createSimulation(5)
    expect(createRawConsole(simulation, 'a').connect({ code: other.hub.enrolCode() })).toEqual(refused('codeUnknown'))
    simulation.hub.enrolCode()
    expect(JSON.stringify(simulation.hub.store().enrolCodes())).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
  })

  test('a code of another township does not swallow this one’s records', () => {
    const simulation = createSimulation(6)
    const one = createRawConsole(simulation, 'a', '360123102')
    expect(one.connect({ code: simulation.hub.enrolCode() })).toEqual(refused('wrongTownship'))
    expect(simulation.hub.store().devicesOf(DIVISION)).toEqual([])
  })

  test('letters are unique in a township: the own one when it is free', () => {
    const simulation = createSimulation(7)
    const letters = ['a', 'b', 'c'].map((name) => {
      const frames = createRawConsole(simulation, name).connect({ code: simulation.hub.enrolCode() })
      return frames.flatMap((frame) => (frame.t === 'welcome' ? [frame.letter] : []))
    })
    expect(letters).toEqual([['A'], ['B'], ['C']])
  })

  test('the id of a device follows from its key', () => {
    const simulation = createSimulation(8)
    const one = createRawConsole(simulation, 'a')
    expect(one.connect({ code: simulation.hub.enrolCode(), change: { device: 'd0' } })).toEqual(refused('badSignature'))
  })
})

describe('a hello is refused with its reason, and the link closed', () => {
  test('from a device nobody took in', () => {
    const simulation = createSimulation(1)
    expect(createRawConsole(simulation, 'a').connect()).toEqual(refused('unknownDevice'))
  })

  test('signed by another key', () => {
    const simulation = createSimulation(2)
    const a = joinedRawConsole(simulation, 'a')
    const b = createRawConsole(simulation, 'b')
    expect(b.connect({ change: { device: a.origin } })).toEqual(refused('badSignature'))
    expect(b.closed()).toBe(true)
  })

  test('altered after it was signed', () => {
    const simulation = createSimulation(3)
    const a = joinedRawConsole(simulation, 'a')
    expect(a.connect({ after: { hubEpoch: 'other' } })).toEqual(refused('badSignature'))
  })

  test('recorded on another connection and played again', () => {
    const simulation = createSimulation(4)
    const a = joinedRawConsole(simulation, 'a')
    let recorded = new Uint8Array()
    const { core } = simulation.hub
    const accept = core().accept
    simulation.hub.core().accept = (link, hello) => {
      recorded = new Uint8Array(hello)
      return accept(link, hello)
    }
    expect(kinds(a.connect())).toContain('welcome')
    expect(a.connectWith(recorded)).toEqual(refused('badSignature'))
  })

  test('meant for another hub', () => {
    const simulation = createSimulation(5)
    const a = joinedRawConsole(simulation, 'a')
    expect(a.connect({ change: { hub: 'h1' } })).toEqual(refused('wrongHub'))
  })

  test('of a newer protocol', () => {
    const simulation = createSimulation(6)
    const a = joinedRawConsole(simulation, 'a')
    expect(a.connect({ change: { v: PROTOCOL_VERSION + 1 } })).toEqual(refused('unknownVersion'))
  })

  test('that is no hello', () => {
    const simulation = createSimulation(7)
    const a = createRawConsole(simulation, 'a')
    expect(a.connectWith(new Uint8Array([1, 2, 3]))).toEqual(refused('malformed'))
    expect(a.connectWith(codec.encode({ t: 'error', code: 'noAnswer' }))).toEqual(refused('unexpectedFrame'))
    expect(a.connectWith(new Uint8Array(600_000))).toEqual(refused('tooLarge'))
  })

  test('from a revoked device; what it wrote before stays, and it cannot come back by another code', () => {
    const simulation = createSimulation(8)
    const a = joinedRawConsole(simulation, 'a')
    const event = a.event(2, { text: 'before' })
    a.send(a.events(2, 1, [event]))
    simulation.hub.core().revoke(a.origin, [deviceRevoked(a.origin, DIVISION, '遗失', '王主任')])
    expect(a.take().at(-1)).toEqual({ t: 'error', code: 'revoked' })
    expect(a.closed()).toBe(true)
    expect(a.connect()).toEqual(refused('revoked'))
    expect(a.connect({ code: simulation.hub.enrolCode() })).toEqual(refused('revoked'))
    expect(simulation.hub.hashes()).toContain(event.hash)
  })
})

test('a second connection of a device over the same link ends its first; over another link both stay', () => {
  const simulation = createSimulation(9)
  const a = joinedRawConsole(simulation, 'a')
  const frames = a.connect()
  expect(kinds(frames)).toContain('welcome')
  expect(frames).toContainEqual({ t: 'error', code: 'replaced' })
  expect(simulation.hub.core().connected()).toEqual([a.origin])
  expect(a.connect({ change: { link: 'satellite' } })).not.toContainEqual({ t: 'error', code: 'replaced' })
  expect(simulation.hub.core().connected()).toEqual([a.origin])
})

test('the feed goes on at the console’s cursor, and starts again where the cursor means another event', () => {
  const simulation = createSimulation(10)
  const a = joinedRawConsole(simulation, 'a')
  const b = joinedRawConsole(simulation, 'b')
  const events = [1, 2, 3].map((n) => a.event(2, { n }))
  a.send(a.events(2, 1, events))
  const downOf = (cursor: [number, string]): unknown => {
    b.take()
    const frames = b.connect({ change: { down: [[0, ''], [0, ''], cursor] } })
    return frames.find(({ t }) => t === 'welcome')
  }
  expect(downOf([2, events[1]?.hash.slice(0, 16) ?? ''])).toMatchObject({ down: [0, 0, 2] })
  expect(downOf([2, events[0]?.hash.slice(0, 16) ?? ''])).toMatchObject({ down: [0, 0, 0] })
  expect(downOf([9, events[2]?.hash.slice(0, 16) ?? ''])).toMatchObject({ down: [0, 0, 0] })
})
