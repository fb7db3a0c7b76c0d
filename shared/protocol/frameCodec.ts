import { decodePart, encodePart, isPart } from './attachments/fileFrames.ts'
import { type Frame, frameSchema, MAX_FRAME_BYTES, type OutgoingFrame, PROTOCOL_VERSION } from './frames.ts'
import type { Primitives } from './primitives.ts'

/** Why a received frame cannot be read. */
export class FrameError extends Error {
  readonly code: 'malformed' | 'tooLarge' | 'unknownVersion'
  constructor(code: FrameError['code']) {
    super(`frame: ${code}`)
    this.code = code
  }
}

/** A frame of one lane's events. */
export type EventsToSend = Extract<OutgoingFrame, { t: 'events' | 'down' }>

/** How frames become bytes. Whatever the codec, the receiver comes to the exact envelope bytes and recomputes their hashes. */
export interface FrameCodec {
  encode(frame: OutgoingFrame): Uint8Array
  /** Encodes as many of a frame's events as fit into so many bytes, from the first on and at least that one. */
  fit(frame: EventsToSend, bytes: number): { readonly bytes: Uint8Array; readonly events: number }
  /** So many bytes of stored events may fit into one byte of a frame. */
  readonly gain: number
  /** @throws {FrameError} */
  decode(bytes: Uint8Array): Frame
}

/** UTF-8 JSON, for links that are not narrow: stored envelopes are JSON already and are embedded without being parsed. */
export function createJsonCodec(primitives: Pick<Primitives, 'encodeText' | 'decodeText'>): FrameCodec {
  return {
    encode: (frame) => encode(frame, primitives),
    decode: (bytes) => decode(bytes, primitives),
    gain: 1,
    fit(frame, bytes) {
      let size = 0
      const tooMuch = frame.events.findIndex((event, index) => {
        size += event.length + 1
        return index > 0 && size > bytes
      })
      const events = tooMuch < 0 ? frame.events : frame.events.slice(0, tooMuch)
      return { bytes: encode({ ...frame, events }, primitives), events: events.length }
    },
  }
}

const COMMA = 0x2c
const CLOSE = [0x5d, 0x7d] // ]}

function encode(frame: OutgoingFrame, { encodeText }: Pick<Primitives, 'encodeText'>): Uint8Array {
  if (frame.t === 'filePart') return encodePart(frame)
  if (!('events' in frame)) return encodeText(JSON.stringify(frame))
  const { events, ...rest } = frame
  const start = encodeText(`${JSON.stringify(rest).slice(0, -1)},"events":[`)
  const length = events.reduce(
    (sum, envelope) => sum + envelope.length,
    start.length + Math.max(0, events.length - 1) + CLOSE.length,
  )
  const bytes = new Uint8Array(length)
  bytes.set(start)
  let at = start.length
  for (const [index, envelope] of events.entries()) {
    if (index > 0) bytes[at++] = COMMA
    bytes.set(envelope, at)
    at += envelope.length
  }
  bytes.set(CLOSE, at)
  return bytes
}

function decode(bytes: Uint8Array, { decodeText }: Pick<Primitives, 'decodeText'>): Frame {
  if (bytes.length > MAX_FRAME_BYTES) throw new FrameError('tooLarge')
  if (isPart(bytes)) {
    const part = decodePart(bytes)
    if (!part) throw new FrameError('malformed')
    return part
  }
  let value: unknown
  try {
    value = JSON.parse(decodeText(bytes))
  } catch {
    throw new FrameError('malformed')
  }
  // The version is looked at before the shape: a newer side has to hear that it is newer, not that it is broken.
  if (versionOf(value) !== PROTOCOL_VERSION) throw new FrameError('unknownVersion')
  const frame = frameSchema.safeParse(value)
  if (!frame.success) throw new FrameError('malformed')
  return frame.data
}

/** Version a hello or welcome claims; other frames carry none. */
function versionOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('t' in value) || (value.t !== 'hello' && value.t !== 'welcome'))
    return PROTOCOL_VERSION
  return 'v' in value && typeof value.v === 'number' ? value.v : PROTOCOL_VERSION
}
