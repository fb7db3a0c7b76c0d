import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { drawIcon, ICON_FILES, iconFolder } from '../../../electron/dev/icons/drawIcons.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Edge and pixels of each PNG in a file: how they are packed may differ from one zlib to the next. */
function readPictures(file: Buffer): { edge: number; pixels: string }[] {
  const pictures = []
  for (let at = file.indexOf(SIGNATURE); at >= 0; at = file.indexOf(SIGNATURE, at + 8)) {
    const length = file.readUInt32BE(at + 33)
    const pixels = inflateSync(file.subarray(at + 41, at + 41 + length)).toString('latin1')
    pictures.push({ edge: file.readUInt32BE(at + 16), pixels })
  }
  return pictures
}

// The largest takes a second to draw and shows nothing the others do not.
it.each(ICON_FILES.filter(({ edges }) => Math.max(...edges) <= 256).map((icon) => [icon.name, icon] as const))(
  '%s is as the script draws it',
  (name, icon) => {
    const [kept, drawn] = [readFileSync(join(iconFolder, name)), drawIcon(icon)].map(readPictures)
    expect(drawn?.map(({ edge }) => edge)).toEqual(icon.edges)
    expect(kept).toEqual(drawn)
  },
)
