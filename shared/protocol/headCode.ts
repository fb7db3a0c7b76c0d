import { type Checkpoint, checkpointBytes } from './checkpoint.ts'
import { toHex } from './hex.ts'
import type { Primitives } from './primitives.ts'

/**
 * The short head code (校验码) printed on paper: how many events the device had written in its epoch, and 8 digits of the
 * SHA-256 over the heads of its lanes. Whoever holds the paper can later ask the log for the code at that count.
 */
export function headCode(checkpoint: Checkpoint, primitives: Pick<Primitives, 'sha256' | 'encodeText'>): string {
  const digest = toHex(primitives.sha256(checkpointBytes(checkpoint, primitives)))
  return `${checkpoint.n}-${digest.slice(0, 8).toUpperCase()}`
}
