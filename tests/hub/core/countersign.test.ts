import { describe, expect, test } from 'vitest'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { type Checkpoint, checkpointBytes, countersignBytes } from '../../../shared/protocol/checkpoint.ts'
import type { FrameOf } from '../../../shared/protocol/frames.ts'
import { fromHex } from '../../../shared/protocol/hex.ts'
import { joinedRawConsole, type RawConsole } from '../../support/rawConsole.ts'
import { createSimulation } from '../../support/simulation.ts'

function witnessed(
  a: RawConsole,
  heads: FrameOf<'checkpoint'>['heads'],
  n: number,
  signer: RawConsole = a,
): FrameOf<'checkpoint'> {
  const checkpoint: Checkpoint = { origin: a.origin, epoch: a.epoch, n, heads }
  return { t: 'checkpoint', epoch: a.epoch, n, heads, sig: signer.sign(checkpointBytes(checkpoint, nodePrimitives)) }
}

describe('a checkpoint', () => {
  const simulation = createSimulation(1)
  const a = joinedRawConsole(simulation, 'a')
  const event = a.event(2, { text: '一' })
  a.send(a.events(2, 1, [event]))
  const heads: FrameOf<'checkpoint'>['heads'] = [
    [0, ''],
    [0, ''],
    [1, event.hash],
  ]

  test('over what the hub holds is countersigned, verifiably, and stored', () => {
    const [answer] = a.send(witnessed(a, heads, 1))
    if (answer?.t !== 'countersigned') throw new Error(`no countersignature but ${answer?.t}`)
    const [hub] = [simulation.hub.core().hubId]
    const key = joinedKey()
    const bytes = countersignBytes(
      { origin: a.origin, epoch: a.epoch, n: 1, heads },
      hub,
      answer.hubEpoch,
      answer.at,
      nodePrimitives,
    )
    expect(nodePrimitives.verify(key, bytes, fromHex(answer.sig))).toBe(true)
    expect(simulation.hub.db().prepare('SELECT n FROM checkpoint').all()).toEqual([{ n: 1 }])
  })

  function joinedKey(): Uint8Array {
    const welcome = a.connect().find(({ t }) => t === 'welcome')
    return welcome?.t === 'welcome' ? fromHex(welcome.publicKey) : new Uint8Array()
  }

  test('signed by another key ends the connection', () => {
    a.connect()
    const b = joinedRawConsole(simulation, 'b')
    expect(a.send(witnessed(a, heads, 1, b)).at(-1)).toEqual({ t: 'error', code: 'badSignature' })
    expect(a.closed()).toBe(true)
  })

  test.each<[string, FrameOf<'checkpoint'>['heads']]>([
    [
      'names a hash the hub does not hold there',
      [
        [0, ''],
        [0, ''],
        [1, 'f'.repeat(64)],
      ],
    ],
    [
      'names a number the hub does not have',
      [
        [0, ''],
        [0, ''],
        [2, event.hash],
      ],
    ],
    [
      'gives an empty lane a hash',
      [
        [0, event.hash],
        [0, ''],
        [1, event.hash],
      ],
    ],
  ])('that %s is not witnessed', (_, wrong) => {
    a.connect()
    expect(a.send(witnessed(a, wrong, 1)).at(-1)).toEqual({ t: 'error', code: 'checkpointMismatch' })
  })
})
