import { createHash } from 'node:crypto'
import { nodePrimitives, signerFromSeed } from '../../shared/node/primitives.ts'
import type { Primitives, Signer } from '../../shared/protocol/primitives.ts'
import { seedOf } from '../support/world.ts'

/*
 * Signatures that anybody could make: nobody forges any here, and real ones would take a third of a run's time. The keys are real
 * ones, because ids follow from them.
 */

export const simulationPrimitives: Primitives = {
  ...nodePrimitives,
  verify: (publicKey, bytes, signature) => Buffer.from(signature).equals(signatureOf(publicKey, bytes)),
}

export function cheapSigner({ publicKey }: Pick<Signer, 'publicKey'>): Signer {
  return { publicKey, sign: (bytes) => signatureOf(publicKey, bytes) }
}

export function cheapSignerOf(name: string): Signer {
  return cheapSigner(signerFromSeed(seedOf(name)))
}

function signatureOf(publicKey: Uint8Array, bytes: Uint8Array): Buffer {
  const half = createHash('sha256').update(publicKey).update(bytes).digest()
  return Buffer.concat([half, half])
}
