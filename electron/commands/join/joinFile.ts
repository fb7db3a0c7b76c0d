import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import { z } from 'zod'
import { fromHex, toHex } from '../../../shared/protocol/hex.ts'
import { CommandError } from '../commandError.ts'
import { deriveKey, normalCode } from '../secret.ts'

/**
 * A township's records for a further console (*.zsjoin), sealed with a one-time code:
 *
 *   one line of JSON (the header, readable by anyone) LF
 *   AES-256-GCM( raw DEFLATE( { length u32 big-endian, bytes of one event }… ) ), then its 16-byte tag
 *
 * The key is scrypt(code, salt); the header is authenticated with the rest. `check` tells a wrong code from a broken file.
 */
const FORMAT = 'zsjoin'
export const JOIN_FILE_VERSION = 1
const CIPHER = 'aes-256-gcm'
const TAG_BYTES = 16
/** The file can be tried offline for as long as somebody likes: twice the cost of a password. */
const COST = { n: 2 ** 16, r: 8, p: 1 } as const
const SLICE_BYTES = 1024 * 1024

const anyHeader = z.object({ format: z.literal(FORMAT), version: z.int() })
const headerSchema = anyHeader.extend({
  division: z.string(),
  township: z.string(),
  letter: z.string().regex(/^[A-Z]{1,3}$/),
  invitation: z.string(),
  madeMs: z.int(),
  cost: z.object({ n: z.int().max(2 ** 20), r: z.int().max(16), p: z.int().max(4) }),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  iv: z.string().regex(/^[0-9a-f]{24}$/),
  check: z.string().regex(/^[0-9a-f]{32}$/),
})
export type JoinHeader = Pick<
  z.infer<typeof headerSchema>,
  'division' | 'township' | 'letter' | 'invitation' | 'madeMs'
>

/** Seals records read page by page; between two pages other work goes on. */
export async function sealJoinFile(
  facts: JoinHeader,
  code: string,
  pages: AsyncIterable<readonly Uint8Array[]>,
): Promise<Uint8Array> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const key = await deriveKey(normalCode(code), salt, COST)
  const check = checkOf(key, salt)
  const header = { format: FORMAT, version: JOIN_FILE_VERSION, ...facts, cost: COST, salt: toHex(salt), iv: toHex(iv) }
  const line = Buffer.from(`${JSON.stringify({ ...header, check: toHex(check) })}\n`)
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(line)
  const sealed: Buffer[] = []
  await pipeline(Readable.from(framesOf(pages)), createDeflateRaw(), cipher, async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) sealed.push(part)
  })
  return Buffer.concat([line, ...sealed, cipher.getAuthTag()])
}

/** What a file says of itself, without its code. @throws {CommandError} join.notAJoinFile, join.otherVersion */
export function readJoinHeader(file: Uint8Array): JoinHeader {
  return splitFile(file).header
}

/**
 * Opens a file: every event's bytes in the order they were stored. Nothing is given out before the whole of it was authenticated.
 * @throws {CommandError} join.notAJoinFile, join.otherVersion, join.wrongCode, join.broken
 */
export async function openJoinFile(file: Uint8Array, code: string): Promise<readonly Uint8Array[]> {
  const { header, line, body } = splitFile(file)
  const salt = fromHex(header.salt)
  const key = await deriveKey(normalCode(code), salt, header.cost)
  if (!timingSafeEqual(checkOf(key, salt), fromHex(header.check))) throw new CommandError('join.wrongCode')
  if (body.length < TAG_BYTES) throw new CommandError('join.broken')
  try {
    const decipher = createDecipheriv(CIPHER, key, fromHex(header.iv), { authTagLength: TAG_BYTES })
      .setAAD(line)
      .setAuthTag(body.subarray(-TAG_BYTES))
    const packed = await collect(slicesOf(body.subarray(0, -TAG_BYTES)), decipher)
    return unframe(await collect(slicesOf(packed), createInflateRaw()))
  } catch {
    throw new CommandError('join.broken')
  }
}

function splitFile(file: Uint8Array): { header: z.infer<typeof headerSchema>; line: Uint8Array; body: Uint8Array } {
  const end = file.indexOf(0x0a)
  if (end < 0 || end > 4096) throw new CommandError('join.notAJoinFile')
  const line = file.subarray(0, end + 1)
  let told: unknown
  try {
    told = JSON.parse(Buffer.from(line).toString('utf8'))
  } catch {
    throw new CommandError('join.notAJoinFile')
  }
  const any = anyHeader.safeParse(told)
  if (!any.success) throw new CommandError('join.notAJoinFile')
  if (any.data.version !== JOIN_FILE_VERSION) throw new CommandError('join.otherVersion')
  const header = headerSchema.safeParse(told)
  if (!header.success) throw new CommandError('join.broken')
  return { header: header.data, line, body: file.subarray(end + 1) }
}

function checkOf(key: Uint8Array, salt: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update('zsjoin check').update(salt).digest().subarray(0, 16)
}

async function* framesOf(pages: AsyncIterable<readonly Uint8Array[]>): AsyncGenerator<Uint8Array> {
  for await (const page of pages) {
    const parts = page.flatMap((bytes) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    })
    if (parts.length > 0) yield Buffer.concat(parts)
  }
}

/** @throws {RangeError} when the last frame is cut. */
function unframe(packed: Buffer): readonly Uint8Array[] {
  const events: Uint8Array[] = []
  for (let at = 0; at < packed.length; ) {
    const end = at + 4 + packed.readUInt32BE(at)
    if (end > packed.length) throw new RangeError('cut')
    events.push(packed.subarray(at + 4, end))
    at = end
  }
  return events
}

/** In slices, so that decrypting a large file never holds the desk up. */
function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES)
}

async function collect(slices: Iterable<Uint8Array>, through: Transform): Promise<Buffer> {
  const parts: Buffer[] = []
  await pipeline(Readable.from(slices), through, async (given: AsyncIterable<Buffer>) => {
    for await (const part of given) parts.push(part)
  })
  return Buffer.concat(parts)
}
