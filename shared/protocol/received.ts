import { canonicalTextOf } from './canonical.ts'
import {
  type Envelope,
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
  const received = parseEnvelope(value)
  const known = canonicalTextOf(value)
  if (known !== null) return sealed(received, known, primitives)
  let text: string
  try {
    text = envelopeText(received)
  } catch {
    // Numbers JSON cannot carry, nesting deeper than the stack.
    throw new EnvelopeError('malformed')
  }
  // Read again from what is kept: a lone surrogate or −0 in what was sent must not reach a projection that a rebuild would miss.
  return sealed(parseEnvelope(JSON.parse(text)), text, primitives)
}

function sealed(envelope: Envelope, text: string, primitives: Primitives): SealedEvent {
  const bytes = primitives.encodeText(text)
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new EnvelopeError('tooLarge')
  return { envelope, bytes, hash: hashEnvelopeBytes(bytes, primitives) }
}
