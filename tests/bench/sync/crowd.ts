import { createHash } from 'node:crypto'
import { nodePrimitives, signerFromSeed } from '../../../shared/node/primitives.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { originOf } from '../../../shared/protocol/identity.ts'

/** Consoles of one township: letters end at Z. */
const PER_TOWNSHIP = 20

export interface CrowdDevice {
  readonly origin: string
  readonly division: string
  readonly letter: string
  readonly seed: Uint8Array
  /** Hexadecimal. */
  readonly publicKey: string
}

/** One of a county's consoles; the same number is always the same console. */
export function deviceOf(index: number): CrowdDevice {
  const seed = createHash('sha256').update(`crowd ${index}`).digest()
  const { publicKey } = signerFromSeed(seed)
  return {
    seed,
    origin: originOf(publicKey, 'township', nodePrimitives),
    division: String(510_100_000 + Math.floor(index / PER_TOWNSHIP)),
    letter: String.fromCharCode(65 + (index % PER_TOWNSHIP)),
    publicKey: toHex(publicKey),
  }
}
