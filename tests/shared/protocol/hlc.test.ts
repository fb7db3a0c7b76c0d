import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followHlc, type Hlc, hlcMs, isHlc, MAX_DRIFT_MS, makeHlc, tickHlc } from '../../../shared/protocol/hlc.ts'

const someHlc = fc.tuple(fc.nat(2 ** 40), fc.nat(0xffff)).map(([ms, counter]) => makeHlc(ms, counter))

describe('hybrid logical clock', () => {
  it('holds 48 bits of milliseconds and a counter in text that sorts like the clock', () => {
    expect(makeHlc(0, 0)).toBe('0000000000000000')
    expect(makeHlc(255, 255)).toBe('0000000000ff00ff')
    expect(makeHlc(2 ** 50, 0)).toBe('ffffffffffff0000')
    expect(makeHlc(-5, 0)).toBe('0000000000000000')
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(0xffff), fc.nat(2 ** 40), fc.nat(0xffff), (ms1, c1, ms2, c2) => {
        const later = ms1 > ms2 || (ms1 === ms2 && c1 > c2)
        expect(makeHlc(ms1, c1) > makeHlc(ms2, c2)).toBe(later)
        expect(hlcMs(makeHlc(ms1, c1))).toBe(ms1)
      }),
    )
  })

  it('only goes forward, whatever the wall clock does', () => {
    fc.assert(
      fc.property(someHlc, fc.array(fc.nat(2 ** 40), { maxLength: 50 }), (start, walls) => {
        let last: Hlc = start
        for (const wall of walls) {
          const next = tickHlc(last, wall)
          expect(next > last).toBe(true)
          expect(isHlc(next)).toBe(true)
          last = next
        }
      }),
    )
  })

  it('carries into the milliseconds when the counter is full', () => {
    expect(tickHlc(makeHlc(1000, 0xffff), 900)).toBe(makeHlc(1001, 0))
    expect(tickHlc(makeHlc(1000, 3), 1000)).toBe(makeHlc(1000, 4))
    expect(tickHlc(makeHlc(1000, 3), 1001)).toBe(makeHlc(1001, 0))
  })

  it('follows what it sees, but not a clock that runs far ahead', () => {
    const wall = 1_000_000_000
    const last = makeHlc(wall, 0)
    const ahead = (ms: number) => makeHlc(wall + ms, 1)
    expect(followHlc(last, ahead(10), wall)).toBe(ahead(10))
    expect(followHlc(last, ahead(MAX_DRIFT_MS), wall)).toBe(ahead(MAX_DRIFT_MS))
    expect(followHlc(last, ahead(MAX_DRIFT_MS + 1), wall)).toBe(last)
    expect(followHlc(last, makeHlc(wall - 1, 9), wall)).toBe(last)
  })

  it.each(['', '0', '000000000000000G', '00000000000000000', 'FFFFFFFFFFFFFFFF', 5, null])('%s is no clock', (text) => {
    expect(isHlc(text)).toBe(false)
  })
})
