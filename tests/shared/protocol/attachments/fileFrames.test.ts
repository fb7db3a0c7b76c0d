import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nodePrimitives } from '../../../../shared/node/primitives.ts'
import { decodePart, encodePart, PART_HEAD_BYTES } from '../../../../shared/protocol/attachments/fileFrames.ts'
import { partUnits } from '../../../../shared/protocol/attachments/partSize.ts'
import { createJsonCodec } from '../../../../shared/protocol/frameCodec.ts'

const codec = createJsonCodec(nodePrimitives)

it('a part comes out as it went in, whatever its bytes, also from the middle of a larger buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), fc.nat(4_000_000), (bytes, from) => {
      const part = { t: 'filePart', file: '0123456789abcdef', from, bytes } as const
      const frame = codec.encode(part)
      expect(frame.length).toBe(PART_HEAD_BYTES + bytes.length)
      const padded = new Uint8Array(frame.length + 5)
      padded.set(frame, 5)
      for (const received of [frame, padded.subarray(5)]) {
        const decoded = codec.decode(received)
        expect({ ...decoded, bytes: [...('bytes' in decoded ? decoded.bytes : [])] }).toEqual({
          ...part,
          bytes: [...bytes],
        })
      }
    }),
  )
})

it('keeps its layout: 0x01, eight bytes of the hash, the first unit, the bytes', () => {
  const frame = encodePart({ t: 'filePart', file: '00112233445566ff', from: 258, bytes: Uint8Array.of(7, 8) })
  expect(Buffer.from(frame).toString('hex')).toBe('0100112233445566ff000001020708')
  expect(decodePart(frame.subarray(0, PART_HEAD_BYTES))).toBeNull()
  expect(() => codec.decode(frame.subarray(0, 5))).toThrowError(expect.objectContaining({ code: 'malformed' }))
})

it('no part takes more than two seconds of the slowest link, and none is empty', () => {
  for (const bitRate of [2_400, 9_600, 64_000, 256_000, 10_000_000]) {
    const bytes = PART_HEAD_BYTES + partUnits(bitRate) * 512
    expect(bytes).toBeLessThanOrEqual(Math.max(600, (bitRate / 8) * 2))
    expect(bytes).toBeLessThanOrEqual(64 * 1024 + PART_HEAD_BYTES)
  }
})
