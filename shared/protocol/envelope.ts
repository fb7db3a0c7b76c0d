import { canonicalJson, type Json, type JsonObject } from './canonical.ts'
import { toHex } from './hex.ts'
import { type Hlc, isHlc } from './hlc.ts'
import { isLane, type Lane } from './lanes.ts'
import type { Primitives } from './primitives.ts'

/** Version of the envelope's shape. An envelope of another version is refused, never guessed at. */
export const ENVELOPE_VERSION = 1
/** Largest envelope accepted anywhere, in bytes: a log text of 10,000 characters fits many times. */
export const MAX_ENVELOPE_BYTES = 128 * 1024
/** Most versions one event may follow: far more than a township has consoles. */
export const MAX_BASE = 64

/** Who did it. `person` is null for an intake taken before anybody signed in: `name` is then only claimed. */
export interface Author {
  readonly person: string | null
  readonly name: string
  readonly role: string
}

export const FLAG_DRILL = 1
export const FLAG_IMPORTED = 2
/** Done by somebody whose role does not have it, because a life might have depended on it. */
export const FLAG_OUTSIDE_ROLE = 4

/** 0: nothing is known about the clock; 1: the system says it is synchronised; 2: compared with the hub since start. */
export type ClockQuality = 0 | 1 | 2

/**
 * One event as it is hashed, stored and sent. Identity is (origin, epoch, lane, seq). `n` counts over all lanes of the device.
 * `base` names the versions of the entity that the author had on screen: 16 hexadecimal digits of their hashes, empty when new.
 */
export interface Envelope {
  readonly origin: string
  readonly epoch: string
  readonly lane: Lane
  readonly seq: number
  readonly n: number
  readonly hlc: Hlc
  readonly clockQuality: ClockQuality
  readonly flags: number
  readonly scope: string
  readonly kind: string
  readonly kindVer: number
  readonly entity: string
  readonly base: readonly string[]
  readonly body: JsonObject
  readonly author: Author | null
  readonly approver: Author | null
  /** Hash (64 hexadecimal digits) of the event before it in the same lane; empty for the first. */
  readonly prev: string
}

/** An envelope with the exact bytes that were hashed. */
export interface SealedEvent {
  readonly envelope: Envelope
  readonly bytes: Uint8Array
  /** 64 hexadecimal digits. */
  readonly hash: string
}

/** The short form of a hash used in `base`: 8 bytes. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16)
}

const author = (who: Author | null): Json => (who ? [who.person, who.name, who.role] : null)

/** The canonical JSON text that is hashed. */
export function envelopeText(e: Envelope): string {
  return canonicalJson([
    ENVELOPE_VERSION,
    e.origin,
    e.epoch,
    e.lane,
    e.seq,
    e.n,
    e.hlc,
    e.clockQuality,
    e.flags,
    e.scope,
    e.kind,
    e.kindVer,
    e.entity,
    e.base,
    e.body,
    author(e.author),
    author(e.approver),
    e.prev,
  ])
}

export function hashEnvelopeBytes(bytes: Uint8Array, { sha256 }: Pick<Primitives, 'sha256'>): string {
  const domainSeparated = new Uint8Array(bytes.length + 1)
  domainSeparated.set(bytes, 1)
  return toHex(sha256(domainSeparated))
}

/**
 * Seals a new event. The envelope that comes back is read from the sealed bytes, so that whoever uses it now sees exactly what
 * everybody will read later (no undefined members, no lone surrogates, no −0).
 * @throws {EnvelopeError} when nobody could open it.
 */
export function sealEnvelope(envelope: Envelope, primitives: Primitives): SealedEvent {
  const text = canonicalText(envelope)
  const bytes = primitives.encodeText(text)
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new EnvelopeError('tooLarge')
  return { envelope: parseEnvelope(JSON.parse(text)), bytes, hash: hashEnvelopeBytes(bytes, primitives) }
}

