import { crc32, deflateSync } from 'node:zlib'
import type { Layer } from './shapes.ts'

/** Draws layers, lowest first, as a square of `edge` × `edge` pixels of red, green, blue, opacity (0…255 each). */
export function drawPixels(layers: readonly Layer[], edge: number): Buffer {
  const pixels = Buffer.alloc(edge * edge * 4)
  // Every pixel is the mean of a grid of points in it; small pictures need the finer grid.
  const grid = edge <= 64 ? 8 : 4
  for (let index = 0; index < edge * edge; index++) {
    const [column, row] = [index % edge, Math.floor(index / edge)]
    let [red, green, blue, opacity] = [0, 0, 0, 0]
    for (let point = 0; point < grid * grid; point++) {
      const x = (column + ((point % grid) + 0.5) / grid) / edge
      const y = (row + (Math.floor(point / grid) + 0.5) / grid) / edge
      const [pointRed, pointGreen, pointBlue, pointOpacity] = colourAt(layers, x, y)
      red += pointRed * pointOpacity
      green += pointGreen * pointOpacity
      blue += pointBlue * pointOpacity
      opacity += pointOpacity
    }
    const shown = opacity === 0 ? [0, 0, 0] : [red / opacity, green / opacity, blue / opacity]
    pixels.set(
      [...shown, opacity / (grid * grid)].map((part) => Math.round(part * 255)),
      index * 4,
    )
  }
  return pixels
}

function colourAt(layers: readonly Layer[], x: number, y: number): [number, number, number, number] {
  let [red, green, blue, opacity] = [0, 0, 0, 0]
  for (const layer of layers) {
    const over = layer(x, y)
    if (!over) continue
    const [overRed, overGreen, overBlue, share] = over
    red = overRed * share + red * (1 - share)
    green = overGreen * share + green * (1 - share)
    blue = overBlue * share + blue * (1 - share)
    opacity = share + opacity * (1 - share)
  }
  return [red, green, blue, opacity]
}

/** PNG, 8 bits, with opacity. */
export function encodePng(pixels: Uint8Array, edge: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(edge, 0)
  header.writeUInt32BE(edge, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(edge * (edge * 4 + 1))
  for (let row = 0; row < edge; row++) {
    rows.set(pixels.subarray(row * edge * 4, (row + 1) * edge * 4), row * (edge * 4 + 1) + 1)
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** ICO that holds PNGs (Windows Vista and later). `sizes` at most 256. */
export function encodeIco(pictures: readonly { readonly edge: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [index, { edge, png }] of pictures.entries()) {
    const entry = 6 + 16 * index
    // 0 stands for 256.
    head.set([edge & 255, edge & 255, 0, 0, 1, 0, 32, 0], entry)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
