import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../../../../shared/domain/sheet/phone.ts'

describe('readPhone', () => {
  it.each([
    ['13800138000', '13800138000'],
    [' 138 0013 8000 ', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['+86 13800138000', '13800138000'],
    ['0086-13800138000', '13800138000'],
    ['1.3800138000E+10', '13800138000'],
    ['17401234567', '17401234567'],
    ['07968123456', '0796-8123456'],
    ['0796-8123456', '0796-8123456'],
    ['（0796）8123456', '0796-8123456'],
    ['010－12345678', '010-12345678'],
    ['0796-8123456转801', '0796-8123456-801'],
    ['8123456', '8123456'],
    ['119', '119'],
    ['612345', '612345'],
    ['400-123-4567', '400-123-4567'],
    ['13800138000/0796-8123456', '13800138000 / 0796-8123456'],
    ['13800138000、13900139000', '13800138000 / 13900139000'],
    ['13800138000 13900139000', '13800138000 / 13900139000'],
    ['13800138000\n13800138000', '13800138000'],
  ])('%j is %s', (cell, phone) => {
    expect(readPhone(cell)).toEqual({ ok: true, phone })
  })

  it.each([
    ['1.38E+10', 'scientific'],
    ['1.38001e10', 'scientific'],
    ['1.38E+10/13800138000', 'scientific'],
    ['1380013800', 'invalid'],
    ['138001380001', 'invalid'],
    ['12800138000', 'invalid'],
    ['张三', 'invalid'],
    ['无', 'invalid'],
    ['12', 'invalid'],
    ['13800138000/无', 'invalid'],
    ['', 'invalid'],
  ])('%j is refused as %s', (cell, why) => {
    expect(readPhone(cell)).toEqual({ ok: false, why })
  })

  it('guesses the 0 that a number lost, and says so', () => {
    expect(readPhone('7968123456')).toEqual({ ok: true, phone: '0796-8123456', zeroLost: true })
  })

  it('reads its own answer as the same, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789+-/ 、.E（）'), maxLength: 30 }),
      fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const read = readPhone(text)
        if (read.ok) expect(readPhone(read.phone)).toEqual({ ok: true, phone: read.phone })
      }),
      { numRuns: 2_000 },
    )
  })
})
