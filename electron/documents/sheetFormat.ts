import { TextDecoder } from 'node:util'

/** Why a file is no table we can read; the sentences are `errors:sheets.<code>`. */
export type SheetRefusal =
  | 'empty'
  | 'encrypted'
  | 'oldExcel'
  | 'openDocument'
  | 'webPage'
  | 'notASheet'
  | 'broken'
  | 'tooLarge'
  | 'tooManyRows'

export type SheetFormat =
  | { readonly format: 'xlsx' }
  | { readonly format: 'csv'; readonly text: string }
  | { readonly format: 'refused'; readonly why: SheetRefusal }

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ZIP = Buffer.from('504b0304', 'hex')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** What a file is, by its content: names lie (a web system's .xls is often a page or plain text). */
export function detectFormat(bytes: Buffer): SheetFormat {
  if (bytes.length === 0) return refuse('empty')
  if (startsWith(bytes, OLE)) return refuse(bytes.includes(ENCRYPTED) ? 'encrypted' : 'oldExcel')
  if (startsWith(bytes, ZIP)) return detectZip(bytes)
  const text = decodeText(bytes)
  if (text === null) return refuse('notASheet')
  const start = text.slice(0, 2_000).trimStart().toLowerCase()
  if (start === '') return refuse('empty')
  if (/^<(\?xml|!doctype|html|table|meta|style)/.test(start)) return refuse('webPage')
  if (start.startsWith('%pdf') || start.startsWith('{\\rtf')) return refuse('notASheet')
  return { format: 'csv', text }
}

function detectZip(bytes: Buffer): SheetFormat {
  // The names of its parts stand uncompressed in a zip.
  if (bytes.includes('xl/workbook.xml') || bytes.includes('xl/worksheets/')) return { format: 'xlsx' }
  if (bytes.includes('opendocument.spreadsheet')) return refuse('openDocument')
  // Cut off in the middle it still begins as a workbook would.
  return refuse(
    bytes.includes('[Content_Types].xml') && !/word\/|ppt\//.test(bytes.toString('latin1')) ? 'broken' : 'notASheet',
  )
}

/** UTF-8, UTF-16 with its mark, else GB18030, in which WPS and Excel write CSV on Chinese systems. Null: no text at all. */
export function decodeText(bytes: Buffer): string | null {
  const decode = (encoding: string) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
  if (startsWith(bytes, Buffer.from([0xff, 0xfe]))) return decode('utf-16le')
  if (startsWith(bytes, Buffer.from([0xfe, 0xff]))) return decode('utf-16be')
  const text = decode('utf-8') ?? decode('gb18030')
  return text === null || /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u.test(text) ? null : text
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start)
}

function refuse(why: SheetRefusal): SheetFormat {
  return { format: 'refused', why }
}
