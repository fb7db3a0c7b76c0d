import { canonicalJson } from './canonical.ts'
import type { Primitives } from './primitives.ts'

/** Heads of all lanes of one epoch of a device, signed by it and countersigned by the hub: the witness against rewriting. */
export interface Checkpoint {
  readonly origin: string
  readonly epoch: string
  /** Last event count over all lanes. */
  readonly n: number
  /** Last seq and hash of lane 0, 1, 2; seq 0 and '' when empty. */
  readonly heads: readonly (readonly [seq: number, hash: string])[]
}

/** The bytes a device signs. */
export function checkpointBytes(c: Checkpoint, { encodeText }: Pick<Primitives, 'encodeText'>): Uint8Array {
  return encodeText(`zhenshou-checkpoint-1 ${canonicalJson([c.origin, c.epoch, c.n, c.heads])}`)
}

/** The bytes the hub signs: what the device signed, who witnesses it and when (ms since 1970). */
export function countersignBytes(
  c: Checkpoint,
  hubId: string,
  hubEpoch: string,
  atMs: number,
  { encodeText }: Pick<Primitives, 'encodeText'>,
): Uint8Array {
  return encodeText(`zhenshou-countersign-1 ${canonicalJson([c.origin, c.epoch, c.n, c.heads, hubId, hubEpoch, atMs])}`)
}
