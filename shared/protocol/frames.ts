import { z } from 'zod'
import { type FilePart, fileFrames } from './attachments/fileFrames.ts'

/**
 * The wire contract: every frame that consoles and hub exchange. A change here changes the recorded hash in
 * tests/shared/protocol/frames.test.ts, which asks for a new PROTOCOL_VERSION.
 *
 *   console                       hub
 *     hello ────────────────────▶        (in the bearer's opening payload)
 *          ◀──────────────────── welcome (or error, then close)
 *     events ───────────────────▶        commits, then
 *          ◀──────────────────── ack | park | gap | fork
 *          ◀──────────────────── down
 *     downAck ──────────────────▶
 *     checkpoint ───────────────▶
 *          ◀──────────────────── countersigned
 *     own ──────────────────────▶
 *          ◀──────────────────── ownEvents
 *          ◀──────────────────── county
 *     held ─────────────────────▶        (to a hub that began a new life)
 *          ◀──────────────────── own
 *     ownEvents ────────────────▶
 *     carry ────────────────────▶        (which lanes of the feed come down this link from now on)
 *     probe ────────────────────▶
 *          ◀──────────────────── probed
 *     file… ◀──────────────────▶ file…   (bytes of attachments: attachments/fileFrames.ts)
 */
export const PROTOCOL_VERSION = 3

/** Largest frame either side accepts, in bytes: one largest envelope always fits with room. */
export const MAX_FRAME_BYTES = 512 * 1024
/** Most events in one frame. */
export const MAX_FRAME_EVENTS = 500

const lane = z.union([z.literal(0), z.literal(1), z.literal(2)])
const count = z.int().min(0)
const position = z.int().min(1)
const name = z.string().min(1).max(200)
const label = z.string().max(200)
const milliseconds = z.int().min(0)
/** 8 bytes of a hash; empty when there is none to compare. */
const prefix = z.string().regex(/^([0-9a-f]{16})?$/)
const fullHash = z.string().regex(/^([0-9a-f]{64})?$/)
const publicKey = z.string().regex(/^[0-9a-f]{64}$/)
const signature = z.string().regex(/^[0-9a-f]{128}$/)
const letter = z.string().regex(/^[A-Z]$/)
/** Envelopes as JSON arrays; their own reader checks them, one by one, so that a bad one is parked instead of failing the frame. */
const envelopes = z.array(z.unknown()).min(1).max(MAX_FRAME_EVENTS)
/** Last feed number applied in a lane and the hash of that event: a hub whose feed differs there starts the lane again. */
const cursor = z.tuple([count, prefix])

/** The next frame of the same lane follows at once: on a narrow link one confirmation will do for both. */
const more = z.literal(true).exactOptional()

/** Lanes as a set: bit 0 for lane 0, and so on. */
const laneSet = z.int().min(0).max(7)

/** Asked for at first contact instead of a known device. */
const enrolment = z.strictObject({
  /** Shows that the sender holds the one-time code without sending it: see enrolCode.ts. */
  proof: z.string().regex(/^[0-9a-f]{64}$/),
  publicKey,
  /** `division` is empty for a console that has written nothing yet and joins the code's township. */
  township: z.strictObject({ division: label, name: label }),
  console: label,
  /** The letter the console uses in its numbers until now; the hub leaves it when it is free. */
  letter: letter.nullable(),
})

export const helloFrame = z.strictObject({
  t: z.literal('hello'),
  v: position,
  device: name,
  epoch: name,
  /** Id of the pinned hub; at enrolment the fingerprint inside the code. */
  hub: name,
  /** The hub's epoch that the down cursors belong to; empty before the first contact. */
  hubEpoch: label,
  down: z.tuple([cursor, cursor, cursor]),
  /** Which of the console's links this is: a later connection of the same link takes the place of the one before. */
  link: z.string().min(1).max(20),
  /** Lanes of the feed that come down this link, until a carry frame says otherwise. */
  lanes: laneSet,
  /** Usable bits a second of that link: decides how large frames of the feed may be. */
  bitRate: position,
  enroll: enrolment.nullable(),
  sig: signature,
})

export const welcomeFrame = z.strictObject({
  t: z.literal('welcome'),
  v: position,
  hub: name,
  publicKey,
  hubEpoch: name,
  at: milliseconds,
  township: z.strictObject({ division: name, name: label }),
  letter,
  /** What the hub holds of the device's own chains. */
  chains: z.array(z.tuple([name, lane, count, prefix])).max(10_000),
  /** Feed number after which each lane goes on: the console's cursor, or 0 when the lane starts again. */
  down: z.tuple([count, count, count]),
  sig: signature,
})