/** Why an envelope cannot be read. */
export class EnvelopeError extends Error {
  readonly code: 'tooLarge' | 'notCanonical' | 'malformed' | 'unknownVersion'
  constructor(code: EnvelopeError['code']) {
    super(`envelope: ${code}`)
    this.code = code
  }
}

/** Reads stored or received bytes. @throws {EnvelopeError} */
export function openEnvelope(bytes: Uint8Array, primitives: Primitives): SealedEvent {
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new EnvelopeError('tooLarge')
  let value: unknown
  let text: string
  try {
    text = primitives.decodeText(bytes)
    value = JSON.parse(text)
  } catch {
    throw new EnvelopeError('malformed')
  }
  const envelope = parseEnvelope(value)
  if (canonicalText(envelope) !== text) throw new EnvelopeError('notCanonical')
  return { envelope, bytes, hash: hashEnvelopeBytes(bytes, primitives) }
}

/** @throws {EnvelopeError} where canonical JSON has no form: a number beyond 1e308, too deep a body. */
function canonicalText(envelope: Envelope): string {
  try {
    return envelopeText(envelope)
  } catch {
    throw new EnvelopeError('malformed')
  }
}

/** An envelope from its parsed JSON array. @throws {EnvelopeError} */
export function parseEnvelope(value: unknown): Envelope {
  if (!Array.isArray(value)) throw new EnvelopeError('malformed')
  const fields: readonly unknown[] = value
  if (fields[0] !== ENVELOPE_VERSION) throw new EnvelopeError('unknownVersion')
  const [
    ,
    origin,
    epoch,
    lane,
    seq,
    n,
    hlc,
    clockQuality,
    flags,
    scope,
    kind,
    kindVer,
    entity,
    base,
    body,
    by,
    approvedBy,
    prev,
  ] = fields
  if (
    fields.length !== 18 ||
    !isName(origin) ||
    !isName(epoch) ||
    !isLane(lane) ||
    !isCount(seq) ||
    !isCount(n) ||
    !isHlc(hlc) ||
    !(clockQuality === 0 || clockQuality === 1 || clockQuality === 2) ||
    !isCount(flags) ||
    !isName(scope) ||
    !isName(kind) ||
    !isCount(kindVer) ||
    !isName(entity) ||
    !isBase(base) ||
    !isObject(body) ||
    !isAuthor(by) ||
    !isAuthor(approvedBy) ||
    !isHash(prev) ||
    // Numbers begin at 1, all lanes together hold at least as many events as one, and only the first has nothing before it.
    seq < 1 ||
    n < seq ||
    (seq === 1) !== (prev === '')
  )
    throw new EnvelopeError('malformed')
  return {
    origin,
    epoch,
    lane,
    seq,
    n,
    hlc,
    clockQuality,
    flags,
    scope,
    kind,
    kindVer,
    entity,
    base,
    body,
    author: readAuthor(by),
    approver: readAuthor(approvedBy),
    prev,
  }
}

type AuthorArray = readonly [string | null, string, string]

const isName = (v: unknown): v is string => typeof v === 'string' && v.length > 0 && v.length <= 200
const isCount = (v: unknown): v is number => typeof v === 'number' && Number.isSafeInteger(v) && v >= 0
const isHash = (v: unknown): v is string => typeof v === 'string' && (v === '' || /^[0-9a-f]{64}$/.test(v))
const isObject = (v: unknown): v is JsonObject => typeof v === 'object' && v !== null && !Array.isArray(v)
const isBase = (v: unknown): v is string[] =>
  Array.isArray(v) && v.length <= MAX_BASE && v.every((tip) => typeof tip === 'string' && /^[0-9a-f]{16}$/.test(tip))
const isAuthor = (v: unknown): v is AuthorArray | null =>
  v === null ||
  (Array.isArray(v) &&
    v.length === 3 &&
    (v[0] === null || typeof v[0] === 'string') &&
    typeof v[1] === 'string' &&
    typeof v[2] === 'string')

function readAuthor(value: AuthorArray | null): Author | null {
  return value ? { person: value[0], name: value[1], role: value[2] } : null
}
