import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, canonicalTextOf, type Json, MAX_JSON_DEPTH } from '../../../shared/protocol/canonical.ts'

describe('canonical JSON', () => {
  // The examples of RFC 8785, 3.2.2 to 3.2.4 and appendix B.
  it('writes the RFC’s own example', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts keys by UTF-16 units, not by code points', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const value = Object.fromEntries(keys.map((key) => [key, 0]))
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
  })

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [2 ** 68, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [1e21, '1e+21'],
    [1e21 - 2 ** 17, '999999999999999900000'],
    [9.999999999999997e-7, '9.999999999999997e-7'],
    [0.000001, '0.000001'],
    [333333333.3333332, '333333333.3333332'],
    [-0.0000033333333333333333, '-0.0000033333333333333333'],
    [1424953923781206.2, '1424953923781206.2'],
  ])('number %d', (number, text) => {
    expect(canonicalJson(number)).toBe(text)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('has no form for %d', (number) => {
    expect(() => canonicalJson([number])).toThrow(TypeError)
  })

  it.each([[undefined], [() => 1], [Symbol('a')], [1n]])('has no form for %s', (value) => {
    expect(() => canonicalJson(value as unknown as Json)).toThrow(TypeError)
  })

  it('replaces lone surrogates in texts and keys, and sorts by what is written', () => {
    expect(canonicalJson('a\ud800b')).toBe('"a\ufffdb"')
    // Before replacement \ud800 sorts below \uff00, after it (\ufffd) above.
    expect(canonicalJson({ '\ud800': 1, '\uff00': 2 })).toBe('{"\uff00":2,"\ufffd":1}')
  })

  it('refuses two keys that become one', () => {
    expect(() => canonicalJson({ '\ud800': 1, '\ud801': 2 })).toThrow(TypeError)
  })

  it('leaves out members that are not there', () => {
    expect(canonicalJson({ a: undefined, b: 1 } as unknown as Json)).toBe('{"b":1}')
  })

  it('refuses nesting that would overflow the stack', () => {
    const nest = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json
    expect(canonicalJson(nest(MAX_JSON_DEPTH))).toHaveLength(2 * MAX_JSON_DEPTH)
    expect(() => canonicalJson(nest(MAX_JSON_DEPTH + 1))).toThrow(TypeError)
    expect(() => canonicalJson(nest(60_000))).toThrow(TypeError)
  })

  it('reading it gives the value back, and writing that gives the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = canonicalJson(value as Json)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
      }),
    )
  })

  it('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.infiniteStream(fc.nat()), (members, order) => {
        const keys = Object.keys(members)
        const shuffled = keys
          .map((key) => [order.next().value as number, key] as const)
          .sort(([a], [b]) => a - b)
          .map(([, key]) => [key, members[key]])
        expect(canonicalJson(Object.fromEntries(shuffled) as Json)).toBe(canonicalJson(members as Json))
      }),
    )
  })
})

describe('the text of a value that is canonical already', () => {
  it('is the canonical text, for whatever JSON holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = canonicalJson(value as Json)
        for (const given of [value, JSON.parse(text) as unknown]) expect([null, text]).toContain(canonicalTextOf(given))
      }),
    )
  })

  it('is given for an event as it is stored', () => {
    const text =
      '[1,"d1","1-a",2,7,9,"0123456789ab0000",1,0,"360998103","log.entered",1,"log-1",[],{"at":1,"text":"水位"},null]'
    expect(canonicalTextOf(JSON.parse(text))).toBe(text)
  })

  it.each([
    ['a negative zero', '[-0]'],
    ['a number beyond what JSON carries', '[1e999]'],
    ['keys out of order', '{"b":1,"a":2}'],
    ['keys that look like numbers', '{"10":1,"9":2}'],
    ['half of a surrogate pair', '["\\ud800"]'],
    ['half of a surrogate pair in a key', '{"\\udfff":1}'],
    ['what is nested too deeply', `${'['.repeat(MAX_JSON_DEPTH + 1)}${']'.repeat(MAX_JSON_DEPTH + 1)}`],
  ])('is not given for %s', (_, json) => {
    expect(canonicalTextOf(JSON.parse(json))).toBeNull()
  })
})
