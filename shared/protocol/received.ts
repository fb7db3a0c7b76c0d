import {
  EnvelopeError,
  envelopeText,
  hashEnvelopeBytes,
  MAX_ENVELOPE_BYTES,
  parseEnvelope,
  type SealedEvent,
} from './envelope.ts'
import type { Primitives } from './primitives.ts'

/**
 * The event inside a received JSON value: brought to canonical form and hashed here, so that a sender cannot make us store
 * bytes that say something else than they hash to.
 * @throws {EnvelopeError}
 */
export function sealReceived(value: unknown, primitives: Primitives): SealedEvent {
  const envelope = parseEnvelope(value)
  let bytes: Uint8Array
  try {
    bytes = primitives.encodeText(envelopeText(envelope))
  } catch {
    // Numbers JSON cannot carry, nesting deeper than the stack.
    throw new EnvelopeError('malformed')
  }
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new EnvelopeError('tooLarge')
  return { envelope, bytes, hash: hashEnvelopeBytes(bytes, primitives) }
}
