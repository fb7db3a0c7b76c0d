import { crc32, deflateSync } from 'node:zlib'

/** A PNG that any decoder draws. Noise does not compress: its file has about 3 bytes a pixel. Another seed is another picture. */
export function makePng(width: number, height: number, seed = 1): Buffer {
  const rows = Buffer.alloc(height * (1 + 3 * width))
  let state = seed >>> 0 || 1
  for (let at = 0; at < rows.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    rows[at] = at % (1 + 3 * width) === 0 ? 0 : state >>> 24
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** Bytes that begin as a JPEG does; nothing draws them. */
export function makeJpegBytes(length: number, fill = 7): Buffer {
  const bytes = Buffer.alloc(length, fill)
  bytes.set([0xff, 0xd8, 0xff, 0xe0])
  return bytes
}
