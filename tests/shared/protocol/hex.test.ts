import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex, toHex } from '../../../shared/protocol/hex.ts'

test('bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(fromHex(toHex(bytes))).toEqual(bytes)
    }),
  )
})

test.each(['0', '0g', 'AB', ' 00', '0x00'])('%s is refused', (text) => {
  expect(() => fromHex(text)).toThrow(RangeError)
})
