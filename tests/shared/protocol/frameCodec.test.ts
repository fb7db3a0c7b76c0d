import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { sealEnvelope } from '../../../shared/protocol/envelope.ts'
import { createJsonCodec, FrameError } from '../../../shared/protocol/frameCodec.ts'
import { MAX_FRAME_BYTES, type OutgoingFrame, PROTOCOL_VERSION } from '../../../shared/protocol/frames.ts'
import { sealReceived } from '../../../shared/protocol/received.ts'
import { anyEnvelope } from '../../support/envelopes.ts'

const codec = createJsonCodec(nodePrimitives)
const text = (value: string): Uint8Array => Buffer.from(value, 'utf8')

function refusalOf(bytes: Uint8Array): string {
  try {
    codec.decode(bytes)
    return 'taken'
  } catch (error) {
    return error instanceof FrameError ? error.code : 'another error'
  }
}

test('envelopes come out of a frame with the very bytes and hashes that went in', () => {
  fc.assert(
    fc.property(fc.array(anyEnvelope, { minLength: 1, maxLength: 8 }), (envelopes) => {
      const sealed = envelopes.map((envelope) => sealEnvelope(envelope, nodePrimitives))
      const bytes = codec.encode({ t: 'down', lane: 1, from: 7, events: sealed.map((event) => event.bytes) })
      const frame = codec.decode(bytes)
      expect(frame).toMatchObject({ t: 'down', lane: 1, from: 7 })
      const received = 'events' in frame ? frame.events.map((value) => sealReceived(value, nodePrimitives)) : []
      expect(received.map(({ hash }) => hash)).toEqual(sealed.map(({ hash }) => hash))
      expect(received.map(({ bytes }) => Buffer.from(bytes))).toEqual(sealed.map(({ bytes }) => Buffer.from(bytes)))
    }),
  )
})

describe('a frame is refused in good order', () => {
  const ack: OutgoingFrame = { t: 'ack', epoch: '1-a', lane: 0, seq: 3, hash: '', at: 1 }
  test.each([
    ['no JSON', text('{'), 'malformed'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x22), 'malformed'],
    ['an unknown type', text('{"t":"hug"}'), 'malformed'],
    ['a missing field', text('{"t":"ack","epoch":"1-a","lane":0,"seq":3,"hash":""}'), 'malformed'],
    ['a field too many', text(JSON.stringify({ ...ack, more: 1 })), 'malformed'],
    ['a lane that is none', text(JSON.stringify({ ...ack, lane: 3 })), 'malformed'],
    ['a number that is no count', text(JSON.stringify({ ...ack, seq: -1 })), 'malformed'],
    ['a number too large to count with', text(JSON.stringify({ ...ack, seq: 2 ** 60 })), 'malformed'],
    ['no events', text('{"t":"events","epoch":"1-a","lane":0,"from":1,"events":[]}'), 'malformed'],
    [
      'more events than a frame holds',
      text(`{"t":"down","lane":0,"from":1,"events":[${'0,'.repeat(500)}0]}`),
      'malformed',
    ],
    ['more bytes than a frame holds', new Uint8Array(MAX_FRAME_BYTES + 1), 'tooLarge'],
    ['nothing at all', new Uint8Array(), 'malformed'],
    ['a null', text('null'), 'malformed'],
    ['another version', text(`{"t":"hello","v":${PROTOCOL_VERSION + 1},"new":"fields"}`), 'unknownVersion'],
    ['a well-formed frame', codec.encode(ack), 'taken'],
  ])('%s', (_, bytes, refusal) => {
    expect(refusalOf(bytes)).toBe(refusal)
  })

  test('any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['malformed', 'unknownVersion', 'taken']).toContain(refusalOf(bytes))
      }),
    )
  })
})

describe('an envelope inside a frame', () => {
  test.each([
    ['a number JSON cannot carry', JSON.parse('[1e999]') as unknown],
    ['deep nesting', JSON.parse(`${'['.repeat(60_000)}${']'.repeat(60_000)}`) as unknown],
    ['a text', 'envelope'],
  ])('%s is refused, not thrown at the caller as something else', (_, value) => {
    expect(() => sealReceived(value, nodePrimitives)).toThrow(/^envelope: /)
  })
})
