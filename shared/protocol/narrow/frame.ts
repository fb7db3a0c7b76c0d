import type { JsonObject } from '../canonical.ts'
import type { Envelope } from '../envelope.ts'
import { MAX_FRAME_EVENTS } from '../frames.ts'
import type { Lane } from '../lanes.ts'
import type { Primitives } from '../primitives.ts'
import { codeEnvelope, type Expected } from './envelopes.ts'
import type { Memory } from './memory.ts'
import { NarrowError, type Symbols } from './symbols.ts'
import { createValues, hashText, type Values } from './values.ts'

/** How much of the last event's hash goes along, hexadecimal digits. */
const CHECK_DIGITS = 6
const FRAME = hashText('frame')

export interface ParsedFrame {
  /** The frame without its events. */
  readonly frame: JsonObject
  readonly events: readonly Envelope[] | null
}

/** Codes a frame both ways; `given` null reads. */
export function codeFrame(
  symbols: Symbols,
  memory: Memory,
  given: ParsedFrame | null,
  primitives: Primitives,
): ParsedFrame {
  const values = createValues(symbols, memory)
  const frame = values.object(given?.frame, FRAME)
  if (typeof frame.at === 'number') memory.time = frame.at
  const hasEvents = symbols.choice(given?.events ? 1 : 0, 1, FRAME, hashText(String(frame.t))) === 1
  if (typeof frame.device === 'string') memory.lastOrigin = frame.device
  return {
    frame,
    events: hasEvents ? codeEvents(symbols, values, memory, frame, given?.events ?? null, primitives) : null,
  }
}

function codeEvents(
  symbols: Symbols,
  values: Values,
  memory: Memory,
  frame: JsonObject,
  given: readonly Envelope[] | null,
  primitives: Primitives,
): Envelope[] {
  const count = symbols.count(given?.length ?? 0, FRAME)
  if (count > MAX_FRAME_EVENTS) throw new NarrowError('too many events')
  const expected: Expected = expectedOf(frame, memory)
  const events: Envelope[] = []
  let hash = ''
  for (let at = 0; at < count; at += 1) {
    const coded = codeEnvelope(symbols, values, memory, expected, given?.[at] ?? null, primitives)
    events.push(coded.envelope)
    hash = coded.hash
  }
  memory.lastOrigin = expected.origin
  // Whatever went wrong on the way, the hashes would not meet: then this connection ends, and the next one sends it again.
  const check = hash.slice(0, CHECK_DIGITS)
  if (count > 0 && symbols.bytes(check, CHECK_DIGITS) !== check)
    throw new NarrowError('the events do not match their hash')
  return events
}

function expectedOf(frame: JsonObject, memory: Memory): Expected {
  return {
    origin: memory.lastOrigin,
    epoch: typeof frame.epoch === 'string' ? frame.epoch : '',
    lane: (typeof frame.lane === 'number' ? frame.lane : 0) as Lane,
    seq: frame.t === 'events' && typeof frame.from === 'number' ? frame.from : 0,
  }
}
