import { z } from 'zod'
import { fromHex, toHex } from '../hex.ts'

/**
 * How the bytes of attachments travel, behind everything else:
 *
 *   console                     hub
 *     fileAsk ──────────────────▶        (which of these do you hold?)
 *          ◀──────────────────── fileHeld
 *     fileOffer ────────────────▶
 *          ◀──────────────────── fileWant (what it has already) | fileHeld | fileRefused
 *     filePart … ───────────────▶
 *          ◀──────────────────── fileGot …, at the end fileHeld, or fileRefused wrongHash
 *     fileWant ─────────────────▶        (the other way round: the console fetches)
 *          ◀──────────────────── filePart …
 *     fileGot …, fileHeld ──────▶
 *
 * The receiver's map of what it holds is all the memory there is: after a cut it says what is missing, and only that is sent.
 */

/** A file is counted in pieces of so many bytes: one fits a frame of the slowest satellite (600 B at 2,400 bit/s). */
export const UNIT_BYTES = 512
/** More stretches than that are not told; what is left out is sent again. */
export const MOST_RUNS = 400
export const MOST_ASKED = 100

const sha = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.int().min(1).max(1_000_000_000)
const unit = z.int().min(0).max(4_000_000)

export const fileAskFrame = z.strictObject({ t: z.literal('fileAsk'), shas: z.array(sha).min(1).max(MOST_ASKED) })
/** The sender of this frame has these files whole, durably, their hash compared. */
export const fileHeldFrame = z.strictObject({ t: z.literal('fileHeld'), shas: z.array(sha).max(MOST_ASKED) })
export const fileOfferFrame = z.strictObject({ t: z.literal('fileOffer'), sha, size })
/** Lengths of stretches in turn, held first: [3, 2, 4] holds three units, misses two, holds four; what follows is missing. */
export const fileWantFrame = z.strictObject({
  t: z.literal('fileWant'),
  sha,
  size,
  have: z.array(unit).max(MOST_RUNS),
})
export const fileGotFrame = z.strictObject({ t: z.literal('fileGot'), sha, from: unit, count: unit })

/** Why a side does not take or give a file. `unknown`: no record of this township names it; `busy`: another connection brings it. */
export const FILE_REFUSALS = ['unknown', 'tooLarge', 'wrongSize', 'wrongHash', 'notHeld', 'noSpace', 'busy'] as const
export const fileRefusedFrame = z.strictObject({ t: z.literal('fileRefused'), sha, code: z.enum(FILE_REFUSALS) })
export type FileRefusal = (typeof FILE_REFUSALS)[number]

export const fileFrames = [
  fileAskFrame,
  fileHeldFrame,
  fileOfferFrame,
  fileWantFrame,
  fileGotFrame,
  fileRefusedFrame,
] as const

/** Units of a file from one on, as they are: not JSON, whatever the codec. The file is named by the first 8 bytes of its hash. */
export interface FilePart {
  readonly t: 'filePart'
  /** 16 hexadecimal digits. */
  readonly file: string
  readonly from: number
  readonly bytes: Uint8Array
}

export type FileFrame = z.infer<(typeof fileFrames)[number]> | FilePart

export function isFileFrame(frame: { readonly t: string }): frame is FileFrame {
  return frame.t.startsWith('file')
}

/** `[0x01][file, 8][from, 4][bytes]`: JSON begins with another byte, and so does every narrow codec. */
const PART = 0x01
export const PART_HEAD_BYTES = 13

export function isPart(bytes: Uint8Array): boolean {
  return bytes[0] === PART
}

export function encodePart({ file, from, bytes }: FilePart): Uint8Array {
  const frame = new Uint8Array(PART_HEAD_BYTES + bytes.length)
  frame[0] = PART
  frame.set(fromHex(file), 1)
  new DataView(frame.buffer).setUint32(9, from)
  frame.set(bytes, PART_HEAD_BYTES)
  return frame
}

/** Null for what is too short to be one. */
export function decodePart(frame: Uint8Array): FilePart | null {
  if (frame.length <= PART_HEAD_BYTES) return null
  const from = new DataView(frame.buffer, frame.byteOffset).getUint32(9)
  return { t: 'filePart', file: toHex(frame.subarray(1, 9)), from, bytes: frame.subarray(PART_HEAD_BYTES) }
}

export const fileName = (sha: string): string => sha.slice(0, 16)
