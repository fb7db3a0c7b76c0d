import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import type { Primitives, Signer } from '../protocol/primitives.ts'

// Without ignoreBOM a byte order mark would vanish, and two different byte strings would read the same.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** DER prefixes of a raw Ed25519 key (RFC 8410): Node takes keys only inside such a wrapping. */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The protocol's primitives on Node. */
export const nodePrimitives: Primitives = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  encodeText: (text) => Buffer.from(text, 'utf8'),
  decodeText: (bytes) => decoder.decode(bytes),
  verify(publicKey, bytes, signature) {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    return verify(null, bytes, publicKeyObject(publicKey), signature)
  },
}

/** A new Ed25519 key: the 32-byte seed is what has to be kept. */
export function generateSeed(): Uint8Array {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_PREFIX.length)
}

/** The signer that belongs to a 32-byte Ed25519 seed. */
export function signerFromSeed(seed: Uint8Array): Signer {
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length)
  return { publicKey, sign: (bytes) => sign(null, bytes, privateKey) }
}

function publicKeyObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' })
}
