import type { Json, JsonObject } from '../canonical.ts'
import { type Envelope, envelopeText, parseEnvelope } from '../envelope.ts'
import { type FrameCodec, FrameError } from '../frameCodec.ts'
import { frameSchema, MAX_FRAME_BYTES, type OutgoingFrame, PROTOCOL_VERSION } from '../frames.ts'
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
/** What events came to in the first measurements; then each connection knows better. */
const FIRST_RATIO = 0.16
const MOST_GAIN = 12

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
  /** Bytes of a frame by byte of stored events, as the last frames came out. */
  let ratio = FIRST_RATIO

  /** Null for what has no short form, or would not come out as it went in: a text that unfolds to too much, a kind of later days. */
  function write(frame: OutgoingFrame, memory: Memory): Uint8Array | null {
    const encoder = createBitEncoder()
    const spent = vocabulary.borrow((shared) => {
      const symbols = createSymbols(shared, encoder)
      try {
        const given = asParsed(frame, primitives)
        return isSame(codeFrame(symbols, memory, given, primitives), frame, primitives) ? symbols.spent() : null
      } catch {
        return null
      }
    })
    const body = encoder.finish()
    if (spent === null || spent > budgetOf(body.length + 1)) return null
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

  /** Memory moves on only with what is sent. */
  function encode(frame: OutgoingFrame): Uint8Array {
    // Photos are compressed already.
    if (frame.t === 'filePart') return plain.encode(frame)
    const memory = copyMemory(sent)
    const bytes = write(frame, memory)
    if (!bytes) return plain.encode(frame)
    sent = memory
    return bytes
  }

  return {
    encode,
    gain: MOST_GAIN,
    fit(frame, limit) {
      let count = Math.max(1, countWithin(frame.events, limit / ratio))
      for (;;) {
        const part = { ...frame, events: frame.events.slice(0, count) }
        const memory = copyMemory(sent)
        const bytes = write(part, memory)
        if (!bytes) return plain.fit(part, limit)
        ratio = bytes.length / Math.max(1, sizeOf(part.events))
        if (bytes.length <= limit || count === 1) {
          sent = memory
          return { bytes, events: count }
        }
        count = Math.max(1, Math.min(count - 1, Math.floor((count * limit * 0.95) / bytes.length)))
      }
    },
    decode(bytes) {
      const book = codebookOf(bytes)
      if (book === null) return plain.decode(bytes)
      if (book !== vocabulary.id) throw new FrameError('unknownVersion')
      if (bytes.length > MAX_FRAME_BYTES) throw new FrameError('tooLarge')
      const memory = copyMemory(received)
      let parsed: ParsedFrame
      try {
        parsed = read(bytes, memory)
      } catch {
        throw new FrameError('malformed')
      }
      const { frame, events } = parsed
      // The version is looked at before the shape: a newer side has to hear that it is newer, not that it is broken.
      if ((frame.t === 'hello' || frame.t === 'welcome') && frame.v !== PROTOCOL_VERSION)
        throw new FrameError('unknownVersion')
      const checked = frameSchema.safeParse(events ? { ...frame, events: events.map(fieldsOf) } : frame)
      if (!checked.success) throw new FrameError('malformed')
      received = memory
      return checked.data
    },
  }
}

const sizeOf = (events: readonly Uint8Array[]): number => events.reduce((sum, { length }) => sum + length, 0)

function countWithin(events: readonly Uint8Array[], bytes: number): number {
  let size = 0
  const tooMuch = events.findIndex(({ length }) => {
    size += length
    return size > bytes
  })
  return tooMuch < 0 ? events.length : tooMuch
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
