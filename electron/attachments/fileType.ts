/**
 * What a file is by its own bytes, as a MIME type; null for what is not known here. The name is never asked: photo.jpg may be
 * a program. Signatures: the formats' own specifications; office files by the parts they hold.
 */
export function fileTypeOf(bytes: Buffer): string | null {
  const starts = (...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)
  const text = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'image/gif'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (text(0, 2) === 'BM' && bytes.length > 26 && bytes.readUInt32LE(2) === bytes.length) return 'image/bmp'
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.includes(text(8, 12))) return 'image/heic'
  if (text(0, 5) === '%PDF-') return 'application/pdf'
  if (starts(0x50, 0x4b, 0x03, 0x04)) return zipTypeOf(bytes)
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return compoundTypeOf(bytes)
  return null
}

const HEIC_BRANDS = ['heic', 'heix', 'mif1', 'heim', 'heis']

const ZIP_PARTS: readonly (readonly [part: string, mime: string])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OFD.xml', 'application/ofd'],
]

/** Office and OFD files are zip archives; the names of their parts stand unpacked in the directory at the end. */
function zipTypeOf(bytes: Buffer): string | null {
  return ZIP_PARTS.find(([part]) => bytes.includes(part, 0, 'latin1'))?.[1] ?? null
}

const COMPOUND_PARTS: readonly (readonly [part: string, mime: string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
]

/** Word, Excel and PowerPoint before 2007, WPS too: one container, its streams named in UTF-16. */
function compoundTypeOf(bytes: Buffer): string | null {
  return COMPOUND_PARTS.find(([part]) => bytes.includes(part, 0, 'utf16le'))?.[1] ?? null
}
