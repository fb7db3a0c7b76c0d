import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import type { JsonObject } from '../../../shared/protocol/canonical.ts'
import {
  type Envelope,
  EnvelopeError,
  envelopeText,
  hashEnvelopeBytes,
  MAX_ENVELOPE_BYTES,
  openEnvelope,
  parseEnvelope,
  sealEnvelope,
  shortHash,
} from '../../../shared/protocol/envelope.ts'
import { anyEnvelope, fieldsOf } from '../../support/envelopes.ts'

const plain: Envelope = {
  origin: 'd0123456789abcdef0123456789abcd',
  epoch: '1-00c0ffee',
  lane: 2,
  seq: 2,
  n: 5,
  hlc: '0199e3a1b2c30004',
  clockQuality: 1,
  flags: 0,
  scope: '330127103',
  kind: 'log.entered',
  kindVer: 1,
  entity: 'log-1',
  base: ['00112233445566aa'],
  body: { at: 1_784_000_000_000, text: '后山滑坡，埋了两个人' },
  author: { person: 'p1', name: '王建国', role: 'dutyOfficer' },
  approver: null,
  prev: 'ab'.repeat(32),
}
const bytesOf = (text: string) => Buffer.from(text, 'utf8')
const codeOf = (open: () => unknown): string => {
  try {
    open()
    return 'opened'
  } catch (error) {
    if (error instanceof EnvelopeError) return error.code
    throw error
  }
}

describe('the sealed event', () => {
  it('is one canonical JSON array, hashed with a leading zero byte', () => {
    const sealed = sealEnvelope(plain, nodePrimitives)
    expect(Buffer.from(sealed.bytes).toString('utf8')).toBe(
      '[1,"d0123456789abcdef0123456789abcd","1-00c0ffee",2,2,5,"0199e3a1b2c30004",1,0,"330127103","log.entered",1,"log-1",' +
        '["00112233445566aa"],{"at":1784000000000,"text":"后山滑坡，埋了两个人"},["p1","王建国","dutyOfficer"],null,' +
        `"${'ab'.repeat(32)}"]`,
    )
    // Pinned: a change of the hash is a change of every chain ever written.
    expect(sealed.hash).toBe('ad1634f3a5ffa8e527dd52bc4dde969878e6fec4866f4de9bf5e77da5bf3ba71')
    expect(shortHash(sealed.hash)).toBe(sealed.hash.slice(0, 16))
  })

  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(anyEnvelope, (envelope) => {
        const sealed = sealEnvelope(envelope, nodePrimitives)
        const opened = openEnvelope(sealed.bytes, nodePrimitives)
        expect(opened).toEqual({ ...sealed, bytes: sealed.bytes })
        expect(envelopeText(opened.envelope)).toBe(Buffer.from(sealed.bytes).toString('utf8'))
      }),
    )
  })

  it('says at once what everybody will read later', () => {
    const body = { text: 'a\ud800b', gone: undefined, zero: -0 } as unknown as JsonObject
    expect(sealEnvelope({ ...plain, body }, nodePrimitives).envelope.body).toEqual({ text: 'a\ufffdb', zero: 0 })
  })

  it('is not sealed when nobody could open it', () => {
    const seal = (change: Partial<Envelope>) => codeOf(() => sealEnvelope({ ...plain, ...change }, nodePrimitives))
    expect(seal({ body: { text: '山'.repeat(MAX_ENVELOPE_BYTES / 3) } })).toBe('tooLarge')
    expect(seal({ body: { n: Number.NaN } })).toBe('malformed')
    expect(seal({ seq: 0 })).toBe('malformed')
    expect(seal({ base: Array.from({ length: 65 }, () => '0'.repeat(16)) })).toBe('malformed')
  })

  it('any changed byte changes the hash or cannot be read', () => {
    const sealed = sealEnvelope(plain, nodePrimitives)
    fc.assert(
      fc.property(fc.nat(sealed.bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Uint8Array.from(sealed.bytes)
        bytes[at] = (bytes[at] ?? 0) ^ change
        const outcome = codeOf(() => openEnvelope(bytes, nodePrimitives))
        if (outcome === 'opened') expect(hashEnvelopeBytes(bytes, nodePrimitives)).not.toBe(sealed.hash)
        else expect(['malformed', 'notCanonical', 'unknownVersion']).toContain(outcome)
      }),
    )
  })
})

