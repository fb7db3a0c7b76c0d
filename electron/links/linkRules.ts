import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { LINK_KINDS } from '../../shared/ipc/links.ts'
import { findResource } from '../findResource.ts'

const milliseconds = z.int().min(0).max(86_400_000)
const kindRules = z.object({
  /** Usable bits a second when nothing else was said. */
  bitRate: z.int().min(300),
  /** What a record takes on the wire before one was measured. */
  eventBytes: z.int().min(1),
  /** Answers of the hub in a row until the link counts as up again after a failure. */
  probes: z.int().min(1).max(10),
  /** The hub's first answer, before any round trip is known: a handshake takes five. */
  firstAnswerMs: milliseconds,
  retryFirstMs: milliseconds,
  retryLongestMs: milliseconds,
})

/** Every limit the links obey: resources/rules/links.json. Times in ms. */
export const linkRules = z.object({
  kinds: z.record(z.enum(LINK_KINDS), kindRules),
  probeGapMs: milliseconds,
  /** Answers missing in a row until a link counts as down. */
  missedAcks: z.int().min(1).max(20),
  /** An answer is missing after so many round trips, within the two limits. */
  answerRoundTrips: z.number().min(1).max(20),
  answerLeastMs: milliseconds,
  answerMostMs: milliseconds,
  /** An urgent frame unconfirmed for so long also goes out on the next link. */
  overdueRoundTrips: z.number().min(1).max(20),
  overdueLeastMs: milliseconds,
  /** A better link that came back takes over after so long without a failure. */
  failbackMs: milliseconds,
  /** From so many failures within the span on, each doubles that hold, up to the longest. */
  flaps: z.int().min(1),
  flapsWithinMs: milliseconds,
  longestHoldMs: milliseconds,
  /** A new urgent record that no link takes does not wait longer than this for the next try. */
  urgentRetryMs: milliseconds,
  /** A connection that lasted so long was a good one: the next failure starts from the shortest wait. */
  goodConnectionMs: milliseconds,
  /** A link that is let go may finish what is under way for so long. */
  drainMs: milliseconds,
  /** Share of a day's budget kept for lanes 0 and 1. */
  reservePercent: z.int().min(0).max(90),
  /** Links billed by session: what one costs at least, what holding it costs, when it is over, how often to call in. */
  session: z.object({
    leastBytes: z.int().min(0),
    bytesPerSecond: z.int().min(0),
    quietMs: milliseconds,
    callInMs: milliseconds,
  }),
  /** What WebSocket, TCP and IP add to a frame. */
  frameOverheadBytes: z.int().min(0).max(1_000),
  /** How often the machine's network cards are looked at: for a change, and for what went out by each. */
  networkLookMs: milliseconds,
  cardLookMs: milliseconds,
})
export type LinkRules = z.infer<typeof linkRules>

/** @throws when the file is missing or malformed: no link can be run without its limits. */
export function readLinkRules(path = findResource('rules/links.json')): LinkRules {
  return linkRules.parse(JSON.parse(readFileSync(path, 'utf8')))
}
