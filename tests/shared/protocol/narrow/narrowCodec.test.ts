import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodies, type Kind } from '../../../../shared/domain/kinds.ts'
import { nodePrimitives } from '../../../../shared/node/primitives.ts'
import type { JsonObject } from '../../../../shared/protocol/canonical.ts'
import { type Envelope, type SealedEvent, sealEnvelope } from '../../../../shared/protocol/envelope.ts'
import { createJsonCodec, FrameError } from '../../../../shared/protocol/frameCodec.ts'
import type { OutgoingFrame } from '../../../../shared/protocol/frames.ts'
import { codebookSchema } from '../../../../shared/protocol/narrow/codebook.ts'
import { createNarrowCodec } from '../../../../shared/protocol/narrow/narrowCodec.ts'
import { createNarrowVocabulary } from '../../../../shared/protocol/narrow/vocabulary.ts'
import { sealReceived } from '../../../../shared/protocol/received.ts'
import { anyBody } from '../../../support/anyBody.ts'
import { anyEnvelope } from '../../../support/envelopes.ts'

const file = join(import.meta.dirname, '../../../../resources/narrow/codebook-1.json')
const book = codebookSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
const vocabulary = createNarrowVocabulary(book, nodePrimitives)
const plain = createJsonCodec(nodePrimitives)
const makeCodec = () => createNarrowCodec({ vocabulary, plain, primitives: nodePrimitives })

const NARROW = 0x81
const JSON_START = 0x7b
const texts = (events: readonly Uint8Array[]): string[] => events.map((bytes) => Buffer.from(bytes).toString('utf8'))
const eventsFrame = (events: readonly SealedEvent[]): OutgoingFrame => ({
  t: 'events',
  epoch: events[0]?.envelope.epoch ?? '-',
  lane: events[0]?.envelope.lane ?? 0,
  from: events[0]?.envelope.seq ?? 1,
  events: events.map(({ bytes }) => bytes),
})

/** What comes out at the other end, as canonical bytes. */
function across(from: ReturnType<typeof makeCodec>, to: ReturnType<typeof makeCodec>, frame: OutgoingFrame) {
  const bytes = from.encode(frame)
  const read = to.decode(bytes)
  const events = 'events' in read ? read.events.map((value) => sealReceived(value, nodePrimitives).bytes) : []
  return { bytes, read, events }
}

/** A chain of one console whose bodies are made from the schemas of all kinds. */
const anyChain: fc.Arbitrary<readonly SealedEvent[]> = fc
  .array(
    fc
      .constantFrom(...(Object.keys(bodies) as Kind[]))
      .chain((kind) =>
        fc.record({ kind: fc.constant(kind), body: anyBody(kind), ms: fc.nat(600_000), again: fc.boolean() }),
      ),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) => {
    const chain: SealedEvent[] = []
    let ms = Date.UTC(2026, 6, 14, 3, 20)
    for (const [index, { kind, body, again, ...draft }] of drafts.entries()) {
      ms += draft.ms
      const before = chain.at(-1)
      const aggregate = kind.slice(0, kind.indexOf('.'))
      const envelope: Envelope = {
        origin: 'd5d1f0c3a8b7e6d5c4b3a2918070605',
        epoch: '1-0a1b2c3d',
        lane: 2,
        seq: index + 1,
        n: index * 2 + 1,
        hlc: `${ms.toString(16).padStart(12, '0')}0000`,
        clockQuality: 1,
        flags: 0,
        scope: '360998103',
        kind,
        kindVer: 1,
        entity: again && before ? before.envelope.entity : `${aggregate}-${String(index).padStart(16, '7')}`,
        base: again && before ? [before.hash.slice(0, 16)] : [],
        body: JSON.parse(JSON.stringify(body)) as JsonObject,
        author: { person: 'person-0123456789abcdef', name: '刘建军', role: 'dutyOfficer' },
        approver: null,
        prev: before?.hash ?? '',
      }
      chain.push(sealEnvelope(envelope, nodePrimitives))
    }
    return chain
  })

test('events of every kind come out with the very bytes that went in, frame after frame', () => {
  fc.assert(
    fc.property(fc.array(anyChain, { minLength: 1, maxLength: 2 }), (chains) => {
      const here = makeCodec()
      const there = makeCodec()
      for (const chain of chains) {
        const { bytes, events } = across(here, there, eventsFrame(chain))
        expect(texts(events)).toEqual(texts(chain.map((event) => event.bytes)))
        expect(bytes[0]).toBe(NARROW)
      }
    }),
    { numRuns: 60 },
  )
})