describe('bytes that are no envelope', () => {
  const text = envelopeText(plain)
  it.each([
    ['nothing', '', 'malformed'],
    ['no JSON', '[1,', 'malformed'],
    ['no array', '{}', 'malformed'],
    ['an empty array', '[]', 'unknownVersion'],
    ['another version', text.replace('[1,', '[2,'), 'unknownVersion'],
    ['a field too many', text.replace(/]$/, ',1]'), 'malformed'],
    ['a space', text.replace(',', ', '), 'notCanonical'],
    ['a byte order mark', `\ufeff${text}`, 'malformed'],
    ['an escape where none is needed', text.replace('"log-1"', '"l\\u006fg-1"'), 'notCanonical'],
    ['a lone surrogate', text.replace('"log-1"', '"log\\ud800"'), 'notCanonical'],
    ['a key twice', text.replace('{"at"', '{"at":1,"at"'), 'notCanonical'],
    ['keys out of order', text.replace('{"at"', '{"zz":1,"at"'), 'notCanonical'],
    ['a number of another form', text.replace('1784000000000', '1.784e12'), 'notCanonical'],
    ['a number beyond all numbers', text.replace('1784000000000', '1e400'), 'malformed'],
    ['minus zero', text.replace('1784000000000', '-0'), 'notCanonical'],
    ['a seq of 0', text.replace('2,2,5', '2,0,5'), 'malformed'],
    ['more events in a lane than in all', text.replace('2,2,5', '2,2,1'), 'malformed'],
    ['a first event with a past', text.replace('2,2,5', '2,1,5'), 'malformed'],
    ['a later event without a past', text.replace('ab'.repeat(32), ''), 'malformed'],
    ['a lane of its own', text.replace(',2,2,5', ',3,2,5'), 'malformed'],
    ['upper-case digits', text.replace('0199e3a1b2c30004', '0199E3A1B2C30004'), 'malformed'],
    ['an empty name', text.replace('"log-1"', '""'), 'malformed'],
    ['a name without end', text.replace('log-1', 'l'.repeat(201)), 'malformed'],
    ['a body that is a list', text.replace(/\{.*\}/, '[]'), 'malformed'],
    ['an author that is a word', text.replace('["p1","王建国","dutyOfficer"]', '"p1"'), 'malformed'],
    ['nesting without end', text.replace(/\{.*\}/, `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`), 'malformed'],
  ])('%s', (_, changed, code) => {
    expect(changed).not.toBe(text)
    expect(codeOf(() => openEnvelope(bytesOf(changed), nodePrimitives))).toBe(code)
  })

  it('bytes that are no UTF-8, or too many', () => {
    expect(codeOf(() => openEnvelope(Uint8Array.of(0x5b, 0xff, 0x5d), nodePrimitives))).toBe('malformed')
    expect(codeOf(() => openEnvelope(new Uint8Array(MAX_ENVELOPE_BYTES + 1), nodePrimitives))).toBe('tooLarge')
  })

  it('never throw anything but EnvelopeError', () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.json({ maxDepth: 8 }).map(bytesOf),
      // One field of a good envelope replaced by anything.
      fc
        .tuple(anyEnvelope, fc.nat(18), fc.anything({ withBigInt: false, withTypedArray: false }))
        .map(([envelope, at, value]) => {
          const fields: unknown[] = fieldsOf(envelopeText(envelope))
          fields[at] = value
          return bytesOf(JSON.stringify(fields) ?? '')
        }),
      // A good envelope cut, or with a piece of another inside.
      fc.tuple(anyEnvelope, fc.nat(), fc.string()).map(([envelope, at, piece]) => {
        const good = envelopeText(envelope)
        const cut = at % good.length
        return bytesOf(good.slice(0, cut) + piece + good.slice(cut + piece.length))
      }),
    )
    fc.assert(
      fc.property(hostile, (bytes) => {
        codeOf(() => openEnvelope(bytes, nodePrimitives))
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.anything(), (value) => {
        codeOf(() => parseEnvelope(value))
      }),
      { numRuns: 1000 },
    )
  })
})