export const eventsFrame = z.strictObject({
  t: z.literal('events'),
  epoch: name,
  lane,
  from: position,
  more,
  events: envelopes,
})
export const ackFrame = z.strictObject({
  t: z.literal('ack'),
  epoch: name,
  lane,
  seq: count,
  hash: prefix,
  at: milliseconds,
})

/** Why the hub keeps an event aside instead of accepting it. It consumed its number; the chain goes on behind it. */
export const PARK_CODES = ['malformed', 'tooLarge', 'unknownVersion', 'wrongIdentity', 'wrongScope', 'revoked'] as const
export const parkFrame = z.strictObject({
  t: z.literal('park'),
  epoch: name,
  lane,
  seq: position,
  code: z.enum(PARK_CODES),
})
export const gapFrame = z.strictObject({ t: z.literal('gap'), epoch: name, lane, from: position })
/** The hub holds another event under this identity; `hash` is the one it holds (empty when only its past differs). */
export const forkFrame = z.strictObject({ t: z.literal('fork'), epoch: name, lane, seq: position, hash: prefix })

export const downFrame = z.strictObject({ t: z.literal('down'), lane, from: position, more, events: envelopes })
export const downAckFrame = z.strictObject({ t: z.literal('downAck'), lane, seq: count })

/** From now on these lanes of the feed come down this link, after the numbers the console holds already. */
export const carryFrame = z.strictObject({
  t: z.literal('carry'),
  lanes: laneSet,
  down: z.tuple([count, count, count]),
})
/** Asks for a sign of life; the answer brings the same number back. */
export const probeFrame = z.strictObject({ t: z.literal('probe'), id: count })
export const probedFrame = z.strictObject({ t: z.literal('probed'), id: count })

const head = z.tuple([count, fullHash])
export const checkpointFrame = z.strictObject({
  t: z.literal('checkpoint'),
  epoch: name,
  n: count,
  heads: z.tuple([head, head, head]),
  sig: signature,
})
export const countersignedFrame = z.strictObject({
  t: z.literal('countersigned'),
  epoch: name,
  n: count,
  hubEpoch: name,
  at: milliseconds,
  sig: signature,
})

/** Heads of the county's own chain for this township, signed by the hub: the township's witness, and its proof after a restore. */
export const countyFrame = z.strictObject({
  t: z.literal('county'),
  epoch: name,
  n: count,
  heads: z.tuple([head, head, head]),
  sig: signature,
})
/** A county frame shown again to a hub that may have lost what it says. */
export const heldFrame = z.strictObject({ ...countyFrame.shape, t: z.literal('held') })

/** Asks for events of one's own that the other side holds: a console its own after a restore, the hub those of the county's chain. */
export const ownFrame = z.strictObject({ t: z.literal('own'), epoch: name, lane, from: position })
/** Own events given back; `next` is the number to ask for next, 0 when these were the last. */
export const ownEventsFrame = z.strictObject({
  t: z.literal('ownEvents'),
  epoch: name,
  lane,
  next: count,
  events: z.array(z.unknown()).max(MAX_FRAME_EVENTS),
})

/** Why a side ends the conversation. */
export const ERROR_CODES = [
  'malformed',
  'tooLarge',
  'unknownVersion',
  'unexpectedFrame',
  'badSignature',
  'unknownDevice',
  'revoked',
  'wrongHub',
  'codeUnknown',
  'codeExpired',
  'codeUsed',
  'wrongTownship',
  'townshipFull',
  'checkpointMismatch',
  'replaced',
  'restarted',
  'noAnswer',
  'unavailable',
] as const
export const errorFrame = z.strictObject({ t: z.literal('error'), code: z.enum(ERROR_CODES) })

export const frameSchema = z.discriminatedUnion('t', [
  helloFrame,
  welcomeFrame,
  eventsFrame,
  ackFrame,
  parkFrame,
  gapFrame,
  forkFrame,
  downFrame,
  downAckFrame,
  checkpointFrame,
  countersignedFrame,
  countyFrame,
  heldFrame,
  ownFrame,
  ownEventsFrame,
  carryFrame,
  probeFrame,
  probedFrame,
  errorFrame,
  ...fileFrames,
])

/** A frame as it was received: envelopes are JSON values still to be checked. */
export type Frame = z.infer<typeof frameSchema> | FilePart
export type FrameOf<T extends Frame['t']> = Extract<Frame, { t: T }>
export type ParkCode = (typeof PARK_CODES)[number]
export type ErrorCode = (typeof ERROR_CODES)[number]

type WithBytes<F extends Frame> = F extends { events: unknown[] }
  ? Omit<F, 'events'> & { readonly events: readonly Uint8Array[] }
  : F
/** A frame to send: envelopes are the stored bytes, embedded as they are. */
export type OutgoingFrame = WithBytes<Frame>
