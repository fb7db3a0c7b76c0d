import fc from 'fast-check'
import type { Json, JsonObject } from '../../shared/protocol/canonical.ts'
import type { Envelope } from '../../shared/protocol/envelope.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const name = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.length <= 200)
const author = fc.option(
  fc.record({ person: fc.option(name, { nil: null }), name: fc.string({ unit: 'grapheme' }), role: name }),
  { nil: null },
)
const body = fc
  .dictionary(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 })
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject)

/** Any envelope that the protocol allows, of kinds nobody knows. */
export const anyEnvelope: fc.Arbitrary<Envelope> = fc
  .record({
    origin: name,
    epoch: name,
    lane: fc.constantFrom(0 as const, 1 as const, 2 as const),
    seq: fc.integer({ min: 1, max: 2 ** 40 }),
    more: fc.nat(1000),
    hlc: fc.tuple(fc.nat(2 ** 40), fc.nat(0xffff)).map(([ms, counter]) => makeHlc(ms, counter)),
    clockQuality: fc.constantFrom(0 as const, 1 as const, 2 as const),
    flags: fc.nat(3),
    scope: name,
    kind: name,
    kindVer: fc.nat(5),
    entity: name,
    base: fc.array(hex(16), { maxLength: 4 }),
    body,
    author,
    approver: author,
    hash: hex(64),
  })
  .map(({ more, hash, ...rest }) => ({ ...rest, n: rest.seq + more, prev: rest.seq === 1 ? '' : hash }))

/** The envelope's array, as it is written. */
export function fieldsOf(text: string): Json[] {
  return JSON.parse(text) as Json[]
}
