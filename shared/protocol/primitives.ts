/**
 * What the protocol needs from the machine it runs on. `shared/` may import neither Node nor the DOM, so hashing,
 * signing and text encoding come in from outside (`shared/node/primitives.ts` gives Node's).
 */
export interface Primitives {
  /** SHA-256 of the bytes, 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array
  /** UTF-8 bytes of well-formed text. */
  encodeText(text: string): Uint8Array
  /** Text of UTF-8 bytes. @throws {TypeError} when they are not valid UTF-8. */
  decodeText(bytes: Uint8Array): string
  /** True when `signature` (64 bytes) is the Ed25519 signature of `bytes` by the key with the raw 32-byte `publicKey`. */
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean
}

/** A device's or hub's own key: the private half never leaves the object. */
export interface Signer {
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array
  /** Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array
}
