/**
 * Links up to that rate (bits a second) speak the narrow codec and confirm every second frame. Above it the codec would cost more
 * time than it saves.
 */
export const NARROW_BIT_RATE = 256_000

export function isNarrow(bitRate: number): boolean {
  return bitRate <= NARROW_BIT_RATE
}

/** A frame takes so much of a link's time: what is urgent waits behind at most a window of them. */
const FRAME_SECONDS = 0.25
const LARGEST_FRAME = 256 * 1024
/** Below that a frame's own cost shows; two seconds at 2,400 bit/s. */
const SMALLEST_FRAME = 600

/** Bytes of the largest frame of routine events for a link. */
export function frameBytes(bitRate: number): number {
  return Math.min(LARGEST_FRAME, Math.max(SMALLEST_FRAME, Math.floor((bitRate * FRAME_SECONDS) / 8)))
}
