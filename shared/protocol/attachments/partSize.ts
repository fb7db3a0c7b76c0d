import { frameBytes, isNarrow } from '../linkWidth.ts'
import { PART_HEAD_BYTES, UNIT_BYTES } from './fileFrames.ts'

/** Larger parts gain nothing, and whatever is urgent waits behind those under way. */
const LARGEST_PART = 64 * 1024

/** Units in one part for a link: a quarter of a second of its time, one unit at the least. */
export function partUnits(bitRate: number): number {
  const bytes = Math.min(LARGEST_PART, frameBytes(bitRate)) - PART_HEAD_BYTES
  return Math.max(1, Math.floor(bytes / UNIT_BYTES))
}

/** Parts under way at once. */
export function windowOf(bitRate: number): number {
  return isNarrow(bitRate) ? 2 : 4
}