test('whatever envelope the protocol allows arrives, short or as it is', () => {
  fc.assert(
    fc.property(fc.array(anyEnvelope, { minLength: 1, maxLength: 6 }), fc.boolean(), (envelopes, down) => {
      const sealed = envelopes.map((envelope) => sealEnvelope(envelope, nodePrimitives))
      const frame: OutgoingFrame = down
        ? { t: 'down', lane: 1, from: 7, events: sealed.map(({ bytes }) => bytes) }
        : eventsFrame(sealed)
      expect(texts(across(makeCodec(), makeCodec(), frame).events)).toEqual(texts(sealed.map(({ bytes }) => bytes)))
    }),
    { numRuns: 60 },
  )
})

describe('frames without events', () => {
  const frames: readonly OutgoingFrame[] = [
    { t: 'ack', epoch: '1-0a1b2c3d', lane: 2, seq: 40, hash: '0123456789abcdef', at: 1_783_999_200_123 },
    { t: 'ack', epoch: '1-0a1b2c3d', lane: 2, seq: 60, hash: 'fedcba9876543210', at: 1_783_999_201_123 },
    { t: 'ack', epoch: '1-0a1b2c3d', lane: 0, seq: 0, hash: '', at: 1_783_999_201_123 },
    { t: 'downAck', lane: 1, seq: 12 },
    { t: 'park', epoch: '1-0a1b2c3d', lane: 2, seq: 9, code: 'wrongScope' },
    { t: 'gap', epoch: '1-0a1b2c3d', lane: 2, from: 9 },
    { t: 'error', code: 'replaced' },
  ]

  test('come out as they went in, in order, on one connection', () => {
    const here = makeCodec()
    const there = makeCodec()
    for (const frame of frames) {
      const { bytes, read } = across(here, there, frame)
      expect(read).toEqual(frame)
      expect(bytes[0]).toBe(NARROW)
    }
  })

  test('an acknowledgement is little more than its hash', () => {
    const here = makeCodec()
    here.encode(frames[0] as OutgoingFrame)
    expect(here.encode(frames[1] as OutgoingFrame).length).toBeLessThanOrEqual(20)
  })
})

describe('what cannot be read is refused in good order', () => {
  const ack = makeCodec().encode({ t: 'downAck', lane: 1, seq: 12 })

  test('another codebook', () => {
    expect(() => makeCodec().decode(Uint8Array.of(0x80 | 99, ...ack.slice(1)))).toThrow(
      new FrameError('unknownVersion'),
    )
  })

  test('any bytes at all, and every frame with a bit turned', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
        let refusal = 'taken'
        try {
          makeCodec().decode(Uint8Array.of(NARROW, ...rest))
        } catch (error) {
          refusal = error instanceof FrameError ? error.code : 'another error'
        }
        expect(['taken', 'malformed', 'unknownVersion']).toContain(refusal)
      }),
    )
  })

  test('events that do not match the hash at their end', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.nat(7), (chain, place, bit) => {
        const bytes = makeCodec().encode(eventsFrame(chain))
        const at = 1 + (place % (bytes.length - 1))
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        let events: readonly unknown[] = []
        try {
          const read = makeCodec().decode(bytes)
          if (!('events' in read)) return
          events = read.events
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError)
          return
        }
        // A turned bit behind the last decision changes nothing; anything else is refused.
        expect(texts(events.map((value) => sealReceived(value, nodePrimitives).bytes))).toEqual(
          texts(chain.map((event) => event.bytes)),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('a frame whose chain this connection never saw', () => {
    fc.assert(
      fc.property(
        anyChain.filter((chain) => chain.length > 1),
        (chain) => {
          const here = makeCodec()
          here.encode(eventsFrame(chain.slice(0, 1)))
          const second = here.encode(eventsFrame(chain.slice(1)))
          expect(() => makeCodec().decode(second)).toThrow(FrameError)
        },
      ),
      { numRuns: 10 },
    )
  })
})

test('a text that would unfold to too much goes as it is', () => {
  const event = sealEnvelope(
    {
      origin: 'd1',
      epoch: '1-a',
      lane: 2,
      seq: 1,
      n: 1,
      hlc: '0123456789ab0000',
      clockQuality: 0,
      flags: 0,
      scope: '360998103',
      kind: 'log.entered',
      kindVer: 1,
      entity: 'log-1',
      base: [],
      body: { at: 0, text: '水'.repeat(30_000) },
      author: null,
      approver: null,
      prev: '',
    },
    nodePrimitives,
  )
  const { bytes, events } = across(makeCodec(), makeCodec(), eventsFrame([event]))
  expect(bytes[0]).toBe(JSON_START)
  expect(texts(events)).toEqual(texts([event.bytes]))
})
