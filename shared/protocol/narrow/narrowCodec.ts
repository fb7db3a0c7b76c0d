import type { Json, JsonObject } from '../canonical.ts'
import { type Envelope, envelopeText, parseEnvelope } from '../envelope.ts'
import { type FrameCodec, FrameError } from '../frameCodec.ts'
import { frameSchema, type OutgoingFrame, PROTOCOL_VERSION } from '../frames.ts'
import type { Primitives } from '../primitives.ts'
import { codeFrame, type ParsedFrame } from './frame.ts'
import { copyMemory, createMemory, type Memory } from './memory.ts'
import { createBitDecoder, createBitEncoder } from './rangeCoder.ts'
import { createSymbols } from './symbols.ts'
import type { NarrowVocabulary } from './vocabulary.ts'

/**
 * Frames for narrow links, one codec a connection:
 *
 *   [0x80 | codebook] [coded: frame without its events, then event by event, then 3 bytes of the last event's hash]
 *
 * What does not come out as the exact bytes that went in is sent as JSON instead, which starts with another byte and is read by
 * both ends at any time.
 */
const NARROW = 0x80
/** Symbols that a frame may unfold to: enough for any honest one, little enough that no stranger can keep the hub busy. */
const budgetOf = (length: number): number => 4_000 + 100 * length

export interface NarrowCodecOptions {
  readonly vocabulary: NarrowVocabulary
  /** For what has to go as JSON. */
  readonly plain: FrameCodec
  readonly primitives: Primitives
}

/** Whether a received frame was written by a narrow codec; null when not, else the id of its codebook. */
export function codebookOf(bytes: Uint8Array): number | null {
  const [first = 0] = bytes
  return first & NARROW ? first & 0x7f : null
}

export function createNarrowCodec({ vocabulary, plain, primitives }: NarrowCodecOptions): FrameCodec {
  let sent = createMemory()
  let received = createMemory()

  function write(frame: OutgoingFrame, memory: Memory): Uint8Array {
    const encoder = createBitEncoder()
    vocabulary.borrow((shared) => {
      const symbols = createSymbols(shared, encoder)
      codeFrame(symbols, memory, asParsed(frame, primitives), primitives)
    })
    const body = encoder.finish()
    const bytes = new Uint8Array(body.length + 1)
    bytes[0] = NARROW | vocabulary.id
    bytes.set(body, 1)
    return bytes
  }

  function read(bytes: Uint8Array, memory: Memory): ParsedFrame {
    return vocabulary.borrow((shared) => {
      const symbols = createSymbols(shared, createBitDecoder(bytes.subarray(1)), budgetOf(bytes.length))
      return codeFrame(symbols, memory, null, primitives)
    })
  }

  return {
    encode(frame) {
      const before = copyMemory(sent)
      const after = copyMemory(sent)
      try {
        const bytes = write(frame, after)
        if (isSame(read(bytes, before), frame, primitives)) {
          sent = after
          return bytes
        }
      } catch {
        // Not every event has a short form: one that unfolds to too much, or that a later version wrote.
      }
      return plain.encode(frame)
    },
    decode(bytes) {
      const book = codebookOf(bytes)
      if (book === null) return plain.decode(bytes)
      if (book !== vocabulary.id) throw new FrameError('unknownVersion')
      const memory = copyMemory(received)
      let parsed: ParsedFrame
      try {
        parsed = read(bytes, memory)
      } catch {
        throw new FrameError('malformed')
      }
      const { frame, events } = parsed
      const checked = frameSchema.safeParse(events ? { ...frame, events: events.map(fieldsOf) } : frame)
      if (!checked.success) throw new FrameError('malformed')
      const { data } = checked
      if ((data.t === 'hello' || data.t === 'welcome') && data.v !== PROTOCOL_VERSION)
        throw new FrameError('unknownVersion')
      received = memory
      return data
    },
  }
}

function asParsed(frame: OutgoingFrame, { decodeText }: Primitives): ParsedFrame {
  // Frames hold JSON only; the schema's types do not say so.
  if (!('events' in frame)) return { frame: frame as unknown as JsonObject, events: null }
  const { events, ...rest } = frame
  return {
    frame: rest as unknown as JsonObject,
    events: events.map((bytes) => parseEnvelope(JSON.parse(decodeText(bytes)))),
  }
}

function fieldsOf(envelope: Envelope): Json {
  return JSON.parse(envelopeText(envelope)) as Json
}

/** The same bytes for every event and the same members otherwise. */
function isSame(read: ParsedFrame, frame: OutgoingFrame, { encodeText }: Primitives): boolean {
  if ('events' in frame) {
    const { events, ...rest } = frame
    return (
      JSON.stringify(read.frame) === JSON.stringify(rest) &&
      read.events?.length === events.length &&
      events.every((bytes, at) => {
        const envelope = read.events?.[at]
        return envelope !== undefined && sameBytes(encodeText(envelopeText(envelope)), bytes)
      })
    )
  }
  return JSON.stringify(read.frame) === JSON.stringify(frame)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
